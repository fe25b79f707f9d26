import { enteredMark, withoutWords } from '../../model/own-workbook.ts'
import { escapeHtml } from '../../writers/page/html.ts'
import type { Row } from '../column.ts'
import { columnOf, type FigureColumn } from '../columns.ts'
import type { WithoutNumber } from '../record.ts'
import type { CrossMark, LetteredCheck } from './cell-marks.ts'
import { hasCell } from './key-figures.ts'
import { nameHtml } from './pieces.ts'
import { changeText, flaggedOf, numberText, valueAt, withoutNumberOf } from './values.ts'

/** The cell of a figure's key as markup, with the attributes that tie it to its headers. */
export type CellMaker = (key: string, attributes: string) => string

/** What a table of one year, or of two, is made of. */
export interface CellSources {
  readonly row: Row | null
  /** Of the year before, shown below the number; null where the table is of one year. */
  readonly before: Row | null
  readonly letters: ReadonlyMap<string, LetteredCheck>
  readonly marks: ReadonlyMap<string, readonly CrossMark[]>
  readonly marksBefore: ReadonlyMap<string, readonly CrossMark[]>
  /** Whether the cell of a key bears its anchor: no page has it twice. */
  readonly hasAnchor: (key: string) => boolean
}

const longestText = 24

const printed = (text: string | null): string => {
  const characters = Array.from((text ?? '').trim())
  const shown = characters.slice(0, longestText).join('')
  return shown === '' ? '' : nameHtml(characters.length > longestText ? `${shown}…` : shown)
}

/** What stands in a cell that has no number: its state, and what is printed. */
const stateHtml = ({ state, text, entered }: WithoutNumber): string => {
  if (state === 'missing' || state === 'unreadable') return `<i>${withoutWords[state]}</i>`
  if (state === 'blank') return `<i>空白${entered ? `（${enteredMark}）` : ''}</i>`
  const words = state === 'notApplicable' ? '不适用' : state === 'number' ? '数不合格式' : '非数字'
  return `${printed(text)} <i>（${words}）</i>`
}

interface OneYear {
  readonly row: Row
  readonly without: ReadonlyMap<string, WithoutNumber>
  readonly flagged: ReadonlyMap<string, readonly string[]>
}

const oneYear = (row: Row): OneYear => ({
  row,
  without: withoutNumberOf(row),
  flagged: flaggedOf(row),
})

const lettersHtml = (checks: readonly string[], letters: CellSources['letters']): string =>
  checks
    .map(check => letters.get(check)!)
    .map(
      ({ letter, title }) => `<a class="own" href="#o-${letter}" title="${escapeHtml(title)}">${letter}</a>`,
    )
    .join('')

const shownHtml = (year: OneYear, column: FigureColumn, letters: CellSources['letters']): string => {
  const value = valueAt(year.row, column)
  if (value === null) {
    const without = year.without.get(column.key)
    return without ? stateHtml(without) : '<i>（没有读出）</i>'
  }
  const checks = year.flagged.get(column.key)
  if (!checks) return numberText(value, column)
  return `<span class="marked">${numberText(value, column)}</span>${lettersHtml(checks, letters)}`
}

const marksHtml = (marks: readonly CrossMark[]): string =>
  marks
    .map(({ number }) => ` <a href="#f${number}" aria-label="第 ${number} 条发现">[${number}]</a>`)
    .join('')

const kindOf = (marks: readonly CrossMark[]): string => {
  const kinds = marks.map(({ kind }) => kind)
  return kinds.includes('warning') ? 'cell warning main' : kinds.includes('info') ? 'cell info main' : ''
}

const changeHtml = (now: Row | null, before: Row, column: FigureColumn): string => {
  const [value, was] = [valueAt(now, column), valueAt(before, column)]
  return value === null || was === null || value === was ? '' : ` <b>${changeText(value - was, column)}</b>`
}

/** Makes the cells of a table of one or two years. */
export const cellMaker = (sources: CellSources): CellMaker => {
  const { letters, marks, marksBefore, hasAnchor } = sources
  const now = sources.row && oneYear(sources.row)
  const before = sources.before && oneYear(sources.before)
  return (key, attributes) => {
    const column = columnOf(key)
    const own = marks.get(key) ?? []
    const was = marksBefore.get(key) ?? []
    const kind = kindOf([...own, ...was])
    const below =
      before && hasCell(before.row, column)
        ? `<span class="was"><span class="hidden">上年 </span>${shownHtml(before, column, letters)}${changeHtml(sources.row, before.row, column)}${marksHtml(was)}</span>`
        : ''
    return (
      `<td${hasAnchor(key) ? ` id="${key}"` : ''}${attributes}${kind === '' ? '' : ` class="${kind}"`}>` +
      `${now ? shownHtml(now, column, letters) : ''}${marksHtml(own)}${below}</td>`
    )
  }
}
