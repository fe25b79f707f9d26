/**
 * What a file may hold at most, whatever its format, each by its unit. Sized so that a report of 300 pages with
 * pictures passes several times over (the official form set by WPS takes about 50 KB of document XML and 2,800
 * elements a page) and a hostile file ends within seconds: every later step takes time and memory in proportion to
 * these and to nothing else. A format with limits of its own has them in its folder, as `limits.ts`.
 */
export const limits = {
  /** Bytes of any file. A Word file of a hundred megabytes is all pictures; its text is guarded by the reader itself. */
  fileBytes: 100_000_000,
  /** Bytes of a file of text or a page, without pictures. A report is 10 KB, a saved page 100 KB; it is held several times. */
  textFileBytes: 20_000_000,

  /** Characters of text in all. Three hundred full pages have 300,000. */
  characters: 2_000_000,
  /** Characters of one paragraph, cell or line. A whole report whose line ends were lost has some 30,000. */
  pieceCharacters: 50_000,
  /** Paragraphs outside tables. Three hundred pages have 9,000. */
  paragraphs: 30_000,
  /** Cells of all tables. Three hundred pages of nothing but the largest statutory table have 80,000. */
  cells: 200_000,
  /** Paragraphs, line breaks and cells that Word, OpenDocument and Excel files keep, together; such a report has some 55,000. */
  kept: 100_000,
  /**
   * Slots (rows × columns) of one table. The largest statutory table has 280; a list of 10,000 rows with 20 columns
   * still passes. Beyond that every later step, the workbook above all, would work on empty slots.
   */
  slots: 200_000,
  /** Columns and rows one cell may span, as in HTML (4.9.11): larger values count as these. Word stops at 63 cells in a row. */
  columnSpan: 1000,
  rowSpan: 65_534,

  /** Entries of a zip. A report with a picture on every page has several hundred. */
  entries: 10_000,
  /** Bytes of the part that says what kind of package it is. */
  mimetypeBytes: 4096,
  /** Bytes of the main part of a package, inflated, or of all parts of a workbook: twice such a report. */
  documentBytes: 32 * 1024 * 1024,
  /** Bytes of any other part that is opened (relationships, styles), inflated. WPS writes 26 KB of styles. */
  sidePartBytes: 8 * 1024 * 1024,
  /** XML elements of one part, whatever they are. saxes takes about 0.2 µs for each. */
  elements: 1_000_000,
  /** XML elements, or groups of RTF, open at once. A picture in a text box in a nested table is some 40 deep. */
  depth: 200,
  /** Prefixes bound at once to namespaces we know. Word binds about ten of these. */
  prefixes: 24,
} as const
