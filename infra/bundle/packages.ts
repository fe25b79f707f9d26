import { fileURLToPath } from 'node:url'

/** Loaded by mammoth and exceljs for what is never asked of them (zip, XML, writing styles); dozens of files each. */
export const unused: ReadonlySet<string> = new Set([
  'jszip',
  'xmlbuilder',
  '@xmldom/xmldom',
  '@xmldom/xmldom/lib/dom',
])

/** The module that stands in their place. */
export const leftOut = new URL('./left-out.ts', import.meta.url).href
const leftOutPath = fileURLToPath(leftOut)

/** What a bundle takes in place of packages. */
export const alias: Readonly<Record<string, string>> = {
  // The copy of Node's streams for other engines, which exceljs brings along.
  'readable-stream': 'node:stream',
  ...Object.fromEntries([...unused].map(name => [name, leftOutPath])),
}
