import { expect, test } from 'vitest'
import { TransientFailure } from '../../../lib/submission/errors.ts'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import type { EventBus, Store } from '../../../lib/submission/ports.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import type { Upload } from '../../../lib/submission/upload.ts'
import { Crash, type Fault, faultyPorts } from '../../support/faulty-ports.ts'
import { seeded } from '../../support/random.ts'
import { type FakeBus, fakeConversion, fakePorts, notAReport, uploadOf } from '../../support/submission.ts'
import { expectInvariants, watchedStore } from '../../support/submission-invariants.ts'

type Chance = ReturnType<typeof seeded>

const shuffled = <T>(items: readonly T[], chance: Chance): T[] =>
  items
    .map(item => ({ item, place: chance(2 ** 31) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)

const hex = (value: number) => value.toString(16).padStart(6, '0')

/** Uploads of a few hundred keys in one to six versions; every tenth is no report, every twentieth breaks the converter. */
const uploadsOfChance = (count: number, chance: Chance): readonly Upload[] =>
  Array.from({ length: count }, (_, index) => {
    const kind = index % 20 === 0 ? 'bug' : index % 10 === 0 ? 'bad' : 'good'
    return uploadOf({
      key: `report ${chance(Math.ceil(count / 3))}.docx`,
      version: `${kind}-${index}`,
      sequencer: hex(index * 16) + '0'.repeat(chance(4)),
    })
  })

const convertByVersion = async ({ bytes }: { bytes: Uint8Array }) => {
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('bug')) throw new RangeError('bug')
  if (text.startsWith('bad')) throw notAReport()
  return fakeConversion(bytes)
}

/** A bus that now and then refuses an entry, or takes it and says it did not. */
const moodyBus = (bus: FakeBus, chance: Chance): EventBus => ({
  publish: async events => {
    const mood = chance(100)
    if (mood < 10) return events.map(({ id }) => ({ id, code: 'InternalFailure' }))
    await bus.publish(events)
    return mood < 15 ? events.map(({ id }) => ({ id, code: 'InternalFailure' })) : []
  },
})

/** A store whose answer to a write is now and then lost: the client asks again and hears 412 of its own write. */
const forgetful = <S extends Store>(store: S, chance: Chance): S => {
  const lossy =
    <Given extends readonly unknown[]>(write: (...given: Given) => Promise<boolean>) =>
    async (...given: Given) =>
      (await write(...given)) && chance(100) >= 3
  return { ...store, putIfAbsent: lossy(store.putIfAbsent), putIfMatch: lossy(store.putIfMatch) }
}

/** At each step: give others a turn, then perhaps die or meet a store that says 409 or 503. */
const faultOfChance = (chance: Chance, perThousand: number): Fault => {
  let dead = false
  return async () => {
    for (let turns = chance(4); turns > 0; turns -= 1) await Promise.resolve()
    if (dead) throw new Crash()
    const drawn = chance(1000)
    if (drawn < perThousand) {
      dead = true
      throw new Crash()
    }
    if (drawn < 2 * perThousand) throw new TransientFailure('409 or 503')
  }
}

const most = 5

const run = async (seed: number, count: number) => {
  const chance = seeded(`chaos ${seed}`)
  const uploads = uploadsOfChance(count, chance)
  const bus = fakePorts().bus
  const ports = {
    ...fakePorts(),
    uploads: { get: async (upload: Upload) => new TextEncoder().encode(upload.version) },
    outputs: watchedStore(),
    bus: moodyBus(bus, chance),
    convert: convertByVersion,
  }
  const messages = uploads.flatMap(upload =>
    Array.from({ length: 1 + chance(3) }, () => ({ upload, received: 0 })),
  )
  const queue = shuffled(messages, chance)
  const consume = async () => {
    for (let message = queue.shift(); message; message = queue.shift()) {
      message.received += 1
      const outputs = forgetful(ports.outputs, chance)
      const faulty = faultyPorts({ ...ports, outputs }, faultOfChance(chance, 20))
      try {
        if (message.received <= most) await processUpload(message.upload, faulty)
        else await giveUp(message.upload, retriesExhausted, faulty)
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('invariant')) throw error
        queue.splice(chance(queue.length + 1), 0, message)
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, consume))
  return { uploads, receipts: expectInvariants(uploads, ports.outputs, bus.events), events: bus.events }
}

const seeds = process.env['CHAOS_SEED'] ? [Number(process.env['CHAOS_SEED'])] : [1, 2, 3]

test.each(seeds)(
  'seed %i: 1,000 uploads, duplicated, reordered, interrupted: one receipt, one fact each',
  async seed => {
    const { receipts, uploads, events } = await run(seed, 1000)
    expect(events.length).toBeGreaterThan(uploads.length)
    receipts.forEach((receipt, index) => {
      const kind = uploads[index]!.version.split('-')[0]
      const expected = { bug: 'failed', bad: 'rejected', good: 'validated' }[kind!]
      expect([expected, 'failed']).toContain(receipt.outcome)
    })
    const outcomes = Object.groupBy(receipts, receipt => receipt.outcome)
    expect(outcomes.validated!.length).toBeGreaterThan(700)
    expect(outcomes.rejected!.length).toBeGreaterThan(30)
    expect(outcomes.failed!.length).toBeGreaterThanOrEqual(50)
  },
)

test('the same seed gives the same run', async () => {
  const [first, second] = [await run(7, 60), await run(7, 60)]
  expect(first.events).toEqual(second.events)
})
