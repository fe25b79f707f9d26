import { figureEntered } from '../../checks/cells/figure-entered.ts'
import { editionById, editionForYear } from '../../forms/find-edition.ts'
import { type Column, type FormCell, type FormKey, formKeys } from '../../forms/form.ts'
import { type EditionId, editions } from '../../forms/index.ts'
import { cellsOfForm } from '../../model/figures-of.ts'
import { columnLabel, rowLabel } from '../../model/form-words.ts'
import { enteredMark, withoutWords } from '../../model/own-workbook.ts'
import { remember, rememberFor } from '../../util/remember.ts'
import { formWords } from '../../writers/words.ts'
import type { Row } from '../column.ts'
import { columnOf } from '../columns.ts'
import { editionColumn } from '../fact-columns.ts'
import { amountText, type Flagged } from '../record.ts'
import { listed } from './facts.ts'

/** What a report says in one cell: a number, or the word that stands where there is none. */
export interface ShownFigure {
  readonly value: number | string
  /** A text of the report's own, which nothing may take for a formula or a number. */
  readonly isPrinted: boolean
  /** What findings of the report's own say of the number. */
  readonly flagged: Flagged | null
}

export const otherEdition = '（另版）'
const noTable = '（无此表）'
const words: Readonly<Record<string, string>> = {
  ...withoutWords,
  blank: '（空白）',
  notApplicable: '（不适用）',
  number: '（存疑）',
  text: '（文字）',
}

/** Longer printed texts are cut: the report itself has them whole. */
const longest = 40

const ids = new Map<unknown, EditionId>(editions.map(({ id }) => [id, id]))

const editionsOf = rememberFor((row: Row): ReadonlyMap<FormKey, EditionId> => {
  const printed = formKeys.map(form => [form, ids.get(row[editionColumn(form)]) ?? null] as const)
  const home = printed.find(([, id]) => id !== null)?.[1] ?? editionForYear(Number(row['year']))
  return new Map(
    printed.flatMap(([form, id]) => {
      const known = id ?? home
      return known === null ? [] : [[form, known] as const]
    }),
  )
})

/**
 * The edition under which a report's table is listed: where it was not recognised, that of another table of the report or
 * of its year; null before there were any.
 */
export const editionOfTable = (row: Row, form: FormKey): EditionId | null => editionsOf(row).get(form) ?? null

/** The number as the report gives it; null where it gives none. */
export const numberIn = (row: Row, key: string): number | null => {
  const { name, kind } = columnOf(key)
  const value = row[name]
  if (typeof value !== 'bigint') return null
  return kind === 'amount' ? Number(amountText(value)) : Number(value)
}

const cutText = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/u, '')}…` : text

/** Whether a person typed the number in. */
export const isEntered = (flagged: Flagged | null): boolean =>
  flagged?.checks.includes(figureEntered.id) ?? false

/** A cell of a report as the sheets show it. `key` is one of the edition its table is listed under. */
export const shownFigure = (row: Row, key: string): ShownFigure => {
  const value = numberIn(row, key)
  const { without, flagged } = listed(row)
  if (value !== null) return { value, isPrinted: false, flagged: flagged.get(key) ?? null }
  const state = without.get(key)
  if (!state) return { value: noTable, isPrinted: false, flagged: null }
  const plain = words[state.state] ?? '（没有数字）'
  const word = state.entered ? plain.replace('）', `，${enteredMark}）`) : plain
  const printed = (state.text ?? '').trim()
  const isPrinted = printed !== '' && !['blank', 'missing', 'unreadable'].includes(state.state)
  return { value: isPrinted ? `${word}${cutText(printed)}` : word, isPrinted, flagged: null }
}

export interface FigureWords {
  /** 表三. */
  readonly table: string
  readonly row: string
  readonly column: string
}

const cellOf = (key: string): FormCell => {
  const { form, editions: ids } = columnOf(key)
  return cellsOfForm(ids.at(-1)!, form).find(cell => cell.key === key)!
}

const ownLabel = (column: Column, isInRow: boolean): string =>
  isInRow ? columnLabel(column) : column.path.map(({ label }) => label).join(' ')

/** A figure in the labels of the newest edition that prints it. */
export const figureWords = remember((key: string): FigureWords => {
  const { row, column } = cellOf(key)
  const { form } = columnOf(key)
  return {
    table: tableWord(form),
    row: rowLabel(row),
    column: ownLabel(column, row.key !== ''),
  }
})

export const tableWord = (form: FormKey): string => `表${formWords[form].number}`

/** 表三 一、本年新收…｜总计. */
export const figureName = (key: string): string => {
  const { table, row, column } = figureWords(key)
  return `${table} ${[row, column].filter(part => part !== '').join('｜')}`
}

/** A row's label without its number and what all of them say. */
export const shortLabel = (label: string): string =>
  label.replace(/^[一二三四五六七]、/u, '').replace(/政府信息公开申请数量|继续办理/gu, '')

/** 表三 本年新收｜总计. */
export const shortName = (key: string): string => {
  const { table, row, column } = figureWords(key)
  return `${table} ${[shortLabel(row), column].filter(part => part !== '').join('｜')}`
}

/**
 * The figures that stand for a report: of a table with a column of sums those of its outer rows, of one with results their
 * totals, of any other all.
 */
export const mainFigures = (edition: EditionId): readonly FormCell[] =>
  formKeys.flatMap(form => {
    const { reading } = editionById(edition).forms[form]
    const cells = cellsOfForm(edition, form)
    if (reading === 'results') return cells.filter(({ key }) => key.endsWith('.total'))
    const hasSums = cells.some(({ column }) => column.sum)
    return hasSums ? cells.filter(({ row, column }) => column.sum && row.path.length <= 2) : cells
  })
