import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { parsedReceipt } from '../../../lib/submission/receipt.ts'
import { type Reconciled, reconcile } from '../../../lib/submission/reconcile.ts'
import type { GapKind } from '../../../lib/submission/version-gaps.ts'
import { Crash, faultyPorts } from '../../support/faulty-ports.ts'
import { placesOf } from '../../support/places.ts'
import { type FakePorts, fakeConversion, fakePorts, findingOf, uploadOf } from '../../support/submission.ts'

const old = new Date('2024-01-01')
const archive = uploadOf({ key: '2023/全市.zip', size: 100 })
const namesOf = (length: number) => Array.from({ length }, (_, at) => `区${at % 3}/第${at}份.docx`)
const parcelOf = (names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map(name => [name, strToU8(name)])))
const files = namesOf(40)

const newPorts = (parcel = parcelOf(files)) =>
  fakePorts({ uploads: { get: async ({ key }) => (key === archive.key ? parcel : new Uint8Array(1)) } })

const run = async (
  ports: FakePorts,
  uploads = [archive],
  outputs: Store = ports.outputs,
): Promise<Reconciled & { kinds: Set<GapKind> }> => {
  const kinds = new Set<GapKind>()
  const listed = uploads.map(upload => ({ upload, since: old }))
  const result = await reconcile(
    {
      ...placesOf(outputs, listed),
      atOnce: 4,
      now: () => new Date(),
      told: ({ kind }) => kinds.add(kind),
      submit: async ({ upload, again }) => {
        await processUpload(upload, ports, { again })
        return true
      },
    },
    {
      before: new Date('2030-01-01'),
      resumes: true,
      read: 'none',
      most: Number.POSITIVE_INFINITY,
      goesOn: () => true,
    },
  )
  return { ...result, kinds }
}

/** The events of all receipts and of all failures beside them. */
const mustBeTold = ({ outputs }: FakePorts): Set<string> => {
  const ids = [...outputs.objects].flatMap(([key, { bytes }]) => {
    const record = /\/(?:receipt|run)\.json$/.test(key) ? parsedReceipt(bytes) : null
    return record?.event?.id ?? []
  })
  return new Set(ids)
}

const report = uploadOf({ key: '甲.docx' })
/** A newer converter that comes to another result. */
const later = (ports: FakePorts): FakePorts => ({
  ...ports,
  convert: async input => {
    await ports.convert(input)
    return fakeConversion(strToU8('otherwise'), [findingOf()])
  },
  converter: { ...ports.converter, build: 'b'.repeat(12), builtAt: '2030-01-01T00:00:00.000Z' },
})

const scenarios: Readonly<Record<string, (ports: FakePorts, faulty: FakePorts) => Promise<unknown>>> = {
  'a report': (_, faulty) => processUpload(report, faulty),
  'an archive': (_, faulty) => processUpload(archive, faulty),
  'a replay': async (ports, faulty) => {
    await processUpload(report, ports)
    await processUpload(report, later(faulty), { again: true })
  },
  'a replay that fails': async (ports, faulty) => {
    await processUpload(report, ports)
    await giveUp(report, retriesExhausted, faulty, { again: true })
  },
  'an upload that fails, and its replay': async (ports, faulty) => {
    await giveUp(report, retriesExhausted, ports)
    await processUpload(report, faulty, { again: true })
  },
}

describe.each(Object.keys(scenarios))('%s that crashes at any step', name => {
  test('is found where something is missing, and then nothing is', async () => {
    const seen = new Set<GapKind>()
    const uploads = name === 'an archive' ? [archive] : [report]
    for (let crashAt = 0; ; crashAt += 1) {
      const ports = newPorts(parcelOf(namesOf(3)))
      let step = 0
      const faulty = faultyPorts(ports, async () => {
        step += 1
        if (step > crashAt) throw new Crash()
      })
      const whole = await scenarios[name]!(ports, faulty).then(
        () => true,
        error => {
          if (!(error instanceof Crash)) throw error
          return false
        },
      )
      for (let again = 0; again < 3; again += 1)
        for (const kind of (await run(ports, uploads)).kinds) seen.add(kind)
      expect(await run(ports, uploads)).toMatchObject({ gaps: 0 })
      const told = new Set(ports.bus.events.map(({ id }) => id))
      expect([...mustBeTold(ports)].filter(id => !told.has(id))).toEqual([])
      if (whole) break
    }
    expect([...seen].toSorted()).toEqual(
      {
        'a report': ['no-receipt', 'not-sent'],
        'an archive': ['archive-not-told', 'no-receipt', 'not-sent'],
        'a replay': ['not-sent'],
        'a replay that fails': ['failure-not-sent'],
        'an upload that fails, and its replay': ['not-sent'],
      }[name],
    )
  })
})

test('of an archive that is told, the listing proves every file', async () => {
  const ports = newPorts()
  await processUpload(archive, ports)
  let gets = 0
  const counted: Store = {
    ...ports.outputs,
    get: key => {
      gets += 1
      return ports.outputs.get(key)
    },
  }
  expect(await run(ports, [archive], counted)).toMatchObject({ gaps: 0, versions: files.length + 1 })
  // The note of where it stopped.
  expect(gets).toBe(1)
})

test('of one that is not, and whose files are through, one listing does', async () => {
  const ports = newPorts()
  await processUpload(archive, { ...ports, spread: async () => undefined })
  for (const name of files.slice(1))
    await processUpload(
      { ...archive, key: `${archive.key}!/${name}`, archive: archive.key, size: null },
      ports,
    )
  let gets = 0
  const counted: Store = {
    ...ports.outputs,
    get: key => {
      gets += 1
      return ports.outputs.get(key)
    },
  }
  expect(await run(ports, [archive], counted)).toMatchObject({ gaps: 1, handed: 1 })
  expect(gets).toBeLessThan(6)
  expect(ports.bus.events.filter(({ type }) => type === 'gongkai.archive.unpacked.v1')).toHaveLength(1)
})
