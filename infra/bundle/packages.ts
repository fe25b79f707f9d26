/** Loaded by mammoth and exceljs for what is never asked of them (zip, XML, writing styles); dozens of files each. */
export const unused: ReadonlySet<string> = new Set([
  'jszip',
  'xmlbuilder',
  '@xmldom/xmldom',
  '@xmldom/xmldom/lib/dom',
])

/** The module that stands in their place. */
export const leftOut = new URL('./left-out.ts', import.meta.url).href
