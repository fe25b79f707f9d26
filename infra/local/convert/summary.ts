import type { Verdict } from '../../../lib/checks/check.ts'
import type { Outcome } from '../../../lib/submission/outcome.ts'
import { printable } from '../terminal/width.ts'
import { type Language, outcomeWord } from '../terminal/words.ts'

type Kind = Verdict | 'rejected' | 'failed'

/** How many files ended how. */
export interface Tally {
  readonly add: (outcome: Outcome) => void
  /** 0: all converted, none invalid; 1: some report is invalid; 2: some file could not be converted. */
  readonly exitCode: () => 0 | 1 | 2
  readonly counts: ReadonlyMap<Kind, { readonly outcome: Outcome; readonly count: number }>
}

export const tallyOf = (): Tally => {
  const counts = new Map<Kind, { outcome: Outcome; count: number }>()
  return {
    counts,
    add: outcome => {
      const kind = outcome.kind === 'validated' ? outcome.conversion.verdict : outcome.kind
      const known = counts.get(kind)
      if (known) known.count += 1
      else counts.set(kind, { outcome, count: 1 })
    },
    exitCode: () => {
      if (counts.has('rejected') || counts.has('failed')) return 2
      return counts.has('invalid') ? 1 : 0
    },
  }
}

/** What makes the exit code another than 0. */
export const isTrouble = (outcome: Outcome): boolean =>
  outcome.kind !== 'validated' || outcome.conversion.verdict === 'invalid'

const order: readonly Kind[] = ['valid', 'needsReview', 'invalid', 'notAssessable', 'rejected', 'failed']

/** Where the results are, and what was made of all of them. */
export interface Places {
  readonly out: string
  readonly workbook: string | null
  readonly tables: string | null
}

/** The last lines: how many of each, and where the results are. */
export const summaryLines = (
  tally: Tally,
  { out, workbook, tables }: Places,
  skipped: number,
  language: Language,
): readonly string[] => {
  const present = order.flatMap(kind => tally.counts.get(kind) ?? [])
  const total = present.reduce((sum, { count }) => sum + count, 0)
  const parts = present.map(({ outcome, count }) => `${outcomeWord(outcome)[language]} ${count}`)
  return language === 'zh'
    ? [
        '',
        `共 ${total} 份：${parts.join('，')}。${skipped > 0 ? `其中 ${skipped} 份的结果先前已有，没有重新转换。` : ''}`,
        `结果在 ${printable(out)}`,
        ...(workbook ? [`汇总表 ${printable(workbook)}`] : []),
        ...(tables ? [`数据表在 ${printable(tables)}`] : []),
      ]
    : [
        '',
        `${total} files: ${parts.join(', ')}.${skipped > 0 ? ` ${skipped} of them had their results already.` : ''}`,
        `Results are in ${printable(out)}`,
        ...(workbook ? [`Summary: ${printable(workbook)}`] : []),
        ...(tables ? [`Tables are in ${printable(tables)}`] : []),
      ]
}
