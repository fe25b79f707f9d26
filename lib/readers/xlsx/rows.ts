import { limits } from '../limits.ts'
import { openArchive } from '../package/archive.ts'
import { partsWithin } from '../package/parts.ts'
import { readCellStyles } from './cell-styles.ts'
import { readSheet } from './sheet.ts'
import { readSharedStrings } from './strings.ts'
import { readWorkbook } from './workbook.ts'

/** A row of a sheet that has something in it. */
export interface SheetRow {
  /** From 1, as the program shows it. */
  readonly line: number
  /** The texts as they are shown, from the first column on; dates are ISO. */
  readonly cells: readonly string[]
}

/**
 * The rows of the first sheet that is shown, for tables that are lists and no report. Throws Problem like the reader of
 * reports.
 */
export const firstSheetRows = (bytes: Uint8Array): readonly SheetRow[] => {
  const visit = partsWithin(openArchive(bytes), limits.documentBytes)
  const workbook = readWorkbook(visit)
  const sheet = workbook.sheets.find(({ hidden }) => !hidden)
  if (!sheet) return []
  const { cells } = readSheet(visit, sheet.part, {
    strings: readSharedStrings(visit, workbook.sharedStrings),
    styles: readCellStyles(visit, workbook.styles),
    from1904: workbook.from1904,
    text: { characters: 0 },
  })
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([row, texts]) => ({
      line: row + 1,
      cells: Array.from({ length: Math.max(...texts.keys()) + 1 }, (_, at) => texts.get(at)?.text ?? ''),
    }))
}
