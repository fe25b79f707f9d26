import { type Conversion, type ConvertInput, convert, judge, type Stage, type Way } from './convert.ts'
import type { OpenDocument } from './readers/open-document.ts'
import { withinLimits } from './readers/within-limits.ts'
import { openScan, proven } from './scans/index.ts'
import type { JudgedReport } from './writers/judged-report.ts'

/**
 * The same picture for scans: pages that are pictures are read, and of their figures only those count that are proven.
 * Whoever met a Problem that says `scan` asks here; for other files nothing of this is loaded.
 */
const scanned: Way = {
  open: async (name, bytes) => {
    const opened = await openScan(name, bytes)
    withinLimits(opened.document)
    return opened
  },
  counted: (report, { scan }) => {
    if (!scan) throw new Error('a document of a scan that does not say what was read')
    return proven(report, scan)
  },
}

/** Reads and judges a scan without writing. Throws Problem. */
export const judgeScan = (input: ConvertInput): Promise<JudgedReport> => judge(input, scanned)

/** The whole conversion of a scan. Throws Problem where it is refused; anything else thrown is our own failure. */
export const convertScan = (input: ConvertInput, begins?: (stage: Stage) => void): Promise<Conversion> =>
  convert(input, begins, scanned)

/** The same way, which keeps the last file: with figures typed in it is judged again without its pages being read again. */
const keeping = ({ open, counted }: Way): Way => {
  let last: { readonly name: string; readonly bytes: Uint8Array; readonly opened: OpenDocument } | null = null
  return {
    counted,
    open: async (name, bytes) => {
      const known = last?.name === name && Buffer.compare(last.bytes, bytes) === 0
      if (!known) {
        last?.opened.close()
        last = null
        last = { name, bytes, opened: await open(name, bytes) }
      }
      return { ...last!.opened, close: () => undefined }
    },
  }
}

/** `convertScan` for a process that converts scans one after another. */
export const convertScans = (): typeof convertScan => {
  const way = keeping(scanned)
  return (input, begins) => convert(input, begins, way)
}
