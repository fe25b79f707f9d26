import { remember } from '../util/remember.ts'
import { figureColumns, figureRows } from './figure-table.ts'
import type { JudgedReport } from './judged-report.ts'
import { cellText } from './workbook/text.ts'

/** What makes a spreadsheet run a text, in ASCII or as wide as a Chinese character; and our own mark. */
const runs = /^\s*['=+\-@＝＋－＠]/u

/** Parts of dates, times and powers of ten, which stand between digits and are no words. */
const dateWords =
  /[年月日号时分秒点]|[上下]午|(?<=\d\s*)[ap]m?\b|(?<=\d)e(?=[-+]?\d)|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*/giu

/** Whether a spreadsheet that opens a CSV shows and keeps the number as it is written: 007, 1.50 and 16 digits it does not. */
const isPlainNumber = (text: string): boolean => text.length <= 11 && String(Number(text)) === text

/**
 * Whether a spreadsheet that opens a CSV would take a text for something else: a formula, a date (1-2, 3月5日), a number
 * written in another way (007, 50%, 1,234), a truth value.
 */
const looksLikeAnother = (text: string): boolean => {
  if (isPlainNumber(text)) return false
  if (runs.test(text) || /^\s*(?:true|false)\s*$/iu.test(text)) return true
  return (
    /[\p{N}一二三四五六七八九十]/u.test(text) &&
    !/[^\P{L}一二三四五六七八九十]/u.test(text.replace(dateWords, ''))
  )
}

/** Most texts are labels of the forms and our own words, the same in every report. */
const textField = remember((printed: string): string => {
  const text = cellText(printed)
  const safe = looksLikeAnother(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
})

export type CsvValue = string | number | bigint | null | IsoTime

/** An ISO day or instant: what a spreadsheet makes of it is the same. */
export interface IsoTime {
  readonly iso: string
}

const isoTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z)?$/u

const field = (value: CsvValue): string => {
  if (value !== null && typeof value === 'object')
    return isoTime.test(value.iso) ? value.iso : textField(value.iso)
  return typeof value === 'string' ? textField(value) : String(value ?? '')
}

/**
 * A table as CSV (RFC 4180; UTF-8 with the mark by which Excel and WPS know it). Numbers are numbers. A text that a
 * spreadsheet would take for something else stands behind an apostrophe, as people type it there; taking one apostrophe
 * from the front of any field that has one gives back the text.
 */
export const csvText = (rows: readonly (readonly CsvValue[])[]): string =>
  `\ufeff${rows.map(row => `${row.map(field).join(',')}\r\n`).join('')}`

/** `<stem>.csv`: every figure of the statutory tables on a line of its own, with what the checks say of it. */
export const writeCsv = (judged: JudgedReport): string => {
  const heads = figureColumns.map(({ head }) => head)
  return csvText([heads, ...figureRows(judged)])
}
