import { editionById } from '../../forms/find-edition.ts'
import type { FormCell, FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { editions as allEditions, type EditionId } from '../../forms/index.ts'
import { cellsOfForm } from '../../model/figures-of.ts'
import { columnLabel, rowLabel } from '../../model/form-words.ts'
import { formWords } from '../words.ts'
import type { SummaryReport } from './record.ts'

/** A figure of the forms as a column of the summary. */
export interface SummaryColumn {
  readonly key: string
  readonly form: FormKey
  /** The editions whose figure it is, among those present. */
  readonly editions: readonly EditionId[]
  /** Row of the form, or the groups above the column where the form has one row only. */
  readonly upper: string
  /** Column of the form. */
  readonly lower: string
}

/** Columns that stand under one title. */
export interface ColumnGroup {
  readonly form: FormKey
  readonly title: string
  readonly columns: readonly SummaryColumn[]
}

export const editionWord = (edition: EditionId): string => `${edition}版`

const lowerOf = ({ row, column }: FormCell): string => {
  const label = row.key === '' ? column.path.at(-1)!.label : columnLabel(column)
  return column.unit && !label.includes(column.unit) ? `${label}（${column.unit}）` : label
}

const upperOf = ({ row, column }: FormCell): string =>
  row.key === ''
    ? column.path
        .slice(0, -1)
        .map(({ label }) => label)
        .join(' ')
    : rowLabel(row)

/**
 * The figures of a form in the editions present. Two editions share a column where key and printed labels agree:
 * a figure that merely has the same key under another label may count something else, and is never added to it.
 */
const columnsOf = (form: FormKey, present: readonly EditionId[]): SummaryColumn[] => {
  const columns: SummaryColumn[] = []
  for (const edition of present) {
    let last = -1
    for (const cell of cellsOfForm(edition, form)) {
      const own = { key: cell.key, form, upper: upperOf(cell), lower: lowerOf(cell) }
      const known = columns.findIndex(
        ({ key, upper, lower }) => key === own.key && upper === own.upper && lower === own.lower,
      )
      last = known >= 0 ? known : last < 0 ? columns.length : last + 1
      const editions = known >= 0 ? [...columns[known]!.editions, edition] : [edition]
      columns.splice(last, known >= 0 ? 1 : 0, { ...own, editions })
    }
  }
  return columns
}

const titleOf = (form: FormKey, present: readonly EditionId[]): string => {
  const { title } = editionById(present[0]!).forms[form]
  return `${formWords[form].number}、${title}（${present.map(editionWord).join('、')}）`
}

const groupsOf = (form: FormKey, present: readonly EditionId[]): ColumnGroup[] => {
  const columns = columnsOf(form, present)
  if (!columns.some(({ editions }) => editions.length > 1))
    return present.map(edition => ({
      form,
      title: titleOf(form, [edition]),
      columns: columns.filter(({ editions }) => editions.includes(edition)),
    }))
  return [{ form, title: titleOf(form, present), columns }]
}

/** So many columns have their table's name above them once: more are parted, so that none is ever without it. */
const underOneTitle = 12

/** The columns of each row of the form under a title of their own. */
const runsOf = (group: ColumnGroup): readonly ColumnGroup[] => {
  if (group.columns.length <= underOneTitle) return [group]
  const runs: SummaryColumn[][] = []
  for (const column of group.columns) {
    const run = runs.at(-1)
    if (run?.[0]?.upper === column.upper) run.push(column)
    else runs.push([column])
  }
  return runs.map(columns => ({ ...group, columns }))
}

/** All figures of the tables that the reports have, the newest edition first. */
export const columnGroups = (reports: readonly Pick<SummaryReport, 'editions'>[]): readonly ColumnGroup[] =>
  formKeys.flatMap(form => {
    const present = allEditions
      .map(({ id }) => id)
      .filter(id => reports.some(({ editions }) => editions[form] === id))
      .toReversed()
    return present.length === 0 ? [] : groupsOf(form, present).flatMap(runsOf)
  })
