import type { Message } from '../model/message.ts'
import type { Row, SeriesColumn } from './column.ts'
import { seasonColumns } from './columns.ts'
import { areasOf, expectedUnits, lineageOf } from './roster/relations.ts'
import type { Roster } from './roster/roster.ts'

/** The tables that the cross checks and the ready questions read, the same on every engine. */

const column = (name: string, kind: SeriesColumn['kind'], zh: string, en: string): SeriesColumn => ({
  name,
  kind,
  label: { zh, en },
  required: true,
})

const unit = column('unit', 'text', '单位编号', 'Unit')
const year = column('year', 'integer', '报告年度', 'Report year')

interface SeasonTable {
  readonly about: Message
  readonly columns: readonly SeriesColumn[]
}

export const seasonTables = {
  live: {
    about: {
      zh: '每个上传文件的最新版本，一行一个；没有找到单位的，单位为空',
      en: 'The newest version of each upload; unit is null where none was found',
    },
    columns: seasonColumns,
  },
  reports: {
    about: { zh: '每个单位每个年度计入的那一份', en: 'The one report that counts of each unit and year' },
    columns: seasonColumns,
  },
  expected: {
    about: { zh: '应报送的单位和期限', en: 'Who must report for a year, and by when' },
    columns: [
      unit,
      year,
      { ...column('due_on', 'text', '期限', 'Deadline'), time: 'day' },
      column(
        'due_given',
        'integer',
        '期限由名册写明为 1，依法推定为 0',
        '1 where the roster gives it, 0 where the law does',
      ),
    ],
  },
  lineage: {
    about: {
      zh: '本年报告承接上年哪些单位的报告：本单位和并入的单位',
      en: 'Whose reports of the year before a report follows from: its own and those of what was merged into it',
    },
    columns: [
      unit,
      year,
      column('unit_before', 'text', '上年单位编号', 'Unit of the year before'),
      column('befores', 'integer', '承接的单位数', 'How many it follows from: one, but after a merger'),
    ],
  },
  area: {
    about: { zh: '全域口径的上级及其下级', en: 'Parents of scope whole area and their units' },
    columns: [unit, year, column('member', 'text', '下级单位编号', 'Unit under it')],
  },
  unplaced: {
    about: { zh: '没有找到单位的报告', en: 'Reports that no unit was found for' },
    columns: [
      column('key', 'text', '上传的文件', 'Key of the upload'),
      column('version', 'text', '文件版本', 'Version'),
      { name: 'year', kind: 'integer', label: year.label },
      { name: 'authority', kind: 'text', label: { zh: '机关名称', en: 'Authority' } },
      column('reason', 'text', '原因', 'Reason: unit-unmatched or unit-ambiguous'),
      column('proposals', 'text', '可能的单位（JSON）', 'Units that may be meant, as JSON'),
    ],
  },
} as const satisfies Readonly<Record<string, SeasonTable>>

export type TableName = keyof typeof seasonTables

const ofRoster = { expected: expectedUnits, lineage: lineageOf, area: areasOf } as const satisfies Partial<
  Record<TableName, (roster: Roster, year: number) => readonly Row[]>
>

export type RosterTable = keyof typeof ofRoster

/** What the roster says of these years: the rows of one of its tables, a year at a time. */
export function* rosterRows(table: RosterTable, roster: Roster, years: readonly number[]): Iterable<Row> {
  for (const year of years) yield* ofRoster[table](roster, year)
}

/** The rows of all of them. */
export const rosterTables = (
  roster: Roster,
  years: readonly number[],
): Readonly<Record<RosterTable, readonly Row[]>> => ({
  expected: [...rosterRows('expected', roster, years)],
  lineage: [...rosterRows('lineage', roster, years)],
  area: [...rosterRows('area', roster, years)],
})
