import type { Message } from '../../../model/message.ts'
import type { Proposal } from '../../roster/match-unit.ts'
import type { CrossCheck, SqlRow } from '../cross-check.ts'
import type { CrossDraft } from '../cross-finding.ts'
import { defineCrossCheck } from '../define-cross-check.ts'
import { quote } from '../outcome-sql.ts'

/** Who it may be, as far as anything speaks for it. */
const mayBe = (proposals: readonly Proposal[]): Message => {
  if (proposals.length === 0) return { zh: '', en: '' }
  const each = (language: 'zh' | 'en', [open, close]: readonly [string, string]): string =>
    proposals
      .map(({ unit, name, why }) => `${unit} ${name}${open}${why[language]}${close}`)
      .join(language === 'zh' ? '、' : ', ')
  return {
    zh: `可能是：${each('zh', ['（', '）'])}。`,
    en: ` It may be: ${each('en', [' (', ')'])}.`,
  }
}

/** A finding about an upload that no unit is known of. */
const unplacedDraft = (row: SqlRow, why: Message, advice: Message): CrossDraft => {
  const key = String(row['key'])
  const authority = row['authority'] ?? null
  const printed: Message =
    authority === null
      ? { zh: '没有印出机关名称', en: 'prints no name' }
      : { zh: `机关名称为“${authority}”`, en: `prints “${authority}”` }
  const undated: Message =
    row['year'] === null ? { zh: '，报告年度也不明', en: ', and its year is not known' } : { zh: '', en: '' }
  const may = mayBe(JSON.parse(String(row['proposals'])) as readonly Proposal[])
  return {
    message: {
      zh: `“${key}”${printed.zh}，${why.zh}${undated.zh}。${may.zh}${advice.zh}`,
      en: `“${key}” ${printed.en}: ${why.en}${undated.en}.${may.en} ${advice.en}`,
    },
    subjects: [],
    upload: { key, version: String(row['version']) },
    place: key,
  }
}

interface UnplacedCheckDefinition extends Pick<CrossCheck, 'severity' | 'title' | 'explanation' | 'source'> {
  /** The reason that placing gives is the id. */
  readonly id: 'unit-unmatched' | 'unit-ambiguous'
  readonly why: Message
  readonly advice: Message
}

/** A check of the reports of the year, or of no known year, that were found to be nobody's for one reason. */
export const unplacedCheck = ({ why, advice, ...check }: UnplacedCheckDefinition): CrossCheck =>
  defineCrossCheck({
    ...check,
    statements: ({ year, tables }) => [
      `SELECT u.key, u.version, u.year, u.authority, u.proposals
FROM ${tables.unplaced} u
WHERE u.reason = ${quote(check.id)} AND (u.year = ${year} OR u.year IS NULL)
ORDER BY u.key, u.version`,
    ],
    drafts: rows => rows.map(row => unplacedDraft(row, why, advice)),
  })
