import { expect, test } from 'vitest'
import { crashesOf, type Heard, interleavingsOf } from '../../support/submission-play.ts'
import { scenes } from '../../support/submission-scenes.ts'

/** Of all steps of all cases one in so many; the long suite takes every one. */
const every = { crashes: 17, interleavings: 331 }

const expectWhole = async (heard: AsyncIterable<Heard>) => {
  let count = 0
  for await (const { where, broken } of heard) {
    count += 1
    expect(broken, where).toEqual([])
  }
  expect(count).toBeGreaterThan(0)
}

test.each(Object.keys(scenes))('%s: a crash at any step is repaired or told', async scene => {
  await expectWhole(crashesOf(scene, every.crashes))
})

test.each([
  ['a report', 'a result, given up again, beside again, by the next program'],
  ['a report', 'a result, again, by the next program, beside given up again'],
  ['a report', 'a result, again, by the next program, beside withdrawn'],
  ['a report', 'a failure, given up again, beside again'],
  ['an archive', 'told with the other file alone, a file in it, beside again, by one that sees less'],
])('%s: %s: held up at every step', async (scene, where) => {
  await expectWhole(interleavingsOf(scene, 1, where))
})

test.each(Object.keys(scenes))('%s: held up at any step while another comes to its end', async scene => {
  await expectWhole(interleavingsOf(scene, every.interleavings))
})
