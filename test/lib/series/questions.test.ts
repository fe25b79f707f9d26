import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine } from '../../../functions/season/engine.ts'
import { figureColumns } from '../../../lib/series/columns.ts'
import { dataTables } from '../../../lib/series/data-tables.ts'
import { findingRow } from '../../../lib/series/finding-rows.ts'
import { questions } from '../../../lib/series/questions/index.ts'
import { seasonTables, type TableName } from '../../../lib/series/tables.ts'
import { unitRows } from '../../../lib/series/unit-rows.ts'
import { findingsOfRecords, type Handed, recordOfHanded, tablesOf } from './checks/invented-season.ts'
import { rosterOf } from './roster/lines.ts'

/** A county of two years whose answers a person can work out. */

const roster = rosterOf(`
  unit | name | parent | kind | level | until | successor | due | scope
  P | 甲县人民政府 | | 政府 | 县 | | | | 全域
  A | 甲县水务局 | P | 部门 | 县 | | | | 本级
  B | 甲县教育局 | P | 部门 | 县 | | | 02-15 | 本级
  C | 甲县粮食局 | P | 部门 | 县 | 2024-06-30 | B | | 本级
  D | 甲县白沙镇人民政府 | P | 乡镇 | 乡 | | | | 不明
  E | 甲县白沙镇农业服务中心 | D | | | | | | 本级
  F | 甲县青山镇人民政府 | P | 乡镇 | 乡 | | | | 本级
`)

interface Requests {
  readonly received: number | null
  readonly over?: number
  readonly granted?: number
  readonly secret?: number
  readonly handled?: number | null
  readonly forward?: number
}

const requests = ({ received, over = 0, granted = 0, secret = 0, handled = 0, forward = 0 }: Requests) => ({
  'requests.newRequests.naturalPerson': received,
  'requests.newRequests.total': received,
  'requests.carriedOver.total': over,
  'requests.outcomes.granted.total': granted,
  'requests.outcomes.denied.stateSecret.total': secret,
  'requests.outcomes.total.total': handled,
  'requests.carriedForward.total': forward,
})

const handed = (name: string, year: number, asked: Requests, more: Partial<Handed> = {}): Handed => {
  const { figures = {}, ...rest } = more
  return { name, year, edition: '2021', figures: { ...requests(asked), ...figures }, ...rest }
}

const disputes = (reconsideration: number, corrected: number, litigation: number) => ({
  'reconsiderationAndLitigation.reconsideration.total': reconsideration,
  'reconsiderationAndLitigation.reconsideration.corrected': corrected,
  'reconsiderationAndLitigation.directLitigation.total': litigation,
})

const reports: readonly Handed[] = [
  handed('甲县人民政府', 2023, { received: 30, handled: 30 }),
  handed('甲县水务局', 2023, { received: 10, granted: 8, handled: 8, forward: 2 }),
  handed('甲县教育局', 2023, { received: 5, granted: 5, handled: 5 }, { figures: disputes(1, 1, 0) }),
  handed('甲县粮食局', 2023, { received: 4, granted: 4, handled: 4 }),
  handed(
    '甲县水务局',
    2024,
    { received: 24, over: 1, granted: 20, handled: 20, forward: 5 },
    { key: '旧.docx' },
  ),
  handed(
    '甲县水务局',
    2024,
    { received: 25, over: 1, granted: 15, secret: 5, handled: 20, forward: 6 },
    {
      key: '新.docx',
      uploadedAt: '2025-02-01T00:00:00Z',
      signedOn: '2025-02-03',
      figures: disputes(3, 1, 2),
    },
  ),
  handed('甲县教育局', 2024, { received: 12, granted: 12, handled: null }, { signedOn: '2025-01-20' }),
  handed('甲县粮食局', 2024, { received: 0 }),
  handed('甲县白沙镇人民政府', 2024, { received: 3, granted: 3, handled: 3 }),
  handed('甲县白沙镇农业服务中心', 2024, { received: 2, granted: 2, handled: 2 }),
  handed('乙县文物局', 2024, { received: 1 }),
]

let engine: Engine
beforeAll(async () => {
  const [year, asOf] = [2024, '2025-02-10']
  const records = reports.map(recordOfHanded)
  const { tables } = tablesOf(roster, records, [2023, 2024])
  const findings = await findingsOfRecords(roster, records, { year, asOf })
  engine = await openEngine()
  for (const name of Object.keys(seasonTables) as TableName[])
    await engine.table(name, seasonTables[name].columns, tables[name])
  await engine.table(
    'findings',
    dataTables.findings.columns,
    findings.map(each => findingRow(each, year)),
  )
  await engine.table('units', dataTables.units.columns, unitRows(roster))
  await engine.table('season', dataTables.season.columns, [{ year, as_of: asOf }])
})
afterAll(() => engine.close())

/** The rows of an answer, decimals and large numbers as the numbers they are; `of` picks columns. */
const answer = async (id: string, ...of: readonly string[]): Promise<readonly (readonly unknown[])[]> => {
  const { columns, rows } = await engine.ask(questions.find(each => each.id === id)!.sql(2024))
  for (const name of of) expect(columns).toContain(name)
  return rows.map(row =>
    row.flatMap((value, at) =>
      of.length > 0 && !of.includes(columns[at]!) ? [] : [typeof value === 'bigint' ? Number(value) : value],
    ),
  )
}

const sums = [
  'reports',
  'received',
  'carried_over',
  'handled',
  'carried_forward',
  'blank_cells',
  'maybe_twice',
]

const answers: Readonly<
  Record<string, readonly [of: readonly string[], rows: readonly (readonly unknown[])[]]>
> = {
  progress: [
    [],
    [
      ['P', '甲县人民政府', 4, 3, 1, 0],
      [null, null, 1, 0, 1, 0],
      ['D', '甲县白沙镇人民政府', 1, 1, 0, 0],
    ],
  ],
  'not-reported': [
    ['unit', 'due_on', 'is_overdue'],
    [
      ['F', '2025-03-31', 0],
      ['P', '2025-03-31', 0],
    ],
  ],
  late: [[], [['A', '甲县水务局', '2025-01-31', '2025-02-03']]],
  'handed-in-again': [['unit', 'versions'], [['A', 2]]],
  'not-counted': [
    ['key', 'unit', 'counted_key', 'reason'],
    [
      ['2024/乙县文物局.docx', null, null, '没有找到单位'],
      ['旧.docx', 'A', '新.docx', '另有一份计入'],
    ],
  ],
  unplaced: [['key', 'reason'], [['2024/乙县文物局.docx', 'unit-unmatched']]],
  'not-expected': [['unit', 'until', 'successor'], [['C', '2024-06-30', 'B']]],
  verdicts: [['unit', 'verdict'], ['A', 'B', 'C', 'D', 'E'].map(unit => [unit, 'valid'])],
  findings: [
    ['unit', 'check_id'],
    [
      ['A', 'carried-over-against-last-year'],
      ['A', 'reported-twice'],
      ['A', 'unit-late'],
      [null, 'unit-unmatched'],
    ],
  ],
  'findings-by-check': [
    ['check_id', 'findings', 'units', 'decided'],
    [
      ['carried-over-against-last-year', 1, 1, 0],
      ['reported-twice', 1, 1, 0],
      ['unit-late', 1, 1, 0],
      ['unit-unmatched', 1, 0, 0],
    ],
  ],
  'carried-over': [['unit', 'outcome', 'expected', 'actual'], [['A', 'broken', '2.000000', '1.000000']]],
  summary: [[], []],
  blanks: [['unit', 'blank_cells'], [['B', 1]]],
  'all-zero': [['unit'], [['C']]],
  // 2023: 10 + 5 + 4, and not the 30 of their county. 2024: 25 + 12 + 0 + 3 + 2.
  totals: [
    ['year', ...sums],
    [
      [2023, 3, 19, 0, 17, 2, 0, 0],
      [2024, 5, 42, 1, 25, 6, 1, 1],
    ],
  ],
  'totals-by-kind': [
    ['kind', ...sums],
    [
      ['乡镇', 1, 3, 0, 3, 0, 0, 1],
      ['部门', 3, 37, 1, 20, 6, 1, 0],
      [null, 1, 2, 0, 2, 0, 0, 0],
    ],
  ],
  'totals-by-level': [
    ['level', 'reports', 'received'],
    [
      ['乡', 1, 3],
      ['县', 3, 37],
      [null, 1, 2],
    ],
  ],
  'totals-by-parent': [
    ['parent', 'reports', 'received'],
    [
      ['D', 1, 2],
      ['P', 4, 40],
    ],
  ],
  outcomes: [
    ['year', 'granted', 'denied', 'other', 'handled', 'blank_cells'],
    [
      [2023, 17, 0, 0, 17, 0],
      [2024, 32, 5, 0, 25, 1],
    ],
  ],
  applicants: [
    ['year', 'natural_person', 'other_organization', 'total'],
    [
      [2023, 19, 0, 19],
      [2024, 42, 0, 42],
    ],
  ],
  'disputes-by-year': [
    ['year', 'reconsideration', 'reconsideration_corrected', 'litigation', 'litigation_corrected'],
    [
      [2023, 1, 1, 0, 0],
      [2024, 3, 1, 2, 0],
    ],
  ],
  'left-out-of-sums': [[], [['D', '甲县白沙镇人民政府', 'unknown', 1, 1]]],
  ranking: [
    ['unit', 'received'],
    [
      ['A', 25],
      ['B', 12],
      ['D', 3],
      ['E', 2],
      ['C', 0],
    ],
  ],
  // 教育局 goes on with itself and 粮食局: 5 + 4.
  growth: [
    [],
    [
      ['A', '甲县水务局', 10, 25, 15, 150, 0],
      ['B', '甲县教育局', 9, 12, 3, 33.3, 0],
    ],
  ],
  backlog: [[], [['A', '甲县水务局', 6, 20, 0]]],
  'denial-rate': [[], [['A', '甲县水务局', 5, 20, 25, 0]]],
  disputes: [[], [['A', '甲县水务局', 3, 2, 0]]],
}

test('every question has an answer worked out by hand', () => {
  expect(questions.map(({ id }) => id)).toEqual(Object.keys(answers))
  expect(new Set(questions.map(({ title }) => title.zh)).size).toBe(questions.length)
})

test.each(Object.entries(answers))('%s', async (id, [of, rows]) => {
  expect(await answer(id, ...of)).toEqual(rows)
})

test('sums leave out a summary of an area whose units have reported, and say so', async () => {
  const { rows } = await engine.ask(questions.find(({ id }) => id === 'left-out-of-sums')!.sql(2023))
  expect(rows).toEqual([['P', '甲县人民政府', 'wholeArea', 3, 0]])
})

test('rankings and sums say where a number that they use is flagged or in doubt', async () => {
  const flagged = await openEngine()
  const key = 'requests.newRequests.total'
  const doubtful = figureColumns.map(column => (column.key === key ? '1' : '0')).join('')
  const { tables } = tablesOf(roster, reports.map(recordOfHanded), [2023, 2024])
  const rows = tables.reports.map(row => ({
    ...row,
    ...(row['unit'] === 'A' ? { flagged: JSON.stringify([{ key, checks: ['some-check'] }]) } : {}),
    ...(row['unit'] === 'B' ? { doubtful } : {}),
  }))
  await flagged.table('reports', seasonTables.reports.columns, rows)
  const asked = async (id: string) =>
    (await flagged.ask(questions.find(each => each.id === id)!.sql(2024))).rows
  expect((await asked('ranking')).map(([unit, , , is]) => [unit, is])).toEqual([
    ['A', 1],
    ['B', 1],
    ['D', 0],
    ['E', 0],
    ['C', 0],
  ])
  expect(await asked('disputes')).toEqual([['A', '甲县水务局', 3n, 2n, 0]])
  expect((await asked('totals')).map(row => row.at(-2))).toEqual([2n, 2n])
  flagged.close()
})

test('the year may be SQL, and names of columns are permanent', async () => {
  for (const { id, sql } of questions) {
    const asked = await engine.ask(sql('(SELECT year FROM season)'))
    expect(asked, id).toEqual(await engine.ask(sql(2024)))
    expect(asked.columns.join(' '), id).toMatch(/^[a-z_ ]+$/u)
  }
  const columns = await Promise.all(
    questions.map(async ({ id, sql }) => [id, (await engine.ask(sql(2024))).columns.join(', ')]),
  )
  expect(Object.fromEntries(columns)).toMatchSnapshot()
})
