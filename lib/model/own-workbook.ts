import { type FormKey, formKeys } from '../forms/form.ts'

/**
 * The names our workbook gives its own places. They move along when rows are inserted, and every spreadsheet program
 * keeps them: by them the workbook is known again when it is dropped back in.
 */
const prefix = 'gongkai_'

export const placeNames = {
  title: `${prefix}title`,
  authority: `${prefix}authority`,
  year: `${prefix}year`,
  period: `${prefix}period`,
  summary: `${prefix}summary`,
  season: `${prefix}season`,
} as const

export const nameOfTable = (form: FormKey): string => `${prefix}table_${form}`

/** In the order of the report. */
export const tableNames: readonly string[] = formKeys.map(nameOfTable)

export const isOwnName = (name: string): boolean => name.startsWith(prefix)

/** A cell or a range that a workbook gives a name to: `'依申请公开'!$A$3:$J$28`. */
export interface NamedPlace {
  readonly name: string
  readonly reference: string
}

/** What stands in the cell of a figure that the file has not, or that could not be read. */
export const withoutWords = { missing: '（缺）', unreadable: '（未能读出）' } as const

/** The state such words stand for; null for any other text. */
export const stateOfWords = (text: string): keyof typeof withoutWords | null => {
  if (text === withoutWords.missing) return 'missing'
  return text === withoutWords.unreadable ? 'unreadable' : null
}

/** Stands at the cell of a figure that a person typed in, in every output; in a workbook behind the number. */
export const enteredMark = '录'

/** Stands in the cell of a figure that a person found blank in the original: nothing there would say so. */
export const enteredBlank = `（空白，${enteredMark}）`

/** The same of a dash, which says that it does not apply. */
export const enteredDash = `（—，${enteredMark}）`

/** Begins what stands in the place of a name or a year of a scan that no person has confirmed: it is neither. */
export const waitingWords = '（待人工确认'

/** Stands before a printed number that is no figure, since its unit or sign is not known: it must not become one here. */
export const doubtMark = '〔存疑〕'
