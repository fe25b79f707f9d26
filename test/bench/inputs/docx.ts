import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { docxOf, type SampleReport } from '../../samples/docx-report.ts'

/** A Word file of the report with what stands between its first and last line `times` over, tables and all. */
export const repeatedDocx = async (report: SampleReport, times: number): Promise<Uint8Array> => {
  const parts = unzipSync(await docxOf(report))
  const xml = strFromU8(parts['word/document.xml']!)
  const start = xml.indexOf('<w:body>') + '<w:body>'.length
  const end = xml.lastIndexOf('<w:sectPr')
  const body = xml.slice(start, end)
  parts['word/document.xml'] = strToU8(xml.slice(0, start) + body.repeat(times) + xml.slice(end))
  return zipSync(parts)
}

const cellWith = (text: string): string => `>${text}</w:t>`

/**
 * Word files of one report with differing figures: the `number`-th has its own count of licensing decisions.
 * `original` is that count in the report's own file.
 */
export const variants = async (
  report: SampleReport,
  original: string,
  count: number,
): Promise<readonly Uint8Array[]> => {
  const parts = unzipSync(await docxOf(report))
  const xml = strFromU8(parts['word/document.xml']!)
  if (xml.split(cellWith(original)).length !== 2) throw new Error(`${original} does not stand in one cell`)
  return Array.from({ length: count }, (_, number) =>
    zipSync({
      ...parts,
      'word/document.xml': strToU8(xml.replace(cellWith(original), cellWith(String(1000 + number)))),
    }),
  )
}
