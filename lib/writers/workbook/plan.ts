import { editionById } from '../../forms/find-edition.ts'
import { type FormKey, formKeys } from '../../forms/form.ts'
import type { EditionId } from '../../forms/index.ts'
import { type FormLayout, layoutOf } from '../../forms/layout.ts'
import { formOfKey } from '../../model/figures-of.ts'
import { type NamedPlace, nameOfTable, placeNames } from '../../model/own-workbook.ts'
import type { Report } from '../../model/report.ts'
import { editionOfFigures } from '../figure-table.ts'
import { formWords } from '../words.ts'
import { addressOf, fixedIn, inSheet, rangeOf } from './address.ts'
import { formTop } from './form-frame.ts'
import { sheetName } from './names.ts'

/** A statutory table that gets a sheet. */
export interface PlannedForm {
  readonly form: FormKey
  readonly edition: EditionId
  readonly name: string
  readonly layout: FormLayout
}

/** Names and places known before any sheet is filled, so that sheets can link to each other. */
export interface Plan {
  readonly overview: string
  readonly forms: readonly PlannedForm[]
  readonly tidy: string
  /** Names given so far, in lower case. */
  readonly taken: Set<string>
}

/** Row of the overview that heads the findings; the rows above it are the same in every report. */
export const findingsHead = 19

/** Rows of the overview where whose report it is stands, and the column of the values. */
const overviewRows = { title: 1, authority: 4, year: 5, period: 6 } as const
const overviewValues = 4

/** What the workbook gives names to, so that it is known again: see `own-workbook.ts`. */
export const namesOf = (report: Report, { overview, forms }: Plan): NamedPlace[] => {
  // Of a scan a person may fill in name and year; what was read of its title and period is not taken for them.
  const known = report.scan
    ? (['authority', 'year'] as const)
    : (['title', 'authority', 'year', 'period'] as const).filter(place => report[place] !== null)
  return [
    ...known.map(place => ({
      name: placeNames[place],
      reference: fixedIn(overview, addressOf(overviewRows[place], place === 'title' ? 1 : overviewValues)),
    })),
    ...forms.map(({ form, name, layout }) => ({
      name: nameOfTable(form),
      reference: fixedIn(name, rangeOf(formTop + 1, 1, layout.rows, layout.columns)),
    })),
  ]
}

export const planOf = (report: Report): Plan => {
  const taken = new Set<string>()
  const overview = sheetName('概览', taken)
  const forms = formKeys.flatMap(form => {
    const edition = editionOfFigures(report, form)
    if (edition === null) return []
    const layout = layoutOf(editionById(edition).forms[form])
    return [{ form, edition, layout, name: sheetName(formWords[form].short, taken) }]
  })
  return { overview, forms, tidy: sheetName('数据', taken), taken }
}

/** The figure's cell as the target of a link; null where its table has no sheet. */
export const figureTarget = ({ forms }: Plan, key: string): string | null => {
  const planned = forms.find(({ form }) => form === formOfKey(key))
  const cell = planned?.layout.figures.get(key)
  return planned && cell ? inSheet(planned.name, addressOf(cell.row + formTop, cell.column)) : null
}

/** The finding's row in the overview as the target of a link; `place` counts from 1. */
export const findingTarget = ({ overview }: Plan, place: number): string =>
  inSheet(overview, addressOf(findingsHead + place, 1))
