import { scanPages, scanPdf } from '../scans/simulate/index.ts'
import { kinds } from '../scans/simulate/kinds.ts'
import { plateOf } from '../scans/simulate/plate.ts'

const [width, height] = [595, 842]

const sheets = (count: number) =>
  Array.from({ length: count }, () => ({ width, height, dpi: 72, plate: plateOf(width, height, 1, 255) }))

/** Sheets of paper with nothing on them, as a scanner gives them. */
export const blankScan = (count: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(scanPdf({ name: 'blank', sheets: sheets(count), kind: kinds.office150 }))

/** One of them as a picture. */
export const blankPage = (as: 'jpeg' | 'png'): Uint8Array =>
  scanPages({ name: 'blank', sheets: sheets(1), kind: kinds.office150 }, as)[0]!
