import { limits } from '../limits.ts'
import type { VisitPart } from '../package/parts.ts'
import { tooComplex } from '../package/refusals.ts'
import type { AttributeValue } from '../package/walk.ts'
import { isPrinted, type StoryLoss } from '../story/model.ts'
import { tooLongPiece, tooMuchText } from '../within-limits.ts'
import { parseAddress, parseRange, type Region } from './address.ts'
import { type CellStyle, type CellStyles, plainStyle, type Ruled } from './cell-styles.ts'
import { conditionalFormats, conditionalParts } from './conditional.ts'
import { isWhiteFormat, numberText, textShown } from './number-text.ts'
import { damaged } from './refusals.ts'
import { type CellText, stringReader } from './strings.ts'

/** A sheet as it is stored. */
export interface Sheet {
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellText>>
  readonly merged: readonly Region[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly hasDrawing: boolean
  /** Lines ruled above and below cells. */
  readonly rules: ReadonlyMap<number, ReadonlyMap<number, Ruled>>
}

export interface SheetContext {
  readonly strings: readonly CellText[]
  readonly styles: CellStyles
  readonly from1904: boolean
  /** Counts the text of all sheets. */
  readonly text: { characters: number }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'
/** Points of a row, or characters of a column, of which nothing can be seen. */
const flattest = 4.5
const narrowest = 0.3
const below = (value: string | undefined, least: number): boolean =>
  value !== undefined && Number(value) < least

const mergedRegion = (reference: string): Region => {
  const region = reference.includes(':') ? parseRange(reference) : null
  if (region === null) throw damaged('合并单元格的位置有误', 'a merged cell has no valid place')
  return region
}

const nothing: CellText = { text: '', losses: [] }

/** What the font of the whole cell says of its text. */
const withLook = (cell: CellText, style: CellStyle, stored: string | null): CellText => {
  const { struck, format, shaded } = style
  const unseen = style.unseen || (!shaded && isWhiteFormat(format, stored))
  if (!struck && !unseen) return cell
  const { text: detail } = cell
  const losses: StoryLoss[] = [...cell.losses]
  if (struck && isPrinted(detail)) losses.push({ code: 'struck-text-kept', detail })
  if (unseen && /\d/u.test(detail)) losses.push({ code: 'white-text-kept', detail })
  return { text: detail, losses }
}

/** Reads a sheet's cells as they are shown. Throws Problem: `file-damaged`, `too-complex`. */
export const readSheet = (visit: VisitPart, part: string, context: SheetContext): Sheet => {
  const cells = new Map<number, Map<number, CellText>>()
  const merged: Region[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const reader = stringReader()
  const conditional = conditionalFormats(context.styles.changing)
  const rules = new Map<number, Map<number, Ruled>>()
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
    const address = attribute('r') === undefined ? null : parseAddress(attribute('r')!)
    if (attribute('r') !== undefined && address?.row !== row)
      throw damaged('单元格的位置有误', 'a cell has no valid place')
    column = address?.column ?? column + 1
    type = attribute('t') ?? 'n'
    style = context.styles.cells[Number(attribute('s') ?? 0)] ?? plainStyle
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

  /** A text as the format of its cell shows it. */
  const shownAs = (cell: CellText): CellText => {
    if (type === 'n' || type === 'b') return cell
    const { text, losses } = textShown(cell.text, style.format)
    return losses.length === 0 && text === cell.text ? cell : { text, losses: [...cell.losses, ...losses] }
  }

  const closeCell = (): void => {
    if (style.ruled) rules.set(row, (rules.get(row) ?? new Map<number, Ruled>()).set(column, style.ruled))
    const stored = type === 'n' ? value : null
    const text = withLook(shownAs(cellText()), style, stored)
    if (text.text === '' && text.losses.length === 0) return
    count()
    if (text.text.length > limits.pieceCharacters) throw tooLongPiece()
    context.text.characters += text.text.length
    if (context.text.characters > limits.characters) throw tooMuchText()
    const inRow = cells.get(row) ?? new Map<number, CellText>()
    cells.set(row, inRow.set(column, text))
  }

  const found = visit(part, {
    open: (name, attribute, path) => {
      if (name === 'x:row') {
        const given = Number(attribute('r') ?? row + 2)
        if (!Number.isInteger(given) || given < 1 || given > limits.xlsx.rows)
          throw damaged('行的位置有误', 'a row has no valid place')
        row = given - 1
        column = -1
        if (isOn(attribute('hidden')) || below(attribute('ht'), flattest)) hiddenRows.add(row)
      } else if (name === 'x:c') openCell(attribute)
      else if (name === 'x:v' && path.at(-1) === 'x:c') {
        value = ''
        inValue = true
      } else if (name === 'x:f') formula = true
      else if (name === 'x:mergeCell') {
        count()
        merged.push(mergedRegion(attribute('ref') ?? ''))
      } else if (name === 'x:col' && (isOn(attribute('hidden')) || below(attribute('width'), narrowest))) {
        const last = Math.min(Number(attribute('max')), limits.xlsx.columns)
        for (let hidden = Number(attribute('min')) - 1; hidden < last; hidden++) {
          count()
          hiddenColumns.add(hidden)
        }
      } else if (name === 'x:drawing') hasDrawing = true
      else if (name === 'x:sheetView') hidesZeros = /^(?:0|false)$/.test(attribute('showZeros') ?? '1')
      else if (conditionalParts.has(name)) conditional.open(name, attribute)
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
  conditional.marked(cells)
  return { cells, merged, hiddenRows, hiddenColumns, hasDrawing, rules }
}
