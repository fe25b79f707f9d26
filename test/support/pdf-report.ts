import type { DrawnReport, DrawnTable } from './form-html.ts'
import { bar, type DrawnPage, dashes, line, pageHeight, pdfOf, text } from './pdf.ts'

type Random = (below: number) => number

/** How a report is set as a PDF; lengths in points. */
export interface PdfSetting {
  readonly width: number
  readonly height: number
  readonly size: number
  /** Part of the requests table's width that its labels take. */
  readonly labels: number
  readonly padding: number
  readonly rulings: 'lines' | 'bars' | 'dashes' | 'boxes' | 'boxes apart' | 'double'
  readonly align: 'left' | 'middle' | 'right'
  /** Text is painted piece by piece of this kind. */
  readonly pieces: 'lines' | 'characters'
  /** Pieces are painted in any order. */
  readonly shuffled: boolean
  /** Between characters, in points. */
  readonly spacing: number
  /** The header rows are printed again on every page. */
  readonly repeat: boolean
  /** Cells that go on over a page have no line where it ends. */
  readonly open: boolean
  /** Quarters of a turn. */
  readonly rotate: number
}

interface PlacedCell {
  readonly row: number
  readonly endRow: number
  readonly column: number
  readonly endColumn: number
  readonly text: string
}

const margin = 45

const placed = (table: DrawnTable): PlacedCell[] => {
  const taken = new Set<string>()
  return table.flatMap((cells, row) => {
    let column = 0
    return cells.map(({ text: words, rowSpan = 1, columnSpan = 1 }) => {
      while (taken.has(`${row} ${column}`)) column += 1
      const cell = { row, endRow: row + rowSpan, column, endColumn: column + columnSpan, text: words }
      for (let r = row; r < cell.endRow; r++)
        for (let c = column; c < cell.endColumn; c++) taken.add(`${r} ${c}`)
      column = cell.endColumn
      return cell
    })
  })
}

/** Columns from the left: some for labels, the others equally wide. */
const edgesOf = (columns: number, labels: readonly number[], width: number): number[] => {
  const rest = (1 - labels.reduce((sum, part) => sum + part, 0)) / (columns - labels.length)
  const xs = [margin]
  for (let at = 0; at < columns; at++) xs.push(xs.at(-1)! + (labels[at] ?? rest) * (width - 2 * margin))
  return xs
}

/** A whole report drawn page by page. */
export const reportPdf = (report: DrawnReport, setting: PdfSetting, random: Random): Uint8Array => {
  const { width, height, size, padding, spacing } = setting
  const pages: DrawnPage[] = []
  const bottom = height - margin
  let content: string[] = []
  let y = margin
  const turn = (): void => {
    content.push(text(width / 2 - 10, height - 20, `- ${pages.length + 1} -`, 9))
    pages.push({ width, height, rotate: setting.rotate * 90, content })
    content = []
    y = margin
  }
  const advance = (character: string, em: number): number => (character < '\u0100' ? em / 2 : em) + spacing
  const lengthOf = (words: string, em: number): number =>
    [...words].reduce((sum, character) => sum + advance(character, em), 0) - (words === '' ? 0 : spacing)
  const write = (x: number, base: number, words: string, em: number): string[] => {
    if (spacing === 0 && setting.pieces === 'lines') return [text(x, base, words, em)]
    let at = x
    return [...words].map(character => {
      const piece = text(at, base, character, em)
      at += advance(character, em)
      return piece
    })
  }
  const wrapped = (words: string, room: number, em: number): string[] => {
    const lines: string[] = []
    for (const part of words.match(/[\d.,+-]+|./gu) ?? []) {
      const last = lines.at(-1)
      if (last !== undefined && lengthOf(last + part, em) <= room) lines[lines.length - 1] = last + part
      else lines.push(part)
    }
    return lines
  }
  const paragraph = (words: string, em = 12): void => {
    for (const each of wrapped(`　　${words}`, width - 2 * margin, em)) {
      if (y + em * 1.6 > bottom) turn()
      y += em * 1.6
      content.push(...write(margin, y, each, em))
    }
  }
  const rule = (x0: number, y0: number, x1: number, y1: number): string[] => {
    if (setting.rulings === 'bars') return [bar(x0, y0, x1, y1)]
    if (setting.rulings === 'dashes') return [dashes(x0, y0, x1, y1)]
    if (setting.rulings !== 'double') return [line(x0, y0, x1, y1)]
    const [dx, dy] = x0 === x1 ? [0.8, 0] : [0, 0.8]
    return [line(x0 - dx, y0 - dy, x1 - dx, y1 - dy), line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)]
  }
  const box = (x: number, top: number, right: number, low: number): string =>
    `${x} ${pageHeight - low} ${right - x} ${low - top} re S`
  const drawRows = (
    cells: readonly PlacedCell[],
    rows: readonly number[],
    xs: readonly number[],
    heights: readonly number[],
  ): void => {
    const tops = new Map<number, number>()
    for (const row of rows) {
      tops.set(row, y)
      y += heights[row]!
    }
    const pieces: string[] = []
    for (const cell of cells) {
      const own = rows.filter(row => cell.row <= row && row < cell.endRow)
      if (own.length === 0) continue
      const [first, last] = [own[0]!, own.at(-1)!]
      const [left, right] = [xs[cell.column]!, xs[cell.endColumn]!]
      const [top, low] = [tops.get(first)!, tops.get(last)! + heights[last]!]
      if (setting.rulings === 'boxes') content.push(box(left, top, right, low))
      else if (setting.rulings === 'boxes apart') content.push(box(left + 1, top + 1, right - 1, low - 1))
      else {
        content.push(...rule(left, top, left, low), ...rule(right, top, right, low))
        if (!(setting.open && first > cell.row)) content.push(...rule(left, top, right, top))
        if (!(setting.open && last < cell.endRow - 1)) content.push(...rule(left, low, right, low))
      }
      if (first > cell.row) continue
      const lines = wrapped(cell.text, right - left - 2 * padding, size)
      lines.forEach((words, at) => {
        const free = right - left - 2 * padding - lengthOf(words, size)
        const shift = setting.align === 'left' ? 0 : setting.align === 'right' ? free : free / 2
        const middle = (top + low) / 2 - (lines.length * size * 1.2) / 2
        pieces.push(...write(left + padding + shift, middle + (at + 0.8) * size * 1.2, words, size))
      })
    }
    for (let at = pieces.length - 1; setting.shuffled && at > 0; at--) {
      const other = random(at + 1)
      const [one, two] = [pieces[at]!, pieces[other]!]
      pieces[at] = two
      pieces[other] = one
    }
    content.push(...pieces)
    y += 6
  }
  const table = (drawn: DrawnTable, labels: readonly number[], headers: number): void => {
    const cells = placed(drawn)
    const columns = Math.max(...cells.map(({ endColumn }) => endColumn))
    const xs = edgesOf(columns, labels, width)
    const heights = drawn.map(() => size * 1.2 + 2 * padding)
    for (const cell of cells.toSorted((a, b) => a.endRow - a.row - (b.endRow - b.row))) {
      const room = xs[cell.endColumn]! - xs[cell.column]! - 2 * padding
      const needed = wrapped(cell.text, room, size).length * size * 1.2 + 2 * padding
      const has = heights.slice(cell.row, cell.endRow).reduce((sum, each) => sum + each, 0)
      const span = cell.endRow - cell.row
      for (let row = cell.row; needed > has && row < cell.endRow; row++)
        heights[row]! += (needed - has) / span
    }
    y += 6
    for (let start = 0; start < drawn.length; ) {
      const head = start > 0 && setting.repeat ? Array.from({ length: headers }, (_, row) => row) : []
      let used = head.reduce((sum, row) => sum + heights[row]!, 0)
      let end = start
      while (end < drawn.length && y + used + heights[end]! <= bottom) {
        used += heights[end]!
        end += 1
      }
      // Labels merged over rows are set where they begin: they need the room.
      if (end === start || (start === 0 && end < Math.min(headers + 4, drawn.length))) turn()
      else {
        const rows = [...head, ...Array.from({ length: end - start }, (_, at) => start + at)]
        drawRows(cells, rows, xs, heights)
        start = end
        if (start < drawn.length) turn()
      }
    }
  }
  const { authority, year } = report
  paragraph(`${authority}${year}年政府信息公开工作年度报告`, 16)
  paragraph(`本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`)
  for (const words of ['一、总体情况', '本局认真履行政府信息公开职责。', '二、主动公开政府信息情况'])
    paragraph(words)
  table(report.proactiveDisclosure, [0.4], 0)
  paragraph('三、收到和处理政府信息公开申请情况')
  table(report.requests, [setting.labels * 0.14, setting.labels * 0.3, setting.labels * 0.56], 3)
  paragraph('四、政府信息公开行政复议、行政诉讼情况')
  table(report.reconsiderationAndLitigation, [], 3)
  for (const words of [
    '五、存在的主要问题及改进情况',
    '公开内容的针对性有待加强。',
    '六、其他需要报告的事项',
    '无。',
  ])
    paragraph(words)
  turn()
  return pdfOf(pages)
}
