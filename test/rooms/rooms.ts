import { readdirSync } from 'node:fs'

/**
 * The rooms of this project, each list in its order: a room imports those named before it and none after it. A name
 * that ends in .ts is a file. `biome.rooms.json` is made of these lists, and lint refuses the rest.
 */

/** The core, from the smallest helpers to what becomes of one upload. */
export const lib = [
  ...['util', 'vendor', 'forms', 'model', 'losses', 'figures', 'entered'],
  ...['readers', 'recognition', 'narrative', 'checks', 'scans', 'writers', 'notices'],
  ...['admission.ts', 'read-report.ts', 'convert.ts', 'convert-scan.ts', 'original-pages.ts', 'library.ts'],
  ...['submission', 'series'],
] as const

/** The command line and the service on this machine. */
export const local = [
  ...['bundle', 'terminal', 'disk', 'lock', 'pool', 'convert', 'desk', 'season'],
  ...['inbox', 'results', 'tables', 'notices', 'web', 'api', 'service', 'operate', 'commands', 'gongkai.ts'],
] as const

/** Folders of lib/readers/ that all formats share, in their order. They import no format. */
export const shared = ['format', 'package', 'style', 'story'] as const

/** One folder of lib/readers/ for each format, and for parcels of files: all others. None imports another, except through a seam. */
export const formats: readonly string[] = readdirSync(new URL('../../lib/readers/', import.meta.url), {
  withFileTypes: true,
})
  .filter(entry => entry.isDirectory() && !shared.some(name => name === entry.name))
  .map(({ name }) => name)
  .toSorted()

/** What is let through against the order, file by file as an import of it ends, and why. */
export interface Seam {
  readonly from: string
  readonly to: readonly string[]
  readonly why: string
}

export const seams: readonly Seam[] = [
  {
    from: 'lib/readers/format',
    to: ['text/lines.ts', 'text/pipe-line.ts'],
    why: 'text is known by its lines',
  },
  {
    from: 'lib/readers/docx',
    to: ['html/document.ts', 'html/text-flow.ts', 'mht/index.ts', 'rtf/index.ts', 'text/index.ts'],
    why: 'Word files hold parts in other formats',
  },
  {
    from: 'lib/readers/docx',
    to: ['pdf/flow/document.ts', 'pdf/ink/model.ts', 'pdf/losses.ts', 'pdf/spelling/wide.ts'],
    why: 'placed text is read as the ink of a page is',
  },
  {
    from: 'lib/readers/mht',
    to: ['html/document.ts', 'html/style/looks.ts'],
    why: 'a saved page is a page in an envelope',
  },
  {
    from: 'events',
    to: ['lib/writers/index.ts'],
    why: 'an event points to every output of the list',
  },
  {
    from: 'events',
    to: ['lib/writers/contract.ts', 'lib/series/season-contract.ts'],
    why: 'the list of contracts has those that are made of the forms',
  },
  {
    from: 'infra/aws',
    to: ['functions/metric-names.ts'],
    why: 'alarms read what the functions count',
  },
  {
    from: 'infra/local/operate',
    to: ['functions/aws/remote.ts'],
    why: 'replay and reconcile work on AWS too',
  },
  {
    from: 'infra/local/season',
    to: [
      ...['functions/season/engine.ts', 'functions/season/engine-missing.ts'],
      ...['functions/season/outputs.ts', 'functions/season/segment.ts'],
      ...['functions/season/together.ts', 'functions/season/write-season.ts'],
    ],
    why: 'a season is made the same way on AWS',
  },
  {
    from: 'infra/local/tables',
    to: ['functions/season/run-tables.ts'],
    why: 'the engine behind the tables of a season writes these',
  },
  {
    from: 'infra/local/commands',
    to: ['functions/season/engine.ts'],
    why: 'a question may be one that the engine refuses',
  },
]

/** Packages that one room alone imports, as they are written. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  'lib/vendor': ['{mammoth,exceljs}/**', '@embedpdf/pdfium', 'onnxruntime-web/**'],
  'functions/aws': ['@aws-sdk/*'],
  'functions/season': ['@duckdb/node-api'],
  'infra/aws': ['{aws-cdk-lib,cdk-nag,constructs}', 'aws-cdk-lib/*'],
  'infra/local/inbox': ['chokidar'],
}
