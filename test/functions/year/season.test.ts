import '../../support/silent-functions.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportsOverdueV1 } from '../../../events/reports-overdue/v1.ts'
import { seasonCheckedV1 } from '../../../events/season-checked/v1.ts'
import { gatherMessages } from '../../../functions/year/gather-messages.ts'
import { TransientFailure } from '../../../lib/submission/errors.ts'
import { inventedReport, rosterText, twoYears, units } from '../../support/invented-season.ts'
import { memoryStore } from '../../support/memory-store.ts'
import {
  anotherProcess,
  brokenFiles,
  type Converted,
  converted,
  copyOf,
  markSwept,
  type Put,
  published,
  removeWorlds,
  smallSeason,
  type YearWorld,
  yearWorld,
} from '../../support/year-world.ts'

const years = twoYears('aws')
const put = (key: string, at: string, html: string): Put => ({ key, at, html })
const all: readonly Put[] = [
  put('2023/甲.html', '2024-01-10T02:00:00Z', inventedReport(units.u1, 2023, years.u1[0])),
  put('2023/乙.html', '2024-01-11T02:00:00Z', inventedReport(units.u2, 2023, years.u2[0])),
  put('2024/甲.html', '2025-01-10T02:00:00Z', inventedReport(units.u1, 2024, years.u1[1])),
  put('2024/乙.html', '2025-01-11T02:00:00Z', inventedReport(units.u2, 2024, years.u2[1])),
  put('2024/丙.html', '2025-01-12T02:00:00Z', inventedReport(units.u3, 2024, years.u3[1])),
  put('2024/不是.html', '2025-01-13T02:00:00Z', '<p>通知</p>'),
]

let whole: Converted
beforeAll(async () => {
  whole = await converted(all)
})
afterAll(removeWorlds)

/** Where it is not looked at what is in a season. */
const small = { writeFiles: smallSeason }

const worldOf = async (roster: string | null = rosterText()): Promise<YearWorld> => {
  const world = await yearWorld(await copyOf(whole.outputs))
  if (roster !== null) await world.put('season/roster.csv', roster)
  return world
}

test('reports become a season of each year, and an event tells of it', async () => {
  const world = await worldOf()
  const gathered = await world.gather(whole.events)
  expect(gathered).toMatchObject({ records: 6, failed: [] })
  expect(gathered.keys).toHaveLength(3)
  expect(await world.season()).toBe('done')
  const current = await world.json('season/current.json')
  expect(Object.keys(current.seasons)).toEqual(['2023', '2024'])
  expect(await brokenFiles(world)).toEqual([])
  expect(world.told.map(({ type, subject }) => [type, subject])).toEqual([
    ['gongkai.season.checked.v1', 'season/2023'],
    ['gongkai.season.checked.v1', 'season/2024'],
    ['gongkai.reports.overdue.v1', 'season/2024'],
  ])
  const checked = seasonCheckedV1.parse(world.told[1])
  expect(checked.data).toMatchObject({ year: 2024, asOf: '2025-02-10', counts: { reports: 3, leftOut: 1 } })
  const season = await world.json(checked.data.outputs.season.key)
  expect(season).toMatchObject({ schema: 'gongkai.season/1', year: 2024 })
  const overdue = reportsOverdueV1.parse(world.told[2])
  expect(overdue.data).toMatchObject({ overdue: 1, units: [{ unit: 'u4', dueOn: '2025-01-31' }] })
  const manifest = await world.outputs.get('season/athena/reports/season=current/files')
  expect(new TextDecoder().decode(manifest!.bytes)).toBe(
    `s3://outputs/season/${current.seasons['2024']}/dataset/reports.parquet\n`,
  )
})

describe('what an operator puts there', () => {
  test('without a roster nothing is run, and nothing is an error', async () => {
    const world = await worldOf(null)
    await world.gather(whole.events)
    expect(await world.season({ thorough: true })).toBe('noRoster')
    expect([...world.outputs.objects.keys()].filter(key => /^season\/(?!segments)/.test(key))).toEqual([])
    expect(world.told).toEqual([])
  })

  test('a roster with faults is told line by line, and the last season stands', async () => {
    const world = await yearWorld(await copyOf(whole.outputs), small)
    await markSwept(world)
    await world.put('season/roster.csv', rosterText())
    await world.gather(whole.events.slice(0, 3))
    await world.season()
    const before = await published(world)
    await world.put('season/roster.csv', rosterText(['u1,又一个,u0,部门,本级', 'u9,无上级,u99,部门,本级']))
    await world.gather(whole.events.slice(3))
    expect(await world.season()).toBe('badLists')
    expect(await published(world)).toEqual(before)
    const { lists } = await world.json('season/roster-problems.json')
    expect(lists).toMatchObject([{ key: 'season/roster.csv' }])
    expect(lists[0].problems.map(({ line }: { line: number }) => line)).toEqual([7, 8])
    await world.put('season/roster.csv', rosterText())
    expect(await world.season()).toBe('done')
    expect(await world.json('season/roster-problems.json')).toMatchObject({ lists: [] })
    expect(await published(world)).not.toEqual(before)
  })

  test('two rosters at once, or bad decisions, run nothing', async () => {
    const world = await worldOf()
    await world.put('season/roster.xlsx', 'x')
    expect(await world.season()).toBe('badLists')
    const doubled = await world.json('season/roster-problems.json')
    expect(doubled.lists[0].problems[0].code).toBe('list-doubled')
    const other = await worldOf()
    await other.put('season/decisions.csv', '发现编号,决定\nx,y')
    expect(await other.season()).toBe('badLists')
    expect((await other.json('season/roster-problems.json')).lists[0].key).toBe('season/decisions.csv')
  })

  test('whoever is decided about is overdue no more, until the decision ends', async () => {
    const world = await yearWorld(await copyOf(whole.outputs), small)
    await world.put('season/roster.csv', rosterText())
    await world.gather(whole.events)
    await world.season()
    const overdue = () =>
      world.told.flatMap(event => (event.type === 'gongkai.reports.overdue.v1' ? [event.data] : [])).at(-1)!
    expect(overdue().units.map(({ unit }) => unit)).toEqual(['u0', 'u4'])
    await world.put(
      'season/decisions.csv',
      '发现编号,决定,理由,决定人,有效期至\nunit-not-reported:u4,免报,已撤销,张三,2025-02-20',
    )
    await world.season()
    expect(overdue().units.map(({ unit }) => unit)).toEqual(['u0'])
    const told = world.told.length
    world.setDay('2025-02-20')
    await world.season({ thorough: true })
    expect(world.told).toHaveLength(told)
  })
})

describe('days', () => {
  test('a deadline that passes is told the day after, once', async () => {
    const world = await yearWorld(await copyOf(whole.outputs), { ...small, day: '2025-01-30' })
    await world.put('season/roster.csv', rosterText())
    await world.gather(whole.events)
    await world.season()
    const kinds = () => world.told.map(({ type }) => type)
    const before = kinds().length
    expect(kinds()).not.toContain('gongkai.reports.overdue.v1')
    world.setDay('2025-01-31')
    await world.season({ thorough: true })
    expect(kinds()).toHaveLength(before)
    world.setDay('2025-02-01')
    await world.season({ thorough: true })
    expect(kinds().slice(before)).toEqual(['gongkai.season.checked.v1', 'gongkai.reports.overdue.v1'])
    world.setDay('2025-02-02')
    await world.season({ thorough: true })
    expect(kinds()).toHaveLength(before + 2)
  })

  test('a new year begins where the one before it has reports, and not where there are old ones only', async () => {
    const seasonsOn = async (day: string) => {
      const world = await yearWorld(await copyOf(whole.outputs), { ...small, day })
      await world.put('season/roster.csv', rosterText())
      await world.season()
      return Object.keys((await world.json('season/current.json')).seasons)
    }
    expect(await seasonsOn('2025-12-31')).toEqual(['2023', '2024'])
    expect(await seasonsOn('2026-01-01')).toEqual(['2023', '2024', '2025'])
    expect(await seasonsOn('2027-01-01')).toEqual(['2023', '2024'])
  })
})

describe('reports that no event told of', () => {
  test('come in by their receipts, in parts where time is short, before any season is made', async () => {
    const expected = await worldOf()
    await expected.gather(whole.events)
    await expected.season()
    const world = await worldOf()
    let left = 2
    const hurried = {
      ...world.ports,
      goesOn: () => {
        left -= 1
        return left > 0
      },
    }
    expect(await world.season({}, hurried)).toBe('goesOn')
    expect(world.outputs.objects.has('season/current.json')).toBe(false)
    expect(await world.season({ thorough: true })).toBe('done')
    expect(await published(world)).toEqual(await published(expected))
  })

  test('a segment that is damaged is made anew, and the season is the same', async () => {
    const world = await worldOf()
    await world.gather(whole.events)
    await world.season()
    const before = await published(world)
    const told = world.told.length
    const segment = [...world.outputs.objects.keys()].find(key =>
      key.startsWith('season/segments/year=2024/'),
    )!
    const { bytes } = (await world.outputs.get(segment))!
    await world.outputs.put(segment, bytes.slice(0, bytes.length / 2))
    // Something has changed, and a process that has fetched nothing yet.
    await world.put('season/decisions.csv', '发现编号,决定,理由,决定人\nx,y,z,w')
    expect(await world.season({}, await anotherProcess(world.ports))).toBe('done')
    await world.put('season/decisions.csv', '发现编号,决定,理由,决定人')
    expect(await world.season({}, await anotherProcess(world.ports))).toBe('done')
    const season = (all: Readonly<Record<string, string>>) => all['season/athena/reports/season=2024/files']
    expect(season(await published(world))).toBe(season(before))
    expect(await brokenFiles(world)).toEqual([])
    expect(world.told.length).toBeGreaterThan(told)
  })

  test('all segments deleted: the same seasons, and nothing is told', async () => {
    const world = await worldOf()
    await world.gather(whole.events.slice(0, 2))
    await world.gather(whole.events.slice(2))
    await world.season()
    const before = await published(world)
    const told = world.told.length
    const kept = memoryStore()
    for (const [key, { bytes }] of world.outputs.objects)
      if (!key.startsWith('season/segments/')) await kept.put(key, bytes)
    const again = await yearWorld(kept)
    await again.season({ thorough: true })
    expect(await published(again)).toEqual(before)
    expect(again.told).toEqual([])
    expect(told).toBeGreaterThan(0)
  })
})

describe('messages', () => {
  test('one that cannot be read goes back alone', async () => {
    const world = await worldOf()
    const [event] = whole.events
    const { failed, records } = await gatherMessages(
      [
        { messageId: 'good', body: JSON.stringify({ detail: event }) },
        { messageId: 'no json', body: '{' },
        { messageId: 'nothing of ours', body: JSON.stringify({ detail: { type: 'x' } }) },
        { messageId: 'null', body: 'null' },
      ],
      world.ports,
    )
    expect({ failed, records }).toEqual({ failed: ['no json', 'nothing of ours', 'null'], records: 1 })
  })

  test('one whose result cannot be had for now goes back alone; one whose result is gone counts as damaged', async () => {
    const world = await worldOf()
    const json = (event: (typeof whole.events)[number]) =>
      event.type === 'gongkai.report.validated.v1' ? event.data.outputs.json.key : ''
    const [slow, gone] = whole.events
    const ports = {
      ...world.ports,
      outputs: {
        ...world.outputs,
        get: async (key: string) => {
          if (key === json(slow!)) throw new TransientFailure('GetObject: SlowDown')
          return key === json(gone!) ? null : world.outputs.get(key)
        },
      },
    }
    expect(await world.gather([slow!, gone!], ports)).toMatchObject({ failed: ['m0'], records: 1 })
    await world.gather([whole.events[2]!])
    await markSwept(world)
    await world.season()
    const leftOut = async () => {
      const { seasons } = await world.json('season/current.json')
      return (await world.json(`season/${seasons['2024']}/season.json`)).leftOut
    }
    expect(await leftOut()).toEqual([
      expect.objectContaining({ key: gone!.data.upload.key, reason: 'damaged', newest: true }),
    ])
  })

  test('a replay that failed while an earlier result stands changes nothing', async () => {
    const world = await worldOf()
    const [event] = whole.events
    const failed = {
      ...event!,
      type: 'gongkai.report.conversion-failed.v1',
      id: 'f'.repeat(64),
      dataschema: undefined,
      data: {
        ...event!.data,
        failure: { code: 'x', sentence: { zh: '', en: '' }, remedy: { zh: '', en: '' } },
        quarantine: null,
        stands: { run: event!.data.run ?? null, event: event!.id },
        outputs: {
          bucket: 'outputs',
          failure: { key: 'k', size: 1, sha256: '0' },
          receipt: { key: 'r' },
        },
      },
    } as unknown as (typeof whole.events)[number]
    expect(await world.gather([failed])).toEqual({ keys: [], records: 0, failed: [] })
    const { stands: _, ...data } = failed.data as unknown as { stands: unknown }
    expect(await world.gather([{ ...failed, data } as never])).toMatchObject({ records: 1, failed: [] })
  })
})

describe('while a season is being made', () => {
  /** `meanwhile` happens after the first process has read everything, and before it commits. */
  const overtaken = async (meanwhile: (world: YearWorld) => Promise<void>) => {
    const world = await yearWorld(await copyOf(whole.outputs), small)
    await markSwept(world)
    await world.put('season/roster.csv', rosterText())
    await world.gather(whole.events.slice(0, 3))
    let once = false
    const slow = await anotherProcess(world.ports)
    const end = await world.season(
      {},
      {
        ...slow,
        writeFiles: async (engine, asked, folder) => {
          const files = await smallSeason(engine, asked, folder)
          if (!once && asked.year === 2024) {
            once = true
            await meanwhile(world)
          }
          return files
        },
      },
    )
    expect(end).toBe('done')
    return published(world)
  }

  test('another that saw more stands: the older view does not take its place', async () => {
    const left = await overtaken(async world => {
      await world.gather(whole.events.slice(3))
      await world.season()
    })
    const world = await yearWorld(await copyOf(whole.outputs), small)
    await world.put('season/roster.csv', rosterText())
    await world.gather(whole.events)
    await world.season()
    expect(left).toEqual(await published(world))
  })

  test('another roster is taken up: what was made by the old one is made anew', async () => {
    const roster = rosterText(['u5,青禾县司法局,u0,部门,本级'])
    const left = await overtaken(world => world.put('season/roster.csv', roster))
    const world = await yearWorld(await copyOf(whole.outputs), small)
    await markSwept(world)
    await world.put('season/roster.csv', roster)
    await world.gather(whole.events.slice(0, 3))
    await world.season()
    expect(left).toEqual(await published(world))
  })
})
