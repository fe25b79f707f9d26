import { formKeys, formOfKey } from '../../checks/cells-of.ts'
import type { EditionId, FormKey } from '../../forms/form.ts'
import { editionById } from '../../forms/index.ts'
import { type FormLayout, layoutOf } from '../../forms/layout.ts'
import type { Report } from '../../report.ts'
import { formWords } from '../words.ts'
import { addressOf, inSheet } from './address.ts'
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

export const planOf = (report: Report): Plan => {
  const taken = new Set<string>()
  const overview = sheetName('概览', taken)
  const forms = formKeys.flatMap(form => {
    const edition = report.editions[form]
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

/** The finding's row in the overview as the target of a link; findings are numbered from 1. */
export const findingTarget = ({ overview }: Plan, number: number): string =>
  inSheet(overview, addressOf(findingsHead + number, 1))
