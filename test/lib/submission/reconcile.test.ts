import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkpointKey } from '../../../lib/submission/checkpoint.ts'
import { sentKey } from '../../../lib/submission/keys.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import {
  type Reconciled,
  type ReconcileOptions,
  reconcile,
  turns,
} from '../../../lib/submission/reconcile.ts'
import type { ListedUpload, Place } from '../../../lib/submission/stretches.ts'
import type { Gap } from '../../../lib/submission/version-gaps.ts'
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts'
import { placesOf } from '../../support/places.ts'
import { type FakePorts, fakePorts, uploadOf } from '../../support/submission.ts'

const old = new Date('2024-01-01')
const deaf = { publish: async () => Promise.reject(new Error('no bus')) }

interface World {
  readonly ports: FakePorts
  readonly listed: ListedUpload[]
  /** What is wrong, as `nameOf` says it. */
  readonly wrong: Set<string>
}

const nameOf = ({ kind, upload }: Pick<Gap, 'kind' | 'upload'>): string =>
  JSON.stringify([kind, upload.key, upload.version])

const newWorld = (): World => ({
  ports: fakePorts({ uploads: { get: async () => new Uint8Array(1) } }),
  listed: [],
  wrong: new Set(),
})

type Fate = 'whole' | 'lost' | 'unsent' | 'deleted' | 'deleted, unsent' | 'skipped'
interface Case {
  readonly key: string
  readonly version: string
  readonly fate: Fate
}

/** Lets an upload come to what its case says. */
const happen = async ({ ports, listed, wrong }: World, { key, version, fate }: Case): Promise<void> => {
  const upload = uploadOf({ key: fate === 'skipped' ? `${key}/~$x` : key, version })
  if (!fate.startsWith('deleted')) listed.push({ upload, since: old })
  if (fate === 'skipped') return
  if (fate === 'lost') {
    wrong.add(nameOf({ kind: 'no-receipt', upload }))
    return
  }
  const unsent = fate.endsWith('unsent')
  const run = processUpload(upload, unsent ? { ...ports, bus: deaf } : ports)
  await (unsent ? run.catch(() => undefined) : run)
  if (unsent) wrong.add(nameOf({ kind: 'not-sent', upload }))
}

const run = async (
  { ports, listed }: World,
  options: Partial<ReconcileOptions> = {},
  more: { outputs?: Store; atATime?: number; submits?: boolean } = {},
): Promise<Reconciled & { named: string[] }> => {
  const named: string[] = []
  const { outputs = ports.outputs, atATime = 3, submits = false } = more
  const result = await reconcile(
    {
      ...placesOf(outputs, listed),
      atATime,
      atOnce: 4,
      submit: async ({ upload, again }) => {
        if (submits) await processUpload(upload, ports, { again })
        return true
      },
      told: gap => named.push(nameOf(gap)),
      now: () => new Date('2024-02-01'),
    },
    {
      before: new Date('2030-01-01'),
      resumes: true,
      read: 'none',
      most: Number.POSITIVE_INFINITY,
      goesOn: () => true,
      ...options,
    },
  )
  return { ...result, named }
}

const stopsAfter = (parts: number) => {
  let left = parts
  return () => {
    left -= 1
    return left > 0
  }
}

const checkpoint = (place: Place) =>
  new TextEncoder().encode(JSON.stringify({ schema: 'gongkai.reconcile/1', at: '', ...place }))

/** Keys that continue one another, sort oddly, lie in archives or look like results. */
const key = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      '/',
      '!/',
      'c.docx',
      '0',
      ' ',
      '年',
      '\uff08',
      '📄',
      'v1',
      '/v1/receipt.json',
      '0123456789ab',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map(parts => `k${parts.join('').replaceAll(/\/+/g, '/').replace(/\/$/, '')}`)
const fate = fc.constantFrom<Fate>(
  'whole',
  'whole',
  'lost',
  'unsent',
  'deleted',
  'deleted, unsent',
  'skipped',
)
const cases = fc.uniqueArray(
  fc.record({ key, version: fc.constantFrom('v1', 'v2', '~', '0123456789ab'), fate }),
  { selector: one => JSON.stringify([one.key, one.version]), maxLength: 25 },
)
const place = fc.record({ after: fc.oneof(fc.constant(''), key), from: fc.oneof(fc.constant(''), key) })

describe('properties', () => {
  test('from any place, what is missing is named once, and nothing that is whole', async () => {
    await fc.assert(
      fc.asyncProperty(cases, place, fc.integer({ min: 1, max: 6 }), async (given, start, atATime) => {
        const world = newWorld()
        for (const one of given) await happen(world, one)
        await world.ports.outputs.put(checkpointKey, checkpoint(start))
        const { named, whole } = await run(world, {}, { atATime })
        expect(named.toSorted()).toEqual([...world.wrong].toSorted())
        expect(whole).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('stopped anywhere, with new gaps anywhere afterwards, the next run that is not stopped names all', async () => {
    await fc.assert(
      fc.asyncProperty(cases, cases, fc.nat({ max: 8 }), async (before, after, parts) => {
        const world = newWorld()
        for (const one of before) await happen(world, one)
        await run(world, { goesOn: stopsAfter(parts) }, { atATime: 2 })
        const known = new Set(before.map(one => JSON.stringify([one.key, one.version])))
        for (const one of after)
          if (!known.has(JSON.stringify([one.key, one.version]))) await happen(world, one)
        const { named } = await run(world, {}, { atATime: 2 })
        expect(named.toSorted()).toEqual([...world.wrong].toSorted())
      }),
      { numRuns: 200 },
    )
  })

  test('runs that are stopped after every part come around to all', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async given => {
        const world = newWorld()
        for (const one of given) await happen(world, one)
        const named: string[] = []
        for (let runs = 0; runs < given.length + 2; runs += 1)
          named.push(...(await run(world, { goesOn: () => false }, { atATime: 1 })).named)
        expect(new Set(named)).toEqual(world.wrong)
      }),
      { numRuns: 100 },
    )
  })

  test('handing in what is named leaves nothing to name', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async given => {
        const world = newWorld()
        for (const one of given) await happen(world, one)
        const first = await run(world, {}, { submits: true })
        expect(first.handed).toBe(world.wrong.size)
        expect((await run(world, { read: 'all' })).named).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

/** Counts what a bucket would be asked: a page for every 1,000 keys listed. */
const counting = (store: MemoryStore) => {
  const counts = { gets: 0, pages: 0, puts: 0 }
  const outputs: Store = {
    ...store,
    get: key => {
      counts.gets += 1
      return store.get(key)
    },
    put: (key, bytes) => {
      counts.puts += 1
      return store.put(key, bytes)
    },
    async *list(prefix, after) {
      counts.pages += 1
      let keys = 0
      for await (const listed of store.list(prefix, after)) {
        yield listed
        keys += 1
        if (keys % 1000 === 0) counts.pages += 1
      }
    },
  }
  return { outputs, counts }
}

describe('20,000 results', async () => {
  const world = newWorld()
  const total = 20_000
  const fates: Readonly<Record<number, Fate>> = { 7: 'lost', 1234: 'unsent', 9999: 'deleted, unsent' }
  for (let index = 0; index < total; index += 1)
    await happen(world, {
      key: `2023/区县${index % 97}/第${index}号 年度报告.docx`,
      version: `v${index}`,
      fate: fates[index] ?? 'whole',
    })
  const keys = world.ports.outputs.objects.size

  test('are listed once, and hardly any of them is read', async () => {
    const { outputs, counts } = counting(world.ports.outputs)
    const { named, uploads, versions } = await run(world, {}, { outputs, atATime: 1000 })
    expect(named.toSorted()).toEqual([...world.wrong].toSorted())
    expect({ uploads, versions }).toEqual({ uploads: total - 1, versions: total - 1 })
    expect(counts.pages).toBeLessThanOrEqual(keys / 1000 + 2 * (total / 1000))
    expect(counts.gets).toBeLessThanOrEqual(10)
    expect(counts.puts).toBe(total / 1000)
  })

  test('are read in turns, each once', async () => {
    const { outputs, counts } = counting(world.ports.outputs)
    await run(world, { read: 5 }, { outputs, atATime: 1000 })
    expect(counts.gets).toBeGreaterThan(total / turns)
    expect(counts.gets).toBeLessThan((3 * total) / turns)
  })
})

test('no more are handed in than asked for; the next run goes on there', async () => {
  const world = newWorld()
  for (let index = 0; index < 9; index += 1)
    await happen(world, { key: `k${index}`, version: 'v', fate: 'lost' })
  const first = await run(world, { most: 4 })
  expect(first).toMatchObject({ gaps: 6, handed: 4, whole: false })
  expect(JSON.parse(new TextDecoder().decode((await world.ports.outputs.get(checkpointKey))!.bytes))).toEqual(
    {
      schema: 'gongkai.reconcile/1',
      at: '2024-02-01T00:00:00.000Z',
      after: 'k2',
      from: 'k3',
    },
  )
  expect((await run(world, { most: 4 })).named[0]).toContain('k3')
})

test('a dry run hands in nothing and leaves no note', async () => {
  const world = newWorld()
  for (let index = 0; index < 9; index += 1)
    await happen(world, { key: `k${index}`, version: 'v', fate: 'lost' })
  expect(await run(world, { most: 0, resumes: false })).toMatchObject({ gaps: 9, handed: 0, whole: true })
  expect(world.ports.outputs.objects.size).toBe(0)
})

test.each(['', '{}', 'null', '[', '{"schema":"gongkai.reconcile/1","after":1,"from":""}'])(
  'a note that cannot be read (%j) is none',
  async text => {
    const world = newWorld()
    await happen(world, { key: 'k', version: 'v', fate: 'lost' })
    await world.ports.outputs.put(checkpointKey, new TextEncoder().encode(text))
    expect(await run(world)).toMatchObject({ gaps: 1, whole: true })
  },
)

test('a stretch that lists without end is cut short, and gone on with', async () => {
  const store = memoryStore()
  const world = { ...newWorld(), ports: fakePorts({ outputs: store }) }
  for (let index = 0; index < 100_001; index += 1) await store.put(`k/${index}/x`, new Uint8Array())
  for (const key of ['a', 'z']) await happen(world as World, { key, version: 'v1', fate: 'deleted, unsent' })
  const [first, last] = [...world.wrong]
  expect(await run(world, { goesOn: stopsAfter(1) })).toMatchObject({ named: [first], whole: false })
  expect(await run(world, { goesOn: () => false })).toMatchObject({ named: [last], whole: false })
  expect(store.objects.has(sentKey({ key: 'z', version: 'v1' }))).toBe(false)
})

test('an upload called as the receipt of another hides nothing where a stretch ends with it', async () => {
  const world = newWorld()
  await happen(world, { key: 'k', version: 'v1', fate: 'unsent' })
  await happen(world, { key: 'k/v1/receipt.json', version: 'v1', fate: 'lost' })
  expect((await run(world, {}, { atATime: 1 })).named.toSorted()).toEqual([...world.wrong].toSorted())
})
