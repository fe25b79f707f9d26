import { readFileSync } from 'node:fs'
import { realReports } from '../../support/keys.ts'
import { inventedPage } from './page.ts'
import { printedPdfs } from './print.ts'
import { type PrintedDocument, printedDocument } from './truth.ts'

/** Real reports that lie beside the checkout as PDF. */
export const realNames = ['hongze-2023', 'made-from-002', 'made-from-003'] as const

export const realDocuments = (): Promise<readonly PrintedDocument[]> =>
  Promise.all(realNames.map(name => printedDocument(name, readFileSync(`${realReports}${name}.pdf`))))

/** So many invented reports of a seed. */
export const inventedDocuments = async (seed: string, count: number): Promise<readonly PrintedDocument[]> => {
  const pages = Array.from({ length: count }, (_, at) => inventedPage(`${seed} ${at}`))
  const pdfs = await printedPdfs(pages.map(({ html }) => html))
  return Promise.all(pages.map(({ name, printed }, at) => printedDocument(name, pdfs[at]!, printed)))
}
