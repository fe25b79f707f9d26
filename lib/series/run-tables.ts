import type { Message } from '../model/message.ts'
import type { SourceFacts } from '../submission/outcome.ts'
import type { ReportJson } from '../writers/contract.ts'
import { optional, type Row, type SeriesColumn } from './column.ts'
import { type DataTable, dataTables } from './data-tables.ts'
import type { Decision } from './decisions.ts'
import { findingRow } from './finding-rows.ts'
import { type Known, recordOf } from './record.ts'

/**
 * The tables of reports as they were converted, without the season around them: the same columns in the same order, where
 * what only a season tells is null.
 */

const text = (name: string, zh: string, en: string): SeriesColumn => ({
  name,
  kind: 'text',
  label: { zh, en },
})

const required = (column: SeriesColumn): SeriesColumn => ({ ...column, required: true })

/** How the file stands among the others, as the desk of an outbox has it; what was just converted counts. */
export const standings = ['counted', 'replaced', 'excluded', 'open', 'none'] as const
export type Standing = (typeof standings)[number]

const fileColumns: readonly SeriesColumn[] = [
  required(text('key', '上传的文件（含路径）', 'Key of the upload, with its path')),
  text('version', '文件版本', 'Version of the upload; null where the file could not be read'),
  required(text('file_name', '文件名', 'Name of the file')),
  { name: 'bytes', kind: 'count', label: { zh: '文件大小（字节）', en: 'Size of the file in bytes' } },
  text('sha256', '文件的 SHA-256', 'SHA-256 of the file'),
  required(
    text(
      'outcome',
      '处理结果：validated 已转换，rejected 未受理，failed 未能转换',
      'What came of it: validated, rejected or failed',
    ),
  ),
  required(
    text(
      'standing',
      '是否计入：counted 计入；replaced 已被替代，excluded 已排除，open 待人工确认，none 没有报告，均不计入',
      'counted; or not: replaced, excluded, open (a person is asked), none (it gave no report)',
    ),
  ),
  text('replaced_by', '替代它的文件', 'Key of the file that counts in its place'),
  text('code', '未受理或未能转换的原因代码', 'Why it was refused or given up, as a code'),
  text('reason_zh', '原因（中文）', 'The reason in Chinese'),
  text('reason_en', '原因（英文）', 'The reason in English'),
  text('remedy_zh', '处理办法（中文）', 'What to do, in Chinese'),
  text('remedy_en', '处理办法（英文）', 'What to do, in English'),
  text(
    'json',
    '结果 JSON 的位置（在结果文件夹中）',
    'Where its JSON stands below the folder of results; null where there is none',
  ),
]

const mayBeNull = (columns: readonly SeriesColumn[], names: readonly string[]): readonly SeriesColumn[] =>
  columns.map(column => (names.includes(column.name) ? optional(column) : column))

export const runTables = {
  files: {
    about: {
      zh: '每个文件一行，未受理和不计入的也在',
      en: 'A row for each file, those refused and those that do not count among them',
    },
    columns: fileColumns,
  },
  reports: {
    about: {
      zh: '计入的报告，一份一行，每格一列；没有名册时单位各列为空',
      en: 'A row for each report that counts, a column for each cell; what a roster tells is null without one',
    },
    columns: dataTables.reports.columns,
  },
  figures: {
    about: {
      zh: '计入的报告的每一格一行（长表）',
      en: 'Tidy: every cell of every report that counts on a row of its own',
    },
    columns: mayBeNull(dataTables.figures.columns, ['unit', 'year']),
  },
  findings: {
    about: { zh: '计入的报告的全部发现', en: 'All findings of the reports that count' },
    columns: [
      ...mayBeNull(dataTables.findings.columns, ['year']),
      text(
        'caused_by',
        '由哪一条发现引起（同一份报告的发现编号）',
        'Id of the finding of the same report that it follows from; that one counts for both',
      ),
    ],
  },
} as const satisfies Readonly<Record<string, DataTable>>

export type RunTableName = keyof typeof runTables

export const runTableNames = Object.keys(runTables) as readonly RunTableName[]

/** What a folder of tables is called in its description. */
export const runTablesName = 'gongkai-tables'

/** Every file that such a folder may hold; the one that says what the others are stands last. */
export const runTableFiles: readonly string[] = [
  ...runTableNames.flatMap(name => [`${name}.parquet`, `${name}.csv`]),
  ...['columns.csv', 'datapackage.json'],
]

/** Rows that a spreadsheet takes below the heads; a larger table is in Parquet alone. */
export const mostCsvRows = 1_048_575

export interface FileFacts {
  readonly key: string
  readonly version: string | null
  readonly source: SourceFacts
  readonly outcome: 'validated' | 'rejected' | 'failed'
  readonly standing: Standing
  readonly replacedBy: string | null
  readonly reason: { readonly code: string; readonly sentence: Message; readonly remedy: Message } | null
  /** Below the folder of results. */
  readonly json: string | null
}

export const fileRow = ({ source, reason, ...facts }: FileFacts): Row => ({
  ...{ key: facts.key, version: facts.version, file_name: source.name, sha256: source.sha256 },
  bytes: source.size === null ? null : BigInt(source.size),
  ...{ outcome: facts.outcome, standing: facts.standing, replaced_by: facts.replacedBy },
  ...{ code: reason?.code ?? null, reason_zh: reason?.sentence.zh ?? null, json: facts.json },
  ...{ reason_en: reason?.sentence.en ?? null, remedy_zh: reason?.remedy.zh ?? null },
  remedy_en: reason?.remedy.en ?? null,
})

/** What stands beside a report: whose it is, of a roster, and what persons have decided of its findings, by their ids. */
export interface BesideReport {
  /** The columns of the unit that are known. */
  readonly place?: Row
  readonly decisions?: ReadonlyMap<string, Decision>
}

/** A report as rows of `reports` and of `findings`. */
export const reportRows = (
  json: ReportJson,
  known: Known,
  { place = {}, decisions }: BesideReport = {},
): { readonly report: Row; readonly findings: readonly Row[] } => {
  const { key, version } = known
  const { year } = json.report
  const unit = (place['unit'] ?? null) as string | null
  return {
    report: { ...place, ...recordOf(json, known) },
    findings: json.findings.map(({ cells, causedBy, ...finding }) => {
      const decision = decisions?.get(finding.id)
      const row = findingRow(
        {
          ...finding,
          subjects: [{ unit, year, version, cells }],
          upload: { key, version },
          ...(decision ? { decision } : {}),
        },
        year,
      )
      return { ...row, caused_by: causedBy ?? null }
    }),
  }
}
