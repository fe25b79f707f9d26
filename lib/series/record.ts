import Big from 'big.js'
import { doubtsReading } from '../checks/doubting.ts'
import type { ReportJson } from '../writers/contract.ts'
import type { Row, Value } from './column.ts'
import { type FigureColumn, figureColumns } from './columns.ts'
import { editionColumn } from './fact-columns.ts'
import { fingerprint } from './fingerprint.ts'
import { growthClaimsIn } from './growth-claims.ts'
import { spokenNames } from './spoken-names.ts'
import { textSignature } from './text-signature.ts'

/** What the receipt of a version knows of it, and no report does. */
export interface Known {
  readonly key: string
  readonly version: string
  readonly sequencer: string
  readonly run: string | null
  readonly event: string | null
  /** When it was uploaded, ISO 8601; null where nobody knows. */
  readonly uploadedAt: string | null
  /** When this run of it was judged: the time of its event. */
  readonly judgedAt: string | null
}

/** A cell that has no number in the wide table. */
export interface WithoutNumber {
  readonly key: string
  /** State of the figure; `number` where the printed one fits no column: a fraction of a case, a negative count. */
  readonly state: string
  readonly text: string | null
  /** A person read it off the original. */
  readonly entered?: true
}

/** A cell whose number some finding names: what is wrong with it, or may be, is in the report's own findings. */
export interface Flagged {
  readonly key: string
  /** Ids of the checks, each once. */
  readonly checks: readonly string[]
  /** The number may not be the one printed: checks across reports take the cell for one that was not read. */
  readonly doubtful?: true
}

/** A finding as the record keeps it. */
export interface KeptFinding {
  readonly id: string
  readonly severity: string
  readonly outcome: string
}

/** Counts and amounts from here on fit no column; nothing that is counted comes near. */
const tooLarge = 1e12

const scale = 6

/** The number as its column holds it; null where it cannot, exactly. */
const exactly = (value: number, { kind, signed }: FigureColumn): bigint | null => {
  if (Math.abs(value) >= tooLarge || (value < 0 && !signed)) return null
  if (kind === 'count') return Number.isSafeInteger(value) ? BigInt(value) : null
  const scaled = new Big(value).times(new Big(10).pow(scale))
  return scaled.eq(scaled.round()) ? BigInt(scaled.toFixed(0)) : null
}

/** The decimal text of an unscaled amount, without zeros at its end. */
export const amountText = (unscaled: bigint): string => new Big(String(unscaled)).div(10 ** scale).toFixed()

const figuresOf = (figures: ReportJson['figures'], doubted: ReadonlySet<string>) => {
  const row: Record<string, Value> = {}
  const without: WithoutNumber[] = []
  const printed: string[] = []
  const values = new Set<bigint>()
  for (const column of figureColumns) {
    const figure = figures[column.key]
    const value = figure?.value == null ? null : exactly(figure.value, column)
    row[column.name] = value
    if (figure && value === null)
      without.push({
        ...{ key: column.key, state: figure.state, text: figure.text },
        ...(figure.entered ? { entered: true } : {}),
      })
    if (value === null || value === 0n) continue
    printed.push(`${column.key}=${value}`)
    if (!doubted.has(column.key)) values.add(value)
  }
  return { row, without, printed, values }
}

/** Keys of the cells whose number may not be the one printed. */
const doubtedBy = (findings: ReportJson['findings']): ReadonlySet<string> =>
  new Set(findings.filter(doubtsReading).flatMap(({ cells }) => cells))

/** The cells with a number that findings name, in the order of the columns. */
const flaggedOf = (
  row: Row,
  findings: ReportJson['findings'],
  doubted: ReadonlySet<string>,
): readonly Flagged[] => {
  const checks = new Map<string, Set<string>>()
  for (const { check, cells } of findings)
    for (const cell of cells) checks.set(cell, (checks.get(cell) ?? new Set()).add(check))
  return figureColumns.flatMap(({ key, name }): readonly Flagged[] => {
    const named = row[name] === null ? undefined : checks.get(key)
    return named ? [{ key, checks: [...named], ...(doubted.has(key) ? { doubtful: true } : {}) }] : []
  })
}

/** One digit for each figure column; null where no number is in doubt. */
const doubtfulOf = (row: Row, doubted: ReadonlySet<string>): string | null => {
  const digits = figureColumns.map(({ key, name }) => (row[name] !== null && doubted.has(key) ? '1' : '0'))
  return digits.includes('1') ? digits.join('') : null
}

const countOf = (findings: readonly KeptFinding[], severity: string): number =>
  findings.filter(finding => finding.severity === severity).length

/** One version of a report as a row of `recordColumns`. */
export const recordOf = (json: ReportJson, known: Known): Row => {
  const { report, source } = json
  const doubted = doubtedBy(json.findings)
  const { row, without, printed, values } = figuresOf(json.figures, doubted)
  const findings = json.findings.map(({ id, severity, outcome }): KeptFinding => ({ id, severity, outcome }))
  return {
    key: known.key,
    version: known.version,
    sequencer: known.sequencer,
    uploaded_at: known.uploadedAt,
    judged_at: known.judgedAt,
    run: known.run,
    event_id: known.event,
    sha256: source.sha256,
    file_name: source.name,
    format: source.format,
    year: report.year,
    title: report.title,
    authority: report.authority,
    authority_as_printed: report.authorityAsPrinted,
    signed_by: report.signature?.authority ?? null,
    signed_on: report.signature?.date ?? null,
    ...Object.fromEntries(Object.entries(json.editions).map(([form, id]) => [editionColumn(form), id])),
    verdict: json.verdict,
    errors: countOf(findings, 'error'),
    warnings: countOf(findings, 'warning'),
    infos: countOf(findings, 'info'),
    figures_hash: printed.length === 0 ? null : fingerprint(printed.join('\n')),
    distinct_values: values.size,
    growth_claims: JSON.stringify(growthClaimsIn(report.sections.flatMap(({ paragraphs }) => paragraphs))),
    text_signature: textSignature(report),
    speaks_as: JSON.stringify(spokenNames(report)),
    findings: JSON.stringify(findings),
    without_number: JSON.stringify(without),
    flagged: JSON.stringify(flaggedOf(row, json.findings, doubted)),
    doubtful: doubtfulOf(row, doubted),
    ...row,
  }
}
