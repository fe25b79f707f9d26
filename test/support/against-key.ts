import type { JudgedReport } from '../../lib/writers/judged-report.ts'

/** How the figures of a report stand to the truth, by cell key. */
export interface AgainstKey {
  readonly right: readonly string[]
  /** Another number than is printed, or a number where none is. */
  readonly wrong: readonly string[]
  /** Printed, and told not to be there. */
  readonly calledMissing: readonly string[]
  /** Printed, told blank, and no finding of at least a warning says so at the cell. */
  readonly blankInSilence: readonly string[]
  /** Printed, and told that it could not be read. */
  readonly lost: readonly string[]
}

/** Compares figures with what a person reads in the file (null: no number there). */
export const againstKey = (
  { report, findings }: JudgedReport,
  key: Readonly<Record<string, number | null>>,
): AgainstKey => {
  const flagged = new Set(
    findings.filter(({ severity }) => severity !== 'info').flatMap(({ cells }) => cells),
  )
  const right: string[] = []
  const wrong: string[] = []
  const calledMissing: string[] = []
  const blankInSilence: string[] = []
  const lost: string[] = []
  for (const [name, printed] of Object.entries(key)) {
    const figure = report.figures.get(name)
    const value = figure?.value ?? null
    if (value !== null && value !== printed) wrong.push(`${name}: ${value} for ${printed}`)
    else if (printed === null) continue
    else if (value !== null) right.push(name)
    else if (figure?.state === 'missing') calledMissing.push(name)
    else if (figure?.state === 'blank' && !flagged.has(name)) blankInSilence.push(name)
    else lost.push(name)
  }
  return { right, wrong, calledMissing, blankInSilence, lost }
}
