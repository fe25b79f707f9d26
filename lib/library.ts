/**
 * gongkai as a library: the bytes of one annual report in, its checked figures out. Nothing here reads a disk, a clock,
 * the environment, a network or chance: the same bytes give the same result everywhere.
 */
import type { Check } from './checks/check.ts'
import { checks as allChecks } from './checks/index.ts'
import {
  type Conversion,
  type ConvertInput,
  convert as convertHashed,
  judge as judgeHashed,
} from './convert.ts'
import { Problem } from './model/problems.ts'
import { readersMissing, withoutReaders } from './model/without-readers.ts'
import type { JudgedReport } from './writers/judged-report.ts'

export type {
  Determined,
  Evidence,
  Finding,
  FindingOutcome,
  Repair,
  Severity,
  Verdict,
} from './checks/check.ts'
export type { Conversion } from './convert.ts'
export type { FormKey, SectionKey } from './forms/form.ts'
export type { EditionId } from './forms/index.ts'
export type { Cell, Table } from './model/document.ts'
export type { Loss } from './model/loss.ts'
export type { Message } from './model/message.ts'
export { Problem, type ProblemCode } from './model/problems.ts'
export type {
  EnteredFigure,
  Figure,
  FigureState,
  NarrativeParagraph,
  Observation,
  Report,
  ReportTable,
  Section,
  SectionHeading,
} from './model/report.ts'
export type { Source } from './model/source.ts'
export type { OutputRole } from './writers/index.ts'
export type { JudgedReport } from './writers/judged-report.ts'

/** A file that may be an annual report. */
export interface ReportFile {
  /** Its name with the ending, as people know it: outputs carry it, and it helps where a file has no title. */
  readonly name: string
  /** What is in it. A Node `Buffer` is one. */
  readonly bytes: Uint8Array
  /** What a person read off the original and typed in, where a cell could not be read; of one cell the last counts. */
  readonly entered?: ConvertInput['entered']
}

/** A check as the catalogue has it: what it demands, by which rule, and how grave it is when that is broken. */
export type CatalogueEntry = Pick<
  Check,
  'id' | 'severity' | 'editions' | 'title' | 'explanation' | 'formula' | 'source'
>

/** For those who write JavaScript: what no type has told them. */
const demandFile = (file: ReportFile): void => {
  if (typeof file?.name === 'string' && file.bytes instanceof Uint8Array) return
  throw new TypeError(
    'gongkai: 参数应为 { name: 文件名, bytes: Uint8Array }；ArrayBuffer 请写成 new Uint8Array(buffer)' +
      ' (give { name: string, bytes: Uint8Array }; of an ArrayBuffer, new Uint8Array(buffer))',
  )
}

const hashed = async (file: ReportFile): Promise<ConvertInput> => {
  demandFile(file)
  const { name, bytes, entered } = file
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))
  const sha256 = Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
  return { name, bytes, sha256, ...(entered ? { entered } : {}) }
}

/** What reads scans, loaded for one alone; of any other file the error is thrown as it is. */
const scansFor = async (error: unknown) => {
  if (error instanceof Problem && error.scan) return import('./convert-scan.ts')
  throw error
}

const refuseWithout = (refused: Problem) => (error: unknown) => {
  throw error instanceof Error && error.name === readersMissing ? withoutReaders(refused) : error
}

/**
 * Reads a report and judges it: figures with their states and sources, findings, verdict. Nothing is written.
 * A scan or picture of one is read too, which takes some seconds a page: a figure of it is a number only where the form's
 * own sums prove it, all others are `unreadable`, and the verdict is at best `needsReview` until they are `entered`.
 * Throws `Problem` where the file is refused: it is no such report, damaged, locked, too large …; `TypeError` where
 * what is given is no such file.
 */
export const judge = async (file: ReportFile): Promise<JudgedReport> => {
  const input = await hashed(file)
  return judgeHashed(input).catch(async error =>
    (await scansFor(error)).judgeScan(input).catch(refuseWithout(error)),
  )
}

/**
 * The same, and the files that the command line writes, as bytes by their roles: `json`, `csv`, `workbook`, `page`.
 * Throws `Problem` where the file is refused.
 */
export const convert = async (file: ReportFile): Promise<Conversion> => {
  const input = await hashed(file)
  return convertHashed(input).catch(async error =>
    (await scansFor(error)).convertScan(input).catch(refuseWithout(error)),
  )
}

/** Every check there is, in the order of the catalogue. */
export const checks: readonly CatalogueEntry[] = Object.freeze([...allChecks])
