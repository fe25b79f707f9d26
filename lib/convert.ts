import type { Finding, Verdict } from './checks/check.ts'
import { runChecks } from './checks/run-checks.ts'
import { verdictOf } from './checks/verdict.ts'
import { withNamed, yearSaid } from './entered/named.ts'
import { withEntered } from './entered/with-entered.ts'
import { condensed } from './losses/condensed.ts'
import type { Document } from './model/document.ts'
import type { EnteredFigure, NamedReport, Report } from './model/report.ts'
import { converter } from './model/version.ts'
import { readReport } from './read-report.ts'
import { open } from './readers/index.ts'
import { type OutputRole, outputs } from './writers/index.ts'
import type { JudgedReport } from './writers/judged-report.ts'
import { namedOutputs } from './writers/output-names.ts'
import { wantedPictures } from './writers/pictures/wanted.ts'

/** One file to convert. `name` is the file's name as uploaded, `sha256` the digest of its bytes in lower-case hex. */
export interface ConvertInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** What a person read off the original and typed in; of one cell the last counts. */
  readonly entered?: readonly EnteredFigure[]
  /** Of a scan: whose report a person says it is, and of which year. */
  readonly named?: NamedReport
}

/** What a conversion gives: the report, its judgement, and the files for people and systems, by role. */
export interface Conversion {
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  readonly outputs: Readonly<Record<OutputRole, Uint8Array>>
}

const utf8 = new TextEncoder()

/** Loaded with this module, so that no report waits for them. */
const writers = await Promise.all(outputs.map(async ({ role, writer }) => ({ role, write: await writer() })))

/** How far a conversion is, for those who watch: it says so as each stage begins. */
export type Stage = 'reading' | 'checking' | 'writing'

const unwatched = () => undefined

/** How a file is opened, and which of the figures that were read in it count. */
export interface Way {
  /** Throws Problem. */
  readonly open: typeof open
  readonly counted: (report: Report, document: Document) => Report
}

/** The way of every file but scans, of which it throws a Problem that says `scan`: lib/convert-scan.ts has theirs. */
const usual: Way = { open, counted: report => report }

const judged = (
  document: Document,
  { name, bytes, sha256, entered, named }: ConvertInput,
  { counted }: Way,
): JudgedReport => {
  const read = counted(readReport(document, yearSaid(document.scan, named)), document)
  const report = withEntered(withNamed(read, named), entered)
  const findings = runChecks(report)
  return {
    report: { ...report, losses: condensed(report.losses) },
    findings,
    verdict: verdictOf(report, findings),
    source: { name, format: document.format, size: bytes.length, sha256 },
    converter,
  }
}

/** Reads and judges without writing: the first four arrows of the picture. Throws Problem. */
export const judge = async (input: ConvertInput, way = usual): Promise<JudgedReport> => {
  const { document, close } = await way.open(input.name, input.bytes)
  close()
  return judged(document, input, way)
}

/** The same, with pictures of the places in the original where its findings stand, if the format has pages. */
const judgeWithPictures = async (
  input: ConvertInput,
  begins: (stage: Stage) => void,
  way: Way,
): Promise<JudgedReport> => {
  begins('reading')
  const { document, draw, close } = await way.open(input.name, input.bytes)
  try {
    begins('checking')
    const report = judged(document, input, way)
    begins('writing')
    const pictures = draw(wantedPictures(report))
    return pictures.length === 0 ? report : { ...report, pictures }
  } finally {
    close()
  }
}

const written = async (whole: JudgedReport): Promise<Conversion['outputs']> => {
  const beside = namedOutputs(whole.source.name)
  const bytes = writers.map(async ({ role, write }) => {
    const content = await write(whole, beside)
    return [role, typeof content === 'string' ? utf8.encode(content) : content]
  })
  return Object.fromEntries(await Promise.all(bytes))
}

/**
 * The whole conversion: read → recognise → extract → what is proven, of a scan → what was typed in → check → write. Pure: the same input
 * gives the same bytes out. Throws Problem where the file is refused; anything else thrown is our own failure.
 */
export const convert = async (
  input: ConvertInput,
  begins: (stage: Stage) => void = unwatched,
  way = usual,
): Promise<Conversion> => {
  const whole = await judgeWithPictures(input, begins, way)
  const { report, findings, verdict } = whole
  return { report, findings, verdict, outputs: await written(whole) }
}
