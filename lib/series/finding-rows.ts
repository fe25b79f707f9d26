import Big from 'big.js'
import type { Severity } from '../checks/check.ts'
import type { CrossFinding, Subject } from './checks/cross-check.ts'
import type { Row, SeriesColumn } from './column.ts'

/** The findings across reports as a table. */

const text = (name: string, zh: string, en: string): SeriesColumn => ({
  name,
  kind: 'text',
  label: { zh, en },
})

const required = (column: SeriesColumn): SeriesColumn => ({ ...column, required: true })

export const findingColumns: readonly SeriesColumn[] = [
  required(text('id', '发现编号', 'Id of the finding, stable over re-runs')),
  required(text('check_id', '核对规则', 'Check')),
  required(
    text(
      'severity',
      '程度：error 只见于单份报告的发现',
      'Severity: error, warning or info; across reports nothing is an error',
    ),
  ),
  required(text('outcome', '结果', 'Outcome: broken or unassessable')),
  text('unit', '单位编号', 'Unit; null where none was found'),
  { name: 'year', kind: 'integer', label: { zh: '报告年度', en: 'Report year' }, required: true },
  required(text('message_zh', '说明（中文）', 'What was found, in Chinese')),
  required(text('message_en', '说明（英文）', 'What was found, in English')),
  { name: 'expected', kind: 'amount', label: { zh: '应为', en: 'Expected' } },
  { name: 'actual', kind: 'amount', label: { zh: '实为', en: 'Actual' } },
  required(
    text(
      'subjects',
      '涉及的报告和数据项（JSON）',
      'Reports and figures concerned, as JSON: unit, year, version, cells',
    ),
  ),
  text(
    'upload_key',
    '涉及的上传文件；跨报告的发现只在没有找到单位时有',
    'Key of the upload; of findings across reports only where no unit was found',
  ),
  text('decision', '处理决定', 'Decision'),
  text('decision_reason', '决定理由', 'Its reason'),
  text('decided_by', '决定人', 'Who decided'),
  { ...text('decision_until', '决定有效期至', 'Last day of the decision'), time: 'day' },
]

/** In millionths; null where there is none, or more digits than that. */
const millionths = (value: number | undefined): bigint | null => {
  if (value === undefined) return null
  const scaled = new Big(value).times(1e6)
  return scaled.eq(scaled.round()) && scaled.abs().lt(1e18) ? BigInt(scaled.toFixed(0)) : null
}

/** What a row is made of: a finding across reports, or one of a report whose unit or year may not be known. */
export interface FindingOfRow extends Omit<CrossFinding, 'severity' | 'subjects' | 'expected' | 'actual'> {
  readonly severity: Severity
  readonly expected?: number | undefined
  readonly actual?: number | undefined
  readonly subjects: readonly (Omit<Subject, 'unit' | 'year'> & {
    readonly unit: string | null
    readonly year: number | null
  })[]
}

/** A finding as a row of `findingColumns`. */
export const findingRow = (finding: FindingOfRow, year: number | null): Row => {
  const { id, check, severity, outcome, message, subjects, expected, actual, upload, decision } = finding
  return {
    ...{ id, check_id: check, severity, outcome },
    unit: subjects[0]?.unit ?? null,
    year: subjects[0]?.year ?? year,
    message_zh: message.zh,
    message_en: message.en,
    expected: millionths(expected),
    actual: millionths(actual),
    subjects: JSON.stringify(subjects),
    upload_key: upload?.key ?? null,
    decision: decision?.decision ?? null,
    decision_reason: decision?.reason ?? null,
    decided_by: decision?.by ?? null,
    decision_until: decision?.until ?? null,
  }
}
