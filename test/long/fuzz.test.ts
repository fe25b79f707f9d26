import { expect, test } from 'vitest'
import { hunt } from '../fuzz/watch.ts'

/**
 * A short run of the fuzzer with the same mutants every time; `npm run fuzz -- --minutes 60` is the long one. How many
 * mutants fit in depends on the machine, which mutants they are does not.
 */
test('half a minute of mutants: no crash, no hang, and no figure misread in silence', async () => {
  const { tried, outcomes, failures } = await hunt({ name: 'ci', only: '.', milliseconds: 30_000, kept: [] })
  expect(failures.filter(({ compensated }) => !compensated)).toEqual([])
  expect(tried).toBeGreaterThan(100)
  for (const outcome of ['refused', 'same', 'told']) expect(outcomes[outcome], outcome).toBeGreaterThan(0)
})
