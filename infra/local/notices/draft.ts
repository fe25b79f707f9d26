import type { DecisionWord, Notice } from '../../../lib/notices/notice.ts'
import { type Addressee, noticeOf, refusalNotice } from '../../../lib/notices/notice-of.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import type { DeskRead } from '../desk/desk.ts'
import type { Entry } from '../results/entry.ts'
import { readReportJson } from '../results/read-report-json.ts'
import type { SeasonFindings } from './season-findings.ts'

/** Where what a letter says is found. */
export interface Drafting {
  readonly outputs: Pick<Store, 'get'>
  readonly desk: Pick<DeskRead, 'decisionsOf'>
  readonly season: SeasonFindings
}

const fileName = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

/** Findings across reports have no file of their own. */
const acrossReports = ''

const decisionsFor = (sha256: string, desk: Drafting['desk']): ReadonlyMap<string, DecisionWord> =>
  new Map(
    [acrossReports, sha256].flatMap(place =>
      [...desk.decisionsOf(place)].map(([id, { decision }]) => [id, decision] as const),
    ),
  )

/** What there is to write to a unit about its file. */
export type Draft =
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** `clean`: nothing to mend; `ours`: it is not the unit's doing; `none`: no report, or one that another took the place of. */
  | { readonly kind: 'clean' | 'ours' | 'none' }

/** The letter about a file of the list. */
export const draftOf = async (entry: Entry, { outputs, desk, season }: Drafting): Promise<Draft> => {
  const { key, result, state } = entry
  if (state !== 'done' || !result || entry.desk.standing === 'replaced') return { kind: 'none' }
  const { unit } = entry.desk
  const addressee: Addressee | null = unit && { unit: unit.unit, name: unit.name }
  const file = fileName(key)
  const { outcome, year, reason } = result
  if (outcome === 'rejected' && reason)
    return { kind: 'notice', notice: refusalNotice({ file, year, addressee, reason }) }
  if (outcome === 'failed') return { kind: 'ours' }
  const json = outcome === 'validated' ? await readReportJson(result.files.json, outputs) : null
  if (!json) return { kind: outcome === 'validated' ? 'ours' : 'none' }
  const notice = noticeOf({
    ...{ json, file, addressee },
    decisions: decisionsFor(result.sha256 ?? json.source.sha256, desk),
    season: addressee && year !== null ? await season(year) : [],
  })
  return notice ? { kind: 'notice', notice } : { kind: 'clean' }
}
