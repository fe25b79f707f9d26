/**
 * Loaded by mammoth and exceljs for what is never asked of them (zip, XML, writing styles), dozens of files each; and by
 * css-select the tree it would ask if it were not given another.
 */
export const unused: ReadonlySet<string> = new Set([
  'jszip',
  'xmlbuilder',
  '@xmldom/xmldom',
  '@xmldom/xmldom/lib/dom',
  'domutils',
])

/** The module that stands in their place. */
export const leftOut = new URL('./left-out.ts', import.meta.url).href
