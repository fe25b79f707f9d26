import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { judge } from '../../lib/convert.ts'
import { Problem } from '../../lib/model/problems.ts'
import type { Figure } from '../../lib/model/report.ts'
import { bytesOf, type CorpusFile } from './sets.ts'

/** What the record keeps of one file: all that a reader of the outputs relies on, and nothing about where it stands. */
export interface Entry {
  readonly name: string
  /** The first 16 hex digits of the file's SHA-256. */
  readonly sha256: string
  /** `invalid`, or the code a refused file is refused with. */
  readonly verdict: string
  readonly format: string
  readonly year: string
  readonly authority: string
  /** The editions of the three tables in the order of the form, `none` where a table was not read. */
  readonly editions: string
  /** By key: the number, or the state of a figure that is none. */
  readonly figures: Readonly<Record<string, string>>
  /** By id: how grave, and the two figures that differ. */
  readonly findings: Readonly<Record<string, string>>
}

const told = ({ state, value }: Figure): string => (state === 'number' ? String(value) : state)

const nothing = { format: '-', year: '-', authority: '-', editions: '-', figures: {}, findings: {} }

/** Reads and judges one file. A refusal is a result like any other; a fault of ours is thrown. */
export const entryOf = async ({ name, path }: CorpusFile): Promise<Entry> => {
  const bytes = bytesOf(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const facts = { name, sha256: sha256.slice(0, 16) }
  try {
    const { report, findings, verdict, source } = await judge({
      name: basename(path.replace(/\.gz$/u, '')),
      bytes,
      sha256,
    })
    return {
      ...facts,
      verdict,
      format: source.format,
      year: String(report.year ?? '-'),
      authority: report.authority?.replace(/\s+/gu, ' ') || '-',
      editions: Object.values(report.editions)
        .map(edition => edition ?? 'none')
        .join(' '),
      figures: Object.fromEntries([...report.figures].map(([key, figure]) => [key, told(figure)])),
      findings: Object.fromEntries(
        findings.map(({ id, severity, outcome, expected, actual }) => [
          id,
          [severity, outcome, ...(expected === undefined ? [] : [`${actual} should be ${expected}`])].join(
            ' ',
          ),
        ]),
      ),
    }
  } catch (error) {
    if (error instanceof Problem) return { ...facts, ...nothing, verdict: error.code }
    throw new Error(`${name}: ${error instanceof Error ? error.stack : String(error)}`, { cause: error })
  }
}
