import { listOf } from '../../../checks/wording.ts'
import type { Message } from '../../../model/message.ts'
import { type FigureColumn, figureColumns } from '../../columns.ts'
import type { SeasonQuery, SqlRow } from '../cross-check.ts'
import type { CrossDraft } from '../cross-finding.ts'
import { defineCrossCheck } from '../define-cross-check.ts'
import { isDoubtful } from '../doubt-sql.ts'
import { cellWords } from '../words.ts'

const keyOf = (row: SqlRow): string => String(row['key'])

/** Figures in one statement, of two reports each: as many as Trino compiles at once. */
const atOnce = 12

/** A figure that differs and was read in both without doubt. */
const differs = (column: FigureColumn): string =>
  `r.${column.name} <> c.${column.name} AND NOT coalesce(${isDoubtful('r', column)}, false) AND NOT coalesce(${isDoubtful('c', column)}, false)`

/** Those that came more than once, each beside the one that counts, and which figures of it differ: numbers of their columns. */
const statementsFor = ({ year, tables, engine }: SeasonQuery): readonly string[] => {
  const columns = figureColumns.map((column, at) => ({ column, at }))
  const size = engine === 'duckdb' ? columns.length : atOnce
  return Array.from({ length: Math.ceil(columns.length / size) }, (_, index) => {
    const those = columns.slice(index * size, (index + 1) * size)
    const texts = those.map(({ column, at }) => `CASE WHEN ${differs(column)} THEN '${at} ' ELSE '' END`)
    return `SELECT r.unit, r.key, r.version, r.figures_hash, r.without_number, CASE WHEN c.key = r.key THEN 1 ELSE 0 END AS is_counted,
  concat('', ${texts.join(',\n    ')}) AS differs
FROM ${tables.live} r
  JOIN (SELECT unit FROM ${tables.live} WHERE year = ${year} AND unit IS NOT NULL GROUP BY unit HAVING count(*) > 1) d ON d.unit = r.unit
  JOIN ${tables.reports} c ON c.unit = r.unit AND c.year = r.year
WHERE r.year = ${year}
ORDER BY r.unit, r.key`
  })
}

interface Sameness extends Partial<Pick<CrossDraft, 'severity' | 'outcome'>> {
  readonly words: Message
}

/** Whether the figures are the same: seen to differ, seen to be the same throughout, or not to be told. */
const sameness = (those: readonly SqlRow[], differ: readonly number[]): Sameness => {
  if (differ.length > 0) {
    const { zh, en } = listOf(differ.map(at => cellWords(figureColumns[at]!)))
    return {
      words: {
        zh: `数字不同（${differ.length} 格：${zh}）`,
        en: `different figures in ${differ.length} cells (${en})`,
      },
    }
  }
  const hashes = new Set(those.map(row => row['figures_hash']))
  // Without a number other than zero there is no hash: then only where every cell was read are they the same.
  const isAllRead = those.every(row => row['without_number'] === '[]')
  if (hashes.size === 1 && (isAllRead || !hashes.has(null)))
    return { severity: 'info', words: { zh: '数字相同', en: 'the same figures' } }
  return {
    outcome: 'unassessable',
    words: {
      zh: '数字是否相同无法核对：两份都读准的格数字相同，其余的没有数字，或者读取时有疑点',
      en: 'figures that cannot be compared throughout: those surely read in both are the same, the others have no number or were read with a doubt',
    },
  }
}

export const reportedTwice = defineCrossCheck({
  id: 'reported-twice',
  severity: 'warning',
  title: { zh: '同一单位同一年度有两份报告', en: 'Two reports of one unit and year' },
  explanation: {
    zh: '同一单位同一年度有两个不同的文件都在（不是同一文件的新版本），计入的是最后上传的一份。有数字不同为警告，并列出不同的格；相同为提示；有格没有数字或读取时有疑点、其余都相同的，列为无法核对。',
    en: 'Two files of one unit and year, not two versions of one. The one uploaded last counts. A warning where figures differ, with their cells; a hint where they are the same; unassessable where the others are the same and some have no number, or one that was read with a doubt.',
  },
  source: '一个单位一个年度只有一份年度报告',
  statements: statementsFor,
  drafts: (rows, { year, nameOf }) =>
    [...Map.groupBy(rows, row => String(row['unit']))].map(([unit, parts]): CrossDraft => {
      const those = [...new Map(parts.map(row => [keyOf(row), row])).values()]
      const counted = those.find(row => Number(row['is_counted']) === 1)
      const files = those.map(keyOf).join('、')
      const taken = counted ? keyOf(counted) : ''
      const differ = new Set(parts.flatMap(row => String(row['differs']).match(/\d+/gu) ?? []).map(Number))
      const { words, ...rest } = sameness(
        those,
        [...differ].sort((x, y) => x - y),
      )
      return {
        ...rest,
        message: {
          zh: `${nameOf(unit)} ${year} 年有 ${those.length} 份报告，${words.zh}：${files}。计入的是“${taken}”。请撤回多余的一份。`,
          en: `${nameOf(unit)} has ${those.length} reports for ${year} with ${words.en}: ${files}. “${taken}” counts. Withdraw those that should not.`,
        },
        subjects: those.map(row => ({ unit, year, version: String(row['version']), cells: [] })),
      }
    }),
})
