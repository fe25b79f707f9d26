/**
 * What one PDF may cost us. A report has 5 to 30 pages; a page of the official form takes up to 5,000 operators,
 * 700 characters and 400 pieces of ruling.
 */
export const pdfLimits = {
  /** Pages of one file. Yearbooks that contain the report among others are longer. */
  pages: 300,
  /** Drawing operators of one page; charts and maps have some 10,000. */
  pageOperators: 100_000,
  /** Drawing operators of the whole file. */
  operators: 1_000_000,
  /** Characters of the whole file: 300 pages of small type. */
  glyphs: 1_000_000,
  /** Pieces of ruling, filled areas and pictures of one page. Charts and maps draw more; they are no tables. */
  shapes: 40_000,
  /** Rulings of one page after joining. Every pair may be compared. */
  rulings: 4_000,
  /** Pairs of a ruling across and one down on one page: every pair is compared. A table of 60 rows has some 1,000. */
  rulingPairs: 400_000,
  /** Areas, and pieces of slanting strokes, of one page that may lie over characters. */
  covers: 4_000,
  /** Cells of all ruled grids of the file; 300 pages of the official form have 120,000. */
  cells: 300_000,
  /** Elementary cells of one ruled grid. */
  slots: 8_000,
  /** Bytes of one font, unpacked. A whole Chinese font takes 20 million. */
  fontBytes: 32_000_000,
  /** Bytes of any other stream but pictures, unpacked: the program of a page takes some 100,000. */
  streamBytes: 8_000_000,
  /** Bytes of one stream packed as nobody packs any more. */
  rarelyPackedBytes: 64_000,
  /** Unseen characters of one page that are looked for in cells. */
  unseen: 2_000,
  /** Numbers of one path. A table drawn as a single path takes 5,000. */
  pathNumbers: 50_000,
  /** States saved and not restored. */
  depth: 512,
} as const
