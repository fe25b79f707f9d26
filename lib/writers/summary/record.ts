import type { Finding, Verdict } from '../../checks/check.ts'
import type { Message } from '../../model/message.ts'
import type { Figure, Report } from '../../model/report.ts'
import type { ReportJson } from '../contract.ts'
import type { OutputRole } from '../index.ts'

/** Where a report's own outputs lie: addresses, or paths relative to the summary. Older results have not all of today's. */
export type OutputLinks = Readonly<Partial<Record<OutputRole, string>>>

/** What a person decided about a finding, in the words people read. */
export interface FindingDecision {
  readonly decision: string
  readonly reason: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/** A figure as the summary shows it. */
export type SummaryFigure = Pick<Figure, 'state' | 'value' | 'text'> & {
  readonly entered?: Figure['entered'] | undefined
}

/** A converted report as a row of the summary needs it: small, and all of it stands in the report's JSON output. */
export interface SummaryReport extends Pick<Report, 'authority' | 'year' | 'editions'> {
  /** The file as people know it: its name, or its path below the folder given. */
  readonly name: string
  readonly verdict: Verdict
  readonly figures: ReadonlyMap<string, SummaryFigure>
  readonly findings: readonly Finding[]
  /** By the ids of findings; left out where nobody decides. */
  readonly decisions?: ReadonlyMap<string, FindingDecision>
  readonly links: OutputLinks
}

/** A file without figures: refused, or given up. */
export interface SummaryRefusal {
  readonly name: string
  readonly kind: 'rejected' | 'failed'
  readonly reason: { readonly code: string; readonly sentence: Message; readonly remedy: Message }
}

/** All that goes into a summary, in the order it is to be listed. */
export interface SummaryInput {
  readonly reports: readonly SummaryReport[]
  readonly refusals: readonly SummaryRefusal[]
}

/** What a summary takes of a report's JSON output, in every schema there has been. */
export type SummarisedJson = Pick<ReportJson, 'editions' | 'verdict' | 'findings' | 'source'> & {
  readonly schema: string
  readonly report: Pick<ReportJson['report'], 'authority' | 'year'>
  readonly figures: Readonly<Record<string, SummaryFigure>>
}

const knownSchemas: readonly string[] = ['gongkai.report/1', 'gongkai.report/2']

/** The row of a report from its JSON output. Throws where the object is of another schema. */
export const summaryReport = (
  json: SummarisedJson,
  name: string,
  links: OutputLinks,
  decisions?: ReadonlyMap<string, FindingDecision>,
): SummaryReport => {
  if (!knownSchemas.includes(json.schema)) throw new Error(`not a report of a known schema: ${name}`)
  return {
    name,
    links,
    authority: json.report.authority,
    year: json.report.year,
    editions: json.editions,
    verdict: json.verdict,
    figures: new Map(
      Object.entries(json.figures).map(([key, { state, value, text, entered }]) => [
        key,
        { state, value, text, ...(entered ? { entered } : {}) },
      ]),
    ),
    findings: json.findings as readonly Finding[],
    ...(decisions ? { decisions } : {}),
  }
}

const unsafe = /[\u0000-\u0020"#%:<>?[\\\]^`{|}\u007f]/g

/**
 * A path as the target of a link. Letters of other scripts stay as they are, which every spreadsheet program
 * opens; what would end or change an address is escaped.
 */
export const pathLink = (path: string): string =>
  path
    .toWellFormed()
    .replace(unsafe, char => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
