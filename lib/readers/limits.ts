/** As all bytes are told to people. */
export const MB = 1024 * 1024

/**
 * Everything that is limited, in one table: what a file may hold at most, whatever its format, and what the work on
 * it may take, each by its unit. Messages and documents take their numbers from here. Sized so that a report of 300 pages with
 * pictures passes several times over (the official form set by WPS takes about 50 KB of document XML and 2,800
 * elements a page) and a hostile file ends within seconds: every later step takes time and memory in proportion to
 * these and to nothing else.
 * First what holds of every file, then what one format adds.
 */
export const limits = {
  /** Bytes of any file, also of one in an archive. A Word file of that size is all pictures; its text has limits of its own. */
  fileBytes: 64 * MB,
  /** Bytes of a file of text or a page, without pictures. A report is 10 KB, a saved page 100 KB; it is held several times. */
  textFileBytes: 20 * MB,

  /** Characters of text in all. Three hundred full pages have 300,000. */
  characters: 2_000_000,
  /** Characters of one paragraph, cell or line. A whole report whose line ends were lost has some 30,000. */
  pieceCharacters: 50_000,
  /** Paragraphs outside tables. Three hundred pages have 9,000. */
  paragraphs: 30_000,
  /** Cells of all tables. Three hundred pages of nothing but the largest statutory table have 80,000. */
  cells: 200_000,
  /**
   * Tables, however small. Three hundred pages with ten tables each have 3,000. Each is a table of its own in all that is written
   * and costs as much as some ten cells, so that cells alone would not bound the work.
   */
  tables: 20_000,
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
  /** Fields of a word processor open at once; Word itself nests 20. Older ones count as ended. */
  fields: 50,

  /** Entries of a zip. A report with a picture on every page has several hundred. */
  entries: 10_000,
  /** Bytes of the part that says what kind of package it is. */
  mimetypeBytes: 4096,
  /** Bytes of the main part of a package, inflated, or of all parts of a workbook: twice such a report. */
  documentBytes: 32 * MB,
  /** Bytes of any other part that is opened (relationships, styles), inflated. WPS writes 26 KB of styles. */
  sidePartBytes: 8 * MB,
  /** XML elements of one part, whatever they are. saxes takes about 0.2 µs for each. */
  elements: 1_000_000,
  /** XML elements, or groups of RTF, open at once. A picture in a text box in a nested table is some 40 deep. */
  depth: 200,
  /** Prefixes bound at once to namespaces we know. Word binds about ten of these. */
  prefixes: 24,

  /** Styles based one upon another. Word allows ten, LibreOffice's own are five deep; also ends circles. */
  styleDepth: 20,
  /** Fonts of a .doc or RTF file. Word writes some hundred at most. */
  fonts: 10_000,
  /** Tables in tables of .doc and RTF. Word itself ends at 11. */
  tableDepth: 32,

  docx: {
    /** Characters of symbol fonts: mammoth compares each it does not know with all before. */
    symbols: 5000,
    /** Documents within a document, and their bytes together: more than any program puts there. */
    chunks: 20,
    chunkBytes: 16 * MB,
    /** Boxes at places of their own, more than any page-for-page copy of a report has; the rest are read in their order. */
    drawn: 50_000,
    /** Boxes with text, and boxes and lines, that are read by their places on the page. */
    placedTexts: 5000,
    placed: 20_000,
  },
  doc: {
    /** Marks of footnotes or of endnotes. */
    notes: 10_000,
    /** Characters in text boxes that are looked through for figures. */
    boxCharacters: 5000,
    /** Bytes of formatting read in all. A row of 15 cells has some 1,000. */
    formattingBytes: 32 * MB,
    /** Lists of formatting that refer to others in the data stream; Word's own files do so twice. */
    formattingLists: 16,
    /** Word allows 4,079 styles. */
    styles: 4096,
  },
  rtf: {
    /** Words, groups and stretches of text: 300 pages of tables as Word and LibreOffice write them. */
    tokens: 3_000_000,
    /** Bytes and characters of text in all; a Chinese character has up to four bytes. */
    units: 8_000_000,
    colours: 10_000,
    /** Cells of one row. Word allows 63. */
    rowCells: 1000,
  },
  odt: {
    /** Times one cell or row is repeated. All repeats count towards what is kept. */
    repeats: 1_000_000,
    /** Spaces in a row that one element stands for. */
    spaces: 1000,
  },
  xlsx: {
    /** Excel's own sheet. */
    rows: 1_048_576,
    columns: 16_384,
    /** Excel itself sets no limit; a report has three tables. */
    sheets: 200,
    /** Names of places as our own workbook gives them: it has seven. */
    ownNames: 20,
    /** Ranges whose look depends on a condition. */
    ranges: 500,
  },
  html: {
    /**
     * Elements of one page; a long report with its site around it has some 5,000. A page can make the parser create
     * far more elements than it has tags, because unclosed formatting elements are repeated in each paragraph.
     */
    elements: 500_000,
    /** Characters of all style sheets together. A site's own have some 500,000. */
    sheetCharacters: 3_000_000,
    /** Sheets that ask for sheets that ask for sheets. */
    importDepth: 5,
    /** Brackets open at once in a sheet; parsers call themselves for each. */
    bracketDepth: 60,
    /** Selectors of all sheets. Frameworks have some 10,000. */
    selectors: 60_000,
    /** Characters of a list of selectors, and of what nesting makes of it; longer ones are made to take time. */
    selectorCharacters: 50_000,
    nestedSelectorCharacters: 4000,
    /** Parts of one selector. Each is asked of many elements. */
    selectorParts: 60,
    /** Conditions of `@media` and `@supports` that differ. Frameworks have some dozens. */
    conditions: 1000,
  },
  mht: {
    /** Parts inside parts: a page with its pictures inside a choice of forms is three deep. */
    partDepth: 5,
    /** Bytes of the headers of one part: more than any program writes. */
    headerBytes: 64 * 1024,
    /** Parts that one part holds: a page with a thousand pictures passes. */
    parts: 10_000,
  },
  text: {
    /** Lines. A report has two thousand at most. */
    lines: 200_000,
    /** Cell marks (tabs and pipes): the three tables have about five hundred. */
    cellMarks: 400_000,
    /** Lines of one drawn table: the three statutory ones in one, each row wrapped to eight lines. */
    tableLines: 2000,
    /** Lines of one table of MediaWiki, which has a line for each cell. */
    wikiTableLines: 20_000,
  },
  /** An archive of reports. */
  zip: {
    /** Files of one archive. A city has a few hundred authorities that report. */
    files: 1000,
    /**
     * Bytes of the archive, and of all its files unpacked: one number, since reports hardly get smaller. A report is
     * 0.2 MB, with pictures 5 MB. Reading 300 MB and counting what comes out takes two seconds and 460 MB of memory.
     */
    bytes: 300 * MB,
    /** Archives in an archive are not opened. */
    levels: 1,
  },
  /** One file, from its bytes to its outputs. Real reports take a fraction of a second and a few MB. */
  work: {
    seconds: 60,
    /** Heap of a worker on this machine, in MB; on AWS it is the memory of the function. */
    heapMb: 768,
  },
  /** The same of a scan, whose pages are read as pictures: each takes some seconds, ten on an old machine. */
  scans: {
    seconds: 600,
    heapMb: 1024,
  },
  /** A report has 5 to 30 pages; a page of the official form takes up to 5,000 operators, 700 characters, 400 pieces of ruling. */
  pdf: {
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
    /** Things of one page that may keep characters from being seen; of more, all its characters are looked at. */
    things: 20_000,
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
    /** Annotations of one page; a form to fill in has some hundred. Making them a part of the page takes their square. */
    annotations: 5_000,
    /** Unseen characters of one page that are looked for in cells. */
    unseen: 2_000,
    /** Numbers of one path. A table drawn as a single path takes 5,000. */
    pathNumbers: 50_000,
    /** Layers, and objects of patterns, of one page that are drawn alone to see what comes of them. */
    drawn: 100,
    /** Pixels of such a drawing, across and down. */
    pixels: 2_000,
    /** Drawing operators of the pages that stay open while a file is judged, some 10 MB: twenty pages of tables. */
    keptObjects: 10_000,
    /** Pixels of one file that are drawn to see whether a figure is seen as it is: some 30 pages. */
    filePixels: 120_000_000,
    /** Pixels of one such drawing. */
    pagePixels: 6_000_000,
    /** Drawings within drawings. Programs that put several pages on a sheet nest three. */
    formDepth: 24,
    /** Pieces of text of one page without rulings; each may be compared with those near it. */
    fragments: 1500,
    /** Areas of colour of one page that are remembered, so that white on them can be told from white on paper. */
    areas: 500,
    /** Pictures of places for people. A report with a fault in every row needs one for each page of its tables. */
    pictures: {
      most: 40,
      /** Of one, and of all. A page of A4 has 2 million, which take 30 ms. */
      pixels: 2_500_000,
      allPixels: 16_000_000,
      /** Of all, as they are written. A table that fills a page takes 60,000. */
      bytes: 1_000_000,
      /** Objects of a page that is drawn, those in forms too, and pixels of the images on it. */
      objects: 30_000,
      imagePixels: 60_000_000,
    },
  },
} as const
