import { editions } from '../../forms/index.ts'
import type { Message } from '../../model/message.ts'
import { anyDoubtful } from '../checks/doubt-sql.ts'
import { columnOf, type FigureColumn } from '../columns.ts'
import { editionColumn } from '../fact-columns.ts'
import { denied, isInSums, mayCountTwice } from './question.ts'

/** Sums over reports, in which nothing is counted twice and no blank passes for a zero. */

const inSums: Message = {
  zh: '下级已有报告的全域口径汇总不再相加，见“不再相加”；口径不明而下级也有报告的照加，可能重复（maybe_twice 份）。没有数字的格不计（blank_cells 格）；有 flagged_reports 份的这张表有数字被单份报告的发现涉及，或所用的数字读取存疑。',
  en: 'Summaries of whole areas whose units have reported are not added (see “left-out-of-sums”); those of unknown scope are, and may count twice (maybe_twice). Cells without a number add nothing (blank_cells); of flagged_reports some number of this table is named by a finding of the report itself, or one that is added was read with a doubt.',
}

export const aboutSums = ({ zh, en }: Message): Message => ({
  zh: `${zh}${inSums.zh}`,
  en: `${en} ${inSums.en}`,
})

/** A column of the answer: SQL over reports `r`, and the cells it is made of. */
interface Sum {
  readonly sql: string
  readonly cells: readonly FigureColumn[]
}

const total = (...keys: readonly string[]): Sum => {
  const columns = keys.map(columnOf)
  return { sql: columns.map(({ name }) => `sum(r.${name})`).join(' + '), cells: columns }
}

/** How many reports print a cell, or have not been read where it stands, and have no number in it. */
const blanks = ({ name, form, editions: printed }: FigureColumn): string =>
  printed.length === editions.length
    ? `count(*) - count(r.${name})`
    : printed
        .map(id => `count(CASE WHEN r.${editionColumn(form)} = '${id}' AND r.${name} IS NULL THEN 1 END)`)
        .join(' + ')

/** One answer line for each group of reports. */
export const summed = (group: string, sums: Readonly<Record<string, Sum>>, where = ''): string => {
  const cells = Object.values(sums).flatMap(sum => sum.cells)
  const columns = Object.entries(sums).map(([name, { sql }]) => `CAST(${sql} AS BIGINT) AS ${name}`)
  return `SELECT ${group}, count(*) AS reports,
  ${columns.join(',\n  ')},
  ${cells.map(blanks).join('\n    + ')} AS blank_cells,
  count(CASE WHEN r.flagged LIKE '%"${cells[0]!.form}.%' OR ${anyDoubtful('r', cells)} THEN 1 END) AS flagged_reports,
  count(CASE WHEN ${mayCountTwice} THEN 1 END) AS maybe_twice
FROM reports r WHERE ${where}${isInSums} GROUP BY ${group} ORDER BY ${group}`
}

export const main = {
  received: total('requests.newRequests.total'),
  carried_over: total('requests.carriedOver.total'),
  handled: total('requests.outcomes.total.total'),
  carried_forward: total('requests.carriedForward.total'),
}

const outcome = (...rows: readonly string[]): Sum =>
  total(...rows.map(row => `requests.outcomes.${row}.total`))

/** The older form has one row for what the newer one has three. */
const otherOutcomes = (): Sum => {
  const [undivided, ...divided] = outcome(
    ...['undivided', 'correctionOverdue', 'feeOverdue', 'otherReasons'].map(each => `other.${each}`),
  ).cells
  const edition = editionColumn(undivided!.form)
  const parts = divided.map(({ name }) => `r.${name}`).join(' + ')
  return {
    sql: `sum(CASE WHEN r.${edition} = '2019' THEN r.${undivided!.name} ELSE ${parts} END)`,
    cells: [undivided!, ...divided],
  }
}

export const outcomes = {
  granted: outcome('granted'),
  partially_granted: outcome('partiallyGranted'),
  denied: outcome(...denied),
  unable_to_provide: outcome(
    ...['notHeld', 'requiresCreation', 'unclearAfterCorrection'].map(each => `unableToProvide.${each}`),
  ),
  not_processed: outcome(
    ...['petition', 'repeated', 'publication', 'excessive', 'reconfirmation'].map(
      each => `notProcessed.${each}`,
    ),
  ),
  other: otherOutcomes(),
  handled: outcome('total'),
}

const applicant = (column: string): Sum => total(`requests.newRequests.${column}`)

export const applicants = {
  natural_person: applicant('naturalPerson'),
  commercial_enterprise: applicant('commercialEnterprise'),
  research_institution: applicant('researchInstitution'),
  social_organization: applicant('socialOrganization'),
  legal_service_organization: applicant('legalServiceOrganization'),
  other_organization: applicant('otherOrganization'),
  total: applicant('total'),
}

const dispute = (...rows: readonly string[]): Sum =>
  total(...rows.map(row => `reconsiderationAndLitigation.${row}`))

export const disputes = {
  reconsideration: dispute('reconsideration.total'),
  reconsideration_corrected: dispute('reconsideration.corrected'),
  litigation: dispute('directLitigation.total', 'litigationAfterReconsideration.total'),
  litigation_corrected: dispute('directLitigation.corrected', 'litigationAfterReconsideration.corrected'),
}
