import Big from 'big.js'
import { editionById, editionForYear } from '../forms/find-edition.ts'
import { type FormCell, type FormKey, formCells, formKeys } from '../forms/form.ts'
import { editions as allEditions, type EditionId } from '../forms/index.ts'
import { cellsOfForm, formOfKey } from '../model/figures-of.ts'
import { columnLabel, columnPlace, rowLabel, rowPlace } from '../model/form-words.ts'
import type { Message } from '../model/message.ts'

/** What of a report tells which cells can be typed in. */
export interface Enterable {
  readonly year: number | null
  readonly editions: Readonly<Record<FormKey, EditionId | null>>
  /** Keys of the figures it has, of tables that were not recognised too. */
  readonly figures: Iterable<string>
}

/**
 * The edition that the cells of a table are of: where it was not recognised the year's, unless the report lists the
 * cells of another. Null where neither tells one.
 */
export const editionToEnter = ({ year, editions, figures }: Enterable, form: FormKey): EditionId | null => {
  if (editions[form] !== null) return editions[form]
  const due = editionForYear(year)
  const listed = [...figures].filter(key => formOfKey(key) === form)
  if (listed.length === 0) return due
  const fits = (id: EditionId): boolean => {
    const cells = cellsOfForm(id, form)
    return cells.length === listed.length && cells.every(({ key }) => listed.includes(key))
  }
  const possible = allEditions.map(({ id }) => id).filter(fits)
  return possible.find(id => id === due) ?? possible[0] ?? due
}

const nameOf = ({ row, column }: FormCell): Message => {
  const inRow = rowPlace(rowLabel(row))
  const inColumn = columnPlace(columnLabel(column))
  return {
    zh: `${inRow.zh}${inColumn.zh}`,
    en: inRow.en === '' ? inColumn.en : `${inRow.en}, ${inColumn.en}`,
  }
}

/** Figures from here on fit no column of a season; nothing that is counted comes near. */
const tooLarge = 1e12

/** Amounts have so many decimals at most. */
const decimals = 6

const wrong = ({ column }: FormCell, value: number): Message | null => {
  if (!Number.isFinite(value)) return { zh: '不是数字', en: 'is no number' }
  if (Math.abs(value) >= tooLarge) return { zh: '超出范围', en: 'is out of range' }
  if (value < 0 && !column.signed) return { zh: '不能是负数', en: 'cannot be negative' }
  if (column.unit === undefined)
    return Number.isInteger(value) ? null : { zh: '应是整数', en: 'must be a whole number' }
  return new Big(value).round(decimals).eq(value)
    ? null
    : {
        zh: `应以${column.unit}计，至多 ${decimals} 位小数`,
        en: `is in ${column.unit}, with ${decimals} decimals at most`,
      }
}

/**
 * What stands against a figure being typed in, as a sentence for whoever types it; null where nothing does. `value` null
 * says that the original is blank there.
 */
export const enteredProblem = (report: Enterable, key: string, value: number | null): Message | null => {
  const form = formKeys.find(each => each === formOfKey(key))
  const edition = form === undefined ? null : editionToEnter(report, form)
  if (form !== undefined && edition === null)
    return {
      zh: '没有读出报告年度，也没有认出这张表，不能确定用哪一版表式，这一格不能录入。',
      en: 'Neither the year of the report nor its table was read, so which edition of the form it follows is not known: the cell cannot be typed in.',
    }
  const cell = form && edition && formCells(editionById(edition).forms[form]).find(each => each.key === key)
  if (!cell)
    return {
      zh: `本报告所用的表式没有“${key}”这一格，不能录入。请在表中选定要录入的格。`,
      en: `The form of this report has no cell ${key}: choose one of its table.`,
    }
  const fault = value === null ? null : wrong(cell, value)
  if (fault === null) return null
  const name = nameOf(cell)
  return {
    zh: `${name.zh}录入的 ${value} ${fault.zh}。请照原件录入；原件空白的，按空白录入。`,
    en: `${name.en}: ${value} ${fault.en}. Type what the original has; where it is blank, enter a blank.`,
  }
}
