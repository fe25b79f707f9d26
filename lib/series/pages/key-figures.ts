import { formKeys } from '../../forms/form.ts'
import type { Row } from '../column.ts'
import { columnOf, type FigureColumn } from '../columns.ts'
import { editionColumn } from '../fact-columns.ts'

/** A figure that people ask for first. */
export interface KeyFigure {
  readonly zh: string
  readonly column: FigureColumn
}

const figure = (zh: string, key: string): KeyFigure => ({ zh, column: columnOf(key) })

export const received = figure('新收申请', 'requests.newRequests.total')
export const handled = figure('办理总计', 'requests.outcomes.total.total')
export const carriedForward = figure('结转下年度', 'requests.carriedForward.total')

export const keyFigures: readonly KeyFigure[] = [
  received,
  figure('上年结转', 'requests.carriedOver.total'),
  handled,
  figure('其中：予以公开', 'requests.outcomes.granted.total'),
  figure('其中：部分公开', 'requests.outcomes.partiallyGranted.total'),
  carriedForward,
  figure('行政复议', 'reconsiderationAndLitigation.reconsideration.total'),
  figure('未经复议直接起诉', 'reconsiderationAndLitigation.directLitigation.total'),
  figure('复议后起诉', 'reconsiderationAndLitigation.litigationAfterReconsideration.total'),
  figure('规范性文件制发件数', 'proactiveDisclosure.normativeDocuments.issued'),
  figure('规范性文件现行有效件数', 'proactiveDisclosure.normativeDocuments.inForce'),
  figure('行政许可决定', 'proactiveDisclosure.administrativeLicensing.decisions'),
  figure('行政处罚决定', 'proactiveDisclosure.administrativePenalty.decisions'),
  figure('行政强制决定', 'proactiveDisclosure.administrativeCompulsion.decisions'),
  figure('行政事业性收费（万元）', 'proactiveDisclosure.administrativeFees.amount'),
]

const editionColumns = new Map(formKeys.map(form => [form, editionColumn(form)]))

/** Whether the form of a report has the cell. */
export const hasCell = (row: Row, { form, editions }: FigureColumn): boolean => {
  const edition = row[editionColumns.get(form)!]
  return editions.some(id => id === edition)
}
