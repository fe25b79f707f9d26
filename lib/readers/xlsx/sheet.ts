import { MAX_PIECE, MAX_TEXT, tooLongPiece, tooMuchText } from '../bounds.ts'
import { limits } from '../docx/limits.ts'
import { tooComplex } from '../docx/refusals.ts'
import type { AttributeValue } from '../docx/walk.ts'
import { isPrinted, type StoryLoss } from '../story/model.ts'
import { type CellStyle, type CellStyles, plainStyle } from './cell-styles.ts'
import { numberText } from './number-text.ts'
import { type Package, visitPart } from './parts.ts'
import { damaged } from './refusals.ts'
import { type CellText, stringReader } from './strings.ts'

/** Rows and columns from 0. */
export interface Region {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as it is stored. */
export interface Sheet {
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellText>>
  readonly merged: readonly Region[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly hasDrawing: boolean
}

export interface SheetContext {
  readonly strings: readonly CellText[]
  readonly styles: CellStyles
  readonly from1904: boolean
  /** Counts the text of all sheets. */
  readonly text: { characters: number }
}

const mostRows = 1_048_576
const mostColumns = 16_384
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'
const isZero = (value: string | undefined): boolean => value !== undefined && Number(value) === 0

/** `BC7` as row and column. */
const addressOf = (reference: string): { row: number; column: number } | null => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference)
  if (match === null) return null
  let column = 0
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return column > mostColumns || row < 1 || row > mostRows ? null : { row: row - 1, column: column - 1 }
}

const regionOf = (reference: string): Region => {
  const [first, second] = reference.split(':').map(addressOf)
  if (!first || !second) throw damaged('合并单元格的位置有误', 'a merged cell has no valid place')
  return {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.max(first.row, second.row),
    right: Math.max(first.column, second.column),
  }
}

const nothing: CellText = { text: '', losses: [] }

/** What the font of the whole cell says of its text. */
const withLook = (cell: CellText, { struck, unseen }: CellStyle): CellText => {
  if (!struck && !unseen) return cell
  const { text: detail } = cell
  const losses: StoryLoss[] = [...cell.losses]
  if (struck && isPrinted(detail)) losses.push({ code: 'struck-text-kept', detail })
  if (unseen && /\d/u.test(detail)) losses.push({ code: 'white-text-kept', detail })
  return { text: detail, losses }
}

/** Reads a sheet's cells as they are shown. Throws Problem: `file-damaged`, `too-complex`. */
export const readSheet = (book: Package, part: string, context: SheetContext): Sheet => {
  const cells = new Map<number, Map<number, CellText>>()
  const merged: Region[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const reader = stringReader()
  let hasDrawing = false
  let kept = 0
  let row = -1
  let column = -1
  let type = 'n'
  let style: CellStyle = plainStyle
  let formula = false
  let value: string | null = null
  let inValue = false
  let hidesZeros = false

  const count = (): void => {
    if (++kept > limits.kept) throw tooComplex('单元格过多', 'it has more cells than any report')
  }

  const openCell = (attribute: AttributeValue): void => {
    const address = attribute('r') === undefined ? null : addressOf(attribute('r')!)
    if (attribute('r') !== undefined && address?.row !== row)
      throw damaged('单元格的位置有误', 'a cell has no valid place')
    column = address?.column ?? column + 1
    type = attribute('t') ?? 'n'
    style = context.styles[Number(attribute('s') ?? 0)] ?? plainStyle
    formula = false
    value = null
  }

  const cellText = (): CellText => {
    if (type === 'inlineStr') return reader.take()
    if (value === null)
      return formula ? { text: '', losses: [{ code: 'formula-without-result', detail: '' }] } : nothing
    if (type === 's') {
      const string = context.strings[Number(value)]
      if (!string) throw damaged('单元格的文字缺失', 'the text of a cell is missing')
      return string
    }
    if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', losses: [] }
    return type === 'n'
      ? numberText(value, style.format, context.from1904, hidesZeros)
      : { text: value, losses: [] }
  }

  const closeCell = (): void => {
    const text = withLook(cellText(), style)
    if (text.text === '' && text.losses.length === 0) return
    count()
    if (text.text.length > MAX_PIECE) throw tooLongPiece()
    context.text.characters += text.text.length
    if (context.text.characters > MAX_TEXT) throw tooMuchText(MAX_TEXT)
    const inRow = cells.get(row) ?? new Map<number, CellText>()
    cells.set(row, inRow.set(column, text))
  }

  const found = visitPart(book, part, {
    open: (name, attribute, path) => {
      if (name === 'x:row') {
        const given = Number(attribute('r') ?? row + 2)
        if (!Number.isInteger(given) || given < 1 || given > mostRows)
          throw damaged('行的位置有误', 'a row has no valid place')
        row = given - 1
        column = -1
        if (isOn(attribute('hidden')) || isZero(attribute('ht'))) hiddenRows.add(row)
      } else if (name === 'x:c') openCell(attribute)
      else if (name === 'x:v' && path.at(-1) === 'x:c') {
        value = ''
        inValue = true
      } else if (name === 'x:f') formula = true
      else if (name === 'x:mergeCell') {
        count()
        merged.push(regionOf(attribute('ref') ?? ''))
      } else if (name === 'x:col' && (isOn(attribute('hidden')) || isZero(attribute('width')))) {
        const last = Math.min(Number(attribute('max')), mostColumns)
        for (let hidden = Number(attribute('min')) - 1; hidden < last; hidden++) {
          count()
          hiddenColumns.add(hidden)
        }
      } else if (name === 'x:drawing') hasDrawing = true
      else if (name === 'x:sheetView') hidesZeros = /^(?:0|false)$/.test(attribute('showZeros') ?? '1')
      else return reader.open(name, attribute)
      return undefined
    },
    close: name => {
      if (name === 'x:v') inValue = false
      else if (name === 'x:c') closeCell()
      else reader.close(name)
    },
    text: data => {
      if (inValue) value += data
      else reader.text(data)
    },
  })
  if (!found) throw damaged('其中一个工作表缺失', 'one of its sheets is missing')
  return { cells, merged, hiddenRows, hiddenColumns, hasDrawing }
}
