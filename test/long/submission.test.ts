import { expect, test } from 'vitest'
import { worldOfChance } from '../support/submission-chance.ts'
import { crashesOf, interleavingsOf } from '../support/submission-play.ts'
import { scenes } from '../support/submission-scenes.ts'

/** What `npm test` samples of crashes, interleavings and worlds of chance. */
const worlds = 20_000

test.each(Object.keys(scenes))('%s: a crash at every step is repaired or told', async scene => {
  for await (const { where, broken } of crashesOf(scene, 1)) expect(broken, where).toEqual([])
})

test.each(Object.keys(scenes))(
  '%s: held up at every seventh step while another comes to its end',
  async scene => {
    for await (const { where, broken } of interleavingsOf(scene, 7)) expect(broken, where).toEqual([])
  },
)

test(`${worlds} worlds of chance: nothing untrue, nothing untold`, async () => {
  for (let at = 0; at < worlds; at += 1) {
    const { broken } = await worldOfChance(`long ${at}`)
    expect(broken, `CHAOS_SEED='long ${at}'`).toEqual([])
  }
})
