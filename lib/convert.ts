import type { Finding, Verdict } from './checks/check.ts'
import { runChecks, verdictOf } from './checks/index.ts'
import { condensed } from './losses/condensed.ts'
import type { Report } from './model/report.ts'
import { converter } from './model/version.ts'
import { readReport } from './read-report.ts'
import { read } from './readers/index.ts'
import { writeJson } from './writers/json.ts'
import type { JudgedReport } from './writers/judged-report.ts'
import { writePage } from './writers/page/index.ts'
import { writeWorkbook } from './writers/workbook/index.ts'

/** One file to convert. `name` is the file's name as uploaded, `sha256` the digest of its bytes in lower-case hex. */
export interface ConvertInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** What a conversion gives: the report, its judgement, and the three files for people and systems. */
export interface Conversion {
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  readonly outputs: { readonly json: Uint8Array; readonly workbook: Uint8Array; readonly page: Uint8Array }
}

const utf8 = new TextEncoder()

/** How far a conversion is, for those who watch: it says so as each stage begins. */
export type Stage = 'reading' | 'checking' | 'writing'

const unwatched = () => undefined

/** Reads and judges without writing: the first four arrows of the picture. Throws Problem. */
export const judge = async (
  { name, bytes, sha256 }: ConvertInput,
  begins: (stage: Stage) => void = unwatched,
): Promise<JudgedReport> => {
  begins('reading')
  const document = await read(name, bytes)
  begins('checking')
  const report = readReport(document)
  const findings = runChecks(report)
  return {
    report: { ...report, losses: condensed(report.losses) },
    findings,
    verdict: verdictOf(report, findings),
    source: { name, format: document.format, size: bytes.length, sha256 },
    converter,
  }
}

/**
 * The whole conversion: read → recognise → extract → check → write. Pure: the same bytes in give the same bytes out.
 * Throws Problem where the file is refused; anything else thrown is our own failure.
 */
export const convert = async (
  input: ConvertInput,
  begins: (stage: Stage) => void = unwatched,
): Promise<Conversion> => {
  const judged = await judge(input, begins)
  begins('writing')
  const { report, findings, verdict } = judged
  return {
    report,
    findings,
    verdict,
    outputs: {
      json: utf8.encode(writeJson(judged)),
      workbook: await writeWorkbook(judged),
      page: utf8.encode(writePage(judged)),
    },
  }
}
