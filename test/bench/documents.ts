import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { docxOf, type SampleReport } from '../samples/docx-report.ts'
import { samples } from '../samples/samples.ts'

/** The sample report at a multiple of its length: its narrative and a table of its own, over and over. */
export const longReport = (times: number): SampleReport => {
  const report = Object.values(samples)[0]!
  const sections = report.sections.map((section, at) => {
    if (at !== 0) return section
    const more = Array.from(
      { length: (times - 1) * 40 },
      (_, index) => `（${index + 1}）${section.paragraphs[0]}`,
    )
    return { ...section, paragraphs: [...section.paragraphs, ...more] }
  })
  return { ...report, sections }
}

/** A Word file whose document part is `times` as long, tables and paragraphs alike. */
export const repeatedDocx = async (times: number): Promise<Uint8Array> => {
  const parts = unzipSync(await docxOf(Object.values(samples)[0]!))
  const xml = strFromU8(parts['word/document.xml']!)
  const start = xml.indexOf('<w:body>') + '<w:body>'.length
  const end = xml.lastIndexOf('<w:sectPr')
  const body = xml.slice(start, end)
  parts['word/document.xml'] = strToU8(xml.slice(0, start) + body.repeat(times) + xml.slice(end))
  return zipSync(parts)
}

export const sampleDocuments = async (): Promise<Map<string, Uint8Array>> =>
  new Map(
    await Promise.all(
      Object.entries(samples).map(async ([name, report]) => [name, await docxOf(report)] as const),
    ),
  )
