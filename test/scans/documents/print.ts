import { openBrowser } from '../../browser/chromium.ts'

/** Prints pages to PDF, one after the other, by a browser that is closed at the end. */
export const printedPdfs = async (pages: readonly string[]): Promise<readonly Uint8Array[]> => {
  if (pages.length === 0) return []
  const browser = await openBrowser()
  try {
    const tab = await browser.context.newPage()
    const pdfs: Uint8Array[] = []
    for (const page of pages) {
      await tab.setContent(page)
      pdfs.push(await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false }))
    }
    return pdfs
  } finally {
    await browser.close()
  }
}
