import type { ReportJson } from '../writers/contract.ts'

/** What a letter is made of: what a person decided, what was found, and the letter itself before it has a form. */

/** What letters ask of a report's JSON. */
export type NoticedReport = Pick<ReportJson, 'report' | 'editions' | 'figures' | 'findings'>

export type NoticedFinding = NoticedReport['findings'][number]

/** accepted 问题成立, rejected 不成立, explained 已说明. */
export type DecisionWord = 'accepted' | 'rejected' | 'explained'

/** A finding across reports, as `season.json` has it. */
export interface SeasonFinding {
  readonly id: string
  readonly check: string
  readonly severity: string
  readonly message: { readonly zh: string }
  readonly subjects: readonly { readonly unit: string; readonly year: number }[]
  /** In the words of whoever decided. */
  readonly decision?: { readonly decision: string }
}

/** One thing to deal with: a numbered point of the letter. */
export interface Point {
  readonly text: string
  /** Listed under the text as （1）（2）; mostly none. */
  readonly items: readonly string[]
  /** Stands after the items. */
  readonly after: string
  /** Ids of the findings it tells of, the cause first. */
  readonly findings: readonly string[]
}

export type PartKind = 'refused' | 'errors' | 'warnings' | 'season' | 'unread' | 'notes'

export interface Part {
  readonly kind: PartKind
  readonly points: readonly Point[]
}

/** A letter to one unit, as data. */
export interface Notice {
  /** Null where nobody knows whose report it is: left blank, for a person to fill in. */
  readonly to: string | null
  readonly year: number | null
  /** 《…报告》, or the file as it was called. */
  readonly report: string
  readonly parts: readonly Part[]
}

/** What the office adds to every letter. Days are ISO. */
export interface Sending {
  readonly office: string | null
  readonly due: string | null
  readonly date: string
}

/** How many points of a kind. */
export const countOf = ({ parts }: Pick<Notice, 'parts'>, kind: PartKind): number =>
  parts.find(part => part.kind === kind)?.points.length ?? 0
