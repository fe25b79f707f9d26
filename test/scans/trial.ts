import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cropOf } from './crops.ts'
import type { PrintedDocument } from './documents/truth.ts'
import { readApart } from './read-apart.ts'
import type { ScanRead } from './read-scans.ts'
import { provableIn, type Score, scored } from './score.ts'
import { chanceOf } from './simulate/chance.ts'
import { scanPdf } from './simulate/index.ts'
import { type KindName, kinds, type ScanKind, sheetDpi } from './simulate/kinds.ts'
import { mixedKind } from './simulate/mixed.ts'
import { type Sheet, sheetsOf } from './simulate/sheets.ts'

/** A kind of the list, or `mixed`: another one for each document. */
export type TriedKind = KindName | 'mixed'

/** One document, scanned in one way and read. */
export interface Trial {
  readonly document: PrintedDocument
  readonly kind: TriedKind
  readonly pages: number
  readonly dpi: number
  readonly read: ScanRead
  readonly score: Score
  /** Keys of those of its figures that can be proven. */
  readonly provable: readonly string[]
}

export interface Trials {
  readonly seed: string
  /** Scans are written here and stay. */
  readonly folder: string
}

const kindFor = (kind: TriedKind, seed: string, name: string): ScanKind =>
  kind === 'mixed' ? mixedKind(chanceOf(`kind ${seed} ${name}`)) : kinds[kind]

/** Pages as they are drawn for the kinds that follow each other, of the last document alone. */
const keptSheets = () => {
  let kept: { readonly name: string; readonly dpi: number; readonly sheets: readonly Sheet[] } | null = null
  return async ({ name, pdf }: PrintedDocument, dpi: number): Promise<readonly Sheet[]> => {
    if (kept?.name !== name || kept.dpi !== dpi) kept = { name, dpi, sheets: await sheetsOf(pdf, dpi) }
    return kept.sheets
  }
}

const sheets = keptSheets()

/** Scans a document; gives where the scan lies. */
const scan = async (document: PrintedDocument, tried: TriedKind, { seed, folder }: Trials) => {
  const kind = kindFor(tried, seed, document.name)
  const printed = await sheets(document, sheetDpi(kind))
  const name = `${seed} ${document.name} ${tried}`
  const path = join(folder, `${name.replaceAll(' ', '-')}.pdf`)
  writeFileSync(path, scanPdf({ name, sheets: printed, kind, places: document.places }))
  return { path, pages: printed.length, dpi: kind.dpi }
}

/** Scans documents in one way, reads them, and compares. */
export const tried = async (
  documents: readonly PrintedDocument[],
  kind: TriedKind,
  trials: Trials,
): Promise<readonly Trial[]> => {
  mkdirSync(trials.folder, { recursive: true })
  const scans = []
  for (const document of documents) scans.push({ document, ...(await scan(document, kind, trials)) })
  const reads = await readApart(scans.map(({ path }) => path))
  return scans.map(({ document, path, ...rest }) => {
    const read = reads.find(each => each.path === path)
    if (!read) throw new Error(`${path} was not read`)
    const score = scored(document.report, read.figures)
    return { document, kind, ...rest, read, score, provable: provableIn(document.report) }
  })
}

/** Tells of every wrong figure of a trial, each with its picture in a folder. */
export const tellWrong = async (
  { document, read, score }: Trial,
  folder: string,
): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const key of score.wrong) {
    const figure = read.figures.find(each => each.key === key)!
    const printed = document.report.figures.get(key)
    const crop = figure.place && (await cropOf(readFileSync(read.path), figure.place))
    const name = `${read.path.split('/').at(-1)} ${key}.png`
    mkdirSync(folder, { recursive: true })
    if (crop) writeFileSync(join(folder, name), crop)
    lines.push(
      `${name}: ${figure.state} ${figure.value} for ${printed?.state} ${printed?.value} (${printed?.text})`,
    )
  }
  return lines
}
