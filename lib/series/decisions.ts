import { readDay } from './roster/dates.ts'
import { fromHeadings, type Headings, readHeadings } from './roster/headings.ts'
import type { Line, LineProblem } from './roster/line.ts'

/** What a person decided about a finding; every later run respects it, and it is published with the result. */
export interface Decision {
  /** Id of the finding. */
  readonly finding: string
  readonly decision: string
  readonly reason: string
  readonly by: string
  /** The last day it holds, ISO; null where it holds for good. */
  readonly until: string | null
  readonly line: number
}

export const decisionFields = ['finding', 'decision', 'reason', 'by', 'until'] as const
type DecisionField = (typeof decisionFields)[number]

export const decisionHeadings: Headings<DecisionField> = {
  finding: ['发现编号', '编号', 'findingid', 'id'],
  decision: ['决定', '处理', '处理意见'],
  reason: ['理由', '原因'],
  by: ['决定人', '经办人', '由'],
  until: ['有效期至', '至', '截止日期'],
}

export type DecisionsResult =
  | { readonly decisions: ReadonlyMap<string, Decision> }
  | { readonly problems: readonly LineProblem[] }

const required = ['finding', 'decision', 'reason', 'by'] as const

const missing = (line: number, field: (typeof required)[number]): LineProblem => ({
  line,
  code: `${field}-missing`,
  message: {
    zh: `没有填“${decisionHeadings[field][0]}”。决定须写明发现编号、决定、理由和决定人。`,
    en: `${field} is empty. A decision names its finding, what was decided, why and by whom.`,
  },
})

/** The decisions of a file's lines by the ids of their findings, the headings first; or all that is wrong with them. */
export const readDecisions = (lines: readonly Line[]): DecisionsResult => {
  const [head, ...rest] = fromHeadings<DecisionField>(lines, decisionHeadings, required)
  if (!head) return { decisions: new Map() }
  const { at, problems } = readHeadings<DecisionField>(head, decisionHeadings, required)
  if (problems.length > 0) return { problems }
  const decisions = new Map<string, Decision>()
  const found = rest.flatMap(({ line, cells }): readonly LineProblem[] => {
    const text = (field: DecisionField): string => (cells[at.get(field) ?? -1] ?? '').trim()
    const until = text('until') === '' ? null : readDay(text('until'), 'last')
    const finding = text('finding')
    const empty = required.filter(field => text(field) === '').map(field => missing(line, field))
    const before = decisions.get(finding)
    const doubled: readonly LineProblem[] = before
      ? [
          {
            line,
            code: 'finding-doubled',
            message: {
              zh: `发现“${finding}”在第 ${before.line} 行已有决定。请只留一行。`,
              en: `The finding “${finding}” has a decision in line ${before.line} already. Keep one.`,
            },
          },
        ]
      : []
    const undated: readonly LineProblem[] =
      text('until') !== '' && until === null
        ? [
            {
              line,
              code: 'until-unreadable',
              message: {
                zh: `“${text('until')}”不是日期，请写成 2024-01-31。`,
                en: `“${text('until')}” is no date, write it as 2024-01-31.`,
              },
            },
          ]
        : []
    decisions.set(finding, {
      finding,
      decision: text('decision'),
      reason: text('reason'),
      by: text('by'),
      until,
      line,
    })
    return [...empty, ...doubled, ...undated]
  })
  return found.length > 0 ? { problems: found } : { decisions }
}

/** Findings with what was decided about them, as far as it still holds on that day; and decisions that met no finding. */
export const decided = <Finding extends { readonly id: string }>(
  findings: readonly Finding[],
  decisions: ReadonlyMap<string, Decision>,
  asOf: string,
): {
  readonly findings: readonly (Finding & { readonly decision?: Decision })[]
  readonly unmet: readonly Decision[]
} => {
  const ids = new Set(findings.map(({ id }) => id))
  return {
    findings: findings.map(finding => {
      const decision = decisions.get(finding.id)
      return decision && (decision.until ?? asOf) >= asOf ? { ...finding, decision } : finding
    }),
    unmet: [...decisions.values()].filter(({ finding }) => !ids.has(finding)),
  }
}
