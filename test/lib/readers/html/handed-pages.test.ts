import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../../lib/convert.ts'

/** Pages with known figures, handed in beside the checkout. */
const cases = new URL('../../../../../shared/cases/', import.meta.url)
const reports = new URL('../../../../../shared/reports/', import.meta.url)

type Truth = Readonly<Record<string, number | null>>
const textOf = (url: URL): string => readFileSync(url, 'utf8')
const judged = (url: URL) => judge({ name: 'page.html', bytes: readFileSync(url), sha256: '0'.repeat(64) })

describe.skipIf(!existsSync(cases))('pages whose styles decide what is seen', () => {
  const folders = existsSync(cases)
    ? readdirSync(new URL('attack/', cases)).filter(name => /^\d+-html-/u.test(name))
    : []

  test('are found', () => {
    expect(folders.length).toBeGreaterThan(5)
  })

  test.each(folders)('%s', async folder => {
    const at = new URL(`attack/${folder}/`, cases)
    const truth = JSON.parse(textOf(new URL('truth.json', at))) as Truth
    const { report } = await judged(new URL('input.html', at))
    for (const [key, value] of Object.entries(truth))
      expect(report.figures.get(key)?.value ?? null, key).toBe(value)
  })

  test('figures in input fields are all read', async () => {
    const key = JSON.parse(textOf(new URL('002.key.json', reports))) as { figures: Truth }
    const { report } = await judged(new URL('readers/html-input-values/report.html', cases))
    const read = Object.fromEntries(
      Object.keys(key.figures).map(name => [name, report.figures.get(name)?.value ?? null]),
    )
    expect(read).toEqual(key.figures)
  })
})
