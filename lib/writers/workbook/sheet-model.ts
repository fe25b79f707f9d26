import { addressOf, rangeOf } from './address.ts'
import { manyColumnsScale } from './printed-pages.ts'
import type { Note, Sheet } from './sheet.ts'
import { cellText, linesIn } from './text.ts'

/** Sheets as exceljs wants them: everything but the cells, which `rowsXml` writes. */

const noteColumns = 4
const charactersInNote = 40

const noteModel = ({ row, column, text, aside }: Note) => {
  const clean = cellText(text)
  const below = aside === undefined ? '' : `${clean === '' ? '' : '\n'}${cellText(aside)}`
  const font = { name: '宋体', size: 9, family: 3 }
  return {
    type: 'note',
    note: {
      texts: [
        ...(clean === '' ? [] : [{ font, text: clean }]),
        ...(below === '' ? [] : [{ font: { ...font, color: { argb: 'FF7F7F7F' } }, text: below }]),
      ],
      margins: { insetmode: 'auto', inset: [0.13, 0.13, 0.25, 0.25] },
      protection: { locked: 'True', lockText: 'True' },
      editAs: 'absolute',
    },
    anchor: {
      left: column + 0.2,
      top: Math.max(row - 2, 0) + 0.5,
      right: column + 0.2 + noteColumns,
      bottom: row + 0.5 + linesIn(clean + below, charactersInNote),
    },
  }
}

/** Notes reach exceljs on bare cells. */
const noteRows = (sheet: Sheet) => {
  const rows = [...Map.groupBy(sheet.notes, ({ row }) => row)].sort(([a], [b]) => a - b)
  return rows.map(([row, notes]) => ({
    number: row,
    cells: notes
      .toSorted((a, b) => a.column - b.column)
      .map(note => ({ address: addressOf(row, note.column), type: 0, comment: noteModel(note) })),
  }))
}

const tableModel = (sheet: Sheet) => {
  if (!sheet.table) return []
  const ref = rangeOf(1, 1, sheet.rows.length, sheet.table.columns.length)
  return [
    {
      name: sheet.table.name,
      displayName: sheet.table.name,
      tableRef: ref,
      autoFilterRef: ref,
      headerRow: true,
      columns: sheet.table.columns.map(name => ({ name, filterButton: true })),
      style: { theme: 'TableStyleLight1', showRowStripes: true },
    },
  ]
}

const viewModel = (sheet: Sheet, index: number) => {
  const selected = index === 0 ? { tabSelected: 1 } : {}
  if (!sheet.frozen) return { state: 'normal', showGridLines: false, ...selected }
  return {
    state: 'frozen',
    xSplit: sheet.frozen.columns,
    ySplit: sheet.frozen.rows,
    showGridLines: sheet.table !== undefined,
    ...selected,
  }
}

/** One page wide on A4 or A3; a sheet that repeats columns runs over as many sheets of A3 as it takes. */
const scaling = (sheet: Sheet) =>
  sheet.repeatColumns
    ? {
        paperSize: 8,
        scale: manyColumnsScale,
        pageOrder: 'overThenDown',
        printTitlesColumn: sheet.repeatColumns,
      }
    : {
        paperSize: sheet.paper ? 8 : 9,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: sheet.onePage ? 1 : 0,
        horizontalCentered: true,
      }

/** The model exceljs writes a sheet from; sheets count from 0. */
export const sheetModel = (sheet: Sheet, index: number) => ({
  id: index + 1,
  name: sheet.name,
  state: 'visible',
  properties: {
    defaultRowHeight: 15,
    ...(sheet.tab ? { tabColor: { argb: sheet.tab } } : {}),
  },
  pageSetup: {
    orientation: sheet.landscape ? 'landscape' : 'portrait',
    ...scaling(sheet),
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(sheet.printed ? { printArea: sheet.printed.replace(/\d+/g, '$$$&') } : {}),
    ...(sheet.repeat ? { printTitlesRow: sheet.repeat } : {}),
  },
  headerFooter: { oddFooter: '&C&A　&P / &N' },
  views: [viewModel(sheet, index)],
  cols: sheet.widths.map((width, column) => ({ min: column + 1, max: column + 1, width })),
  rows: noteRows(sheet),
  dimensions: rangeOf(
    1,
    1,
    Math.max(1, sheet.rows.length),
    sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 1),
  ),
  autoFilter: sheet.filter,
  tables: tableModel(sheet),
  media: [],
  rowBreaks: [],
  dataValidations: {},
  conditionalFormattings: sheet.conditions.map(({ range, formula, style }, priority) => ({
    ref: range,
    rules: [{ type: 'expression', priority: priority + 1, formulae: [formula], style }],
  })),
})
