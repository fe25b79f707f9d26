import { Problem } from '../model/problems.ts'
import type { Report } from '../model/report.ts'
import type { Scan } from '../model/scan.ts'
import type { OpenDocument } from '../readers/open-document.ts'

/** Reads the pictures of pages that a file is made of. Throws Problem. */
export const openScan = async (_name: string, _bytes: Uint8Array): Promise<OpenDocument> => {
  throw new Problem('no-text-layer', { zh: '文件是扫描件。', en: 'The file is a scan.' }, { zh: '', en: '' })
}

/** The report with those figures alone that are proven: until there are rules of proof, none is. */
export const proven = (report: Report, _scan: Scan): Report => ({
  ...report,
  figures: new Map(
    [...report.figures].map(([key, figure]) => [
      key,
      { ...figure, state: 'unreadable' as const, value: null },
    ]),
  ),
})
