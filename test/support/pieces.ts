import type { DrawnReport, DrawnTable } from './form-html.ts'

/** A printed cell as a single piece with its place on the page. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
}

const isFigure = ({ text }: Piece): boolean => /^-?\d/u.test(text)

/** The cells of a table with the grid place of their top left corner. */
export const piecesOf = (table: DrawnTable): Piece[] => {
  const taken = new Set<string>()
  return table.flatMap((row, y) => {
    let x = 0
    return row.map(({ text, rowSpan = 1, columnSpan = 1 }) => {
      while (taken.has(`${x} ${y}`)) x++
      for (let down = 0; down < rowSpan; down++)
        for (let right = 0; right < columnSpan; right++) taken.add(`${x + right} ${y + down}`)
      const piece = { text, x, y }
      x += columnSpan
      return piece
    })
  })
}

const by =
  (...places: readonly ((piece: Piece) => number)[]) =>
  (a: Piece, b: Piece): number => {
    for (const place of places) if (place(a) !== place(b)) return place(a) - place(b)
    return 0
  }
const rowsOf = (pieces: readonly Piece[]): Piece[][] => [...Map.groupBy(pieces, ({ y }) => y).values()]

/** Orders in which converters give the cells of a table; the first is the one in which people read. */
export const converterOrders: Readonly<Record<string, (pieces: readonly Piece[]) => readonly Piece[]>> = {
  'row by row': pieces => pieces,
  'figures before the labels of their row': pieces =>
    rowsOf(pieces).flatMap(row => [...row.filter(isFigure), ...row.filter(piece => !isFigure(piece))]),
  'all labels, then all figures': pieces => [
    ...pieces.filter(piece => !isFigure(piece)),
    ...pieces.filter(isFigure),
  ],
  'all figures, then all labels': pieces => [
    ...pieces.filter(isFigure),
    ...pieces.filter(piece => !isFigure(piece)),
  ],
  'column by column': pieces =>
    pieces.toSorted(
      by(
        ({ x }) => x,
        ({ y }) => y,
      ),
    ),
  'column by column from the right': pieces =>
    pieces.toSorted(
      by(
        ({ x }) => -x,
        ({ y }) => y,
      ),
    ),
  'from the bottom': pieces =>
    pieces.toSorted(
      by(
        ({ y }) => -y,
        ({ x }) => x,
      ),
    ),
  'from right to left': pieces =>
    pieces.toSorted(
      by(
        ({ y }) => y,
        ({ x }) => -x,
      ),
    ),
  'labels a little below their figures': pieces =>
    pieces.toSorted(
      by(
        piece => piece.y + (isFigure(piece) ? 0 : 0.3),
        ({ x }) => x,
      ),
    ),
  'figures a whole row too low': pieces =>
    pieces.toSorted(
      by(
        piece => piece.y + (isFigure(piece) ? 1.1 : 0),
        ({ x }) => x,
      ),
    ),
  'figures a whole row too high': pieces =>
    pieces.toSorted(
      by(
        piece => piece.y - (isFigure(piece) ? 1.1 : 0),
        ({ x }) => x,
      ),
    ),
  'every second row with its figures first': pieces =>
    rowsOf(pieces).flatMap((row, at) =>
      at % 2 ? [...row.filter(isFigure), ...row.filter(piece => !isFigure(piece))] : row,
    ),
  'header behind the rows': pieces => {
    const first = pieces.findIndex(isFigure)
    return [...pieces.slice(first), ...pieces.slice(0, first)]
  },
}

/** A report as text in which every piece is a line of its own. */
export const asLines = (
  report: DrawnReport,
  print: (table: DrawnTable) => readonly string[] = table => piecesOf(table).map(({ text }) => text),
): string =>
  [
    '青禾县数据局2023年政府信息公开工作年度报告',
    '一、总体情况',
    '本局依法公开政府信息。',
    '二、主动公开政府信息情况',
    ...print(report.proactiveDisclosure),
    '三、收到和处理政府信息公开申请情况',
    ...print(report.requests),
    '四、政府信息公开行政复议、行政诉讼情况',
    ...print(report.reconsiderationAndLitigation),
    '五、存在的主要问题及改进情况',
    '解读不足，将加强培训。',
    '六、其他需要报告的事项',
    '无。',
  ].join('\n')
