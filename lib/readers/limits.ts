import { MAX_TEXT } from './bounds.ts'

/**
 * What one Word file may cost us. Sized so that a 300-page report with pictures passes (the official form set
 * by WPS takes about 50 KB of document XML and 2,800 elements a page) and a hostile file ends within seconds.
 */
export const limits = {
  /** Entries of the zip. A report with a picture on every page has several hundred. */
  entries: 10_000,
  /** Bytes of the main document part, inflated: twice such a report. */
  documentBytes: 32 * 1024 * 1024,
  /** Bytes of any other part we open (relationships, styles), inflated. WPS writes 26 KB of styles. */
  sidePartBytes: 8 * 1024 * 1024,
  /** XML elements of one part, whatever they are. saxes takes about 0.2 µs for each. */
  elements: 1_000_000,
  /** Elements open at once. A picture in a text box in a nested table is some 40 deep. */
  depth: 200,
  /** Prefixes bound at once to namespaces we know. Word binds about ten of these. */
  prefixes: 24,
  /** Characters of text. Such a report has 300,000, and mammoth holds each several times, escaped. */
  text: MAX_TEXT,
  /** Fields open at once; Word itself nests 20. Older ones count as ended. */
  fields: 50,
  /** Characters of symbol fonts: mammoth compares each it does not know with all before. */
  symbols: 5000,
  /** Elements handed to mammoth, which takes about 10 µs for each; such a report has some 55,000. */
  kept: 100_000,
  /** Columns one cell may span, as in HTML. Word itself stops at 63 cells in a row. */
  span: 1000,
} as const
