import { listOf } from '../../../checks/wording.ts'
import type { Message } from '../../../model/message.ts'
import { type FigureColumn, figureColumns } from '../../columns.ts'
import type { SeasonQuery, SqlRow } from '../cross-check.ts'
import type { CrossDraft } from '../cross-finding.ts'
import { defineCrossCheck } from '../define-cross-check.ts'
import { isDoubtfulIn } from '../doubt-sql.ts'
import { cellWords } from '../words.ts'

const keyOf = (row: SqlRow): string => String(row['key'])

/** Figures in one statement: as many as Trino compiles at once. */
const atOnce = 25

/** Those that came more than once with their figures, and which of them counts. */
const statementsFor = ({ year, tables, engine }: SeasonQuery): readonly string[] => {
  const size = engine === 'duckdb' ? figureColumns.length : atOnce
  return Array.from({ length: Math.ceil(figureColumns.length / size) }, (_, index) => {
    const those = figureColumns.slice(index * size, (index + 1) * size)
    return `SELECT r.unit, r.key, r.version, r.figures_hash, r.without_number, r.doubtful, CASE WHEN c.key = r.key THEN 1 ELSE 0 END AS is_counted,
  ${those.map(({ name }) => `r.${name}`).join(', ')}
FROM ${tables.live} r
  JOIN (SELECT unit FROM ${tables.live} WHERE year = ${year} AND unit IS NOT NULL GROUP BY unit HAVING count(*) > 1) d ON d.unit = r.unit
  JOIN ${tables.reports} c ON c.unit = r.unit AND c.year = r.year
WHERE r.year = ${year}
ORDER BY r.unit, r.key`
  })
}

/** The number of a cell as text; null where none was read without doubt. */
const sureNumber = (row: SqlRow, column: FigureColumn): string | null => {
  const value = row[column.name] ?? null
  return value === null || isDoubtfulIn(row['doubtful'] as string | null, column) ? null : String(value)
}

/** Figures of a report that differ from those of the one that counts, and were read in both without doubt. */
const differing = (row: SqlRow, counted: SqlRow): readonly FigureColumn[] =>
  figureColumns.filter(column => {
    const [a, b] = [sureNumber(row, column), sureNumber(counted, column)]
    return a !== null && b !== null && a !== b
  })

interface Sameness extends Partial<Pick<CrossDraft, 'severity' | 'outcome'>> {
  readonly words: Message
}

/** Whether the figures are the same: seen to differ, seen to be the same throughout, or not to be told. */
const sameness = (those: readonly SqlRow[], differ: readonly FigureColumn[]): Sameness => {
  if (differ.length > 0) {
    const { zh, en } = listOf(differ.map(cellWords))
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
      const those = [...Map.groupBy(parts, keyOf).values()].map((each): SqlRow => Object.assign({}, ...each))
      const counted = those.find(row => Number(row['is_counted']) === 1)
      const files = those.map(keyOf).join('、')
      const taken = counted ? keyOf(counted) : ''
      const differ = new Set(counted ? those.flatMap(row => differing(row, counted)) : [])
      const { words, ...rest } = sameness(
        those,
        figureColumns.filter(column => differ.has(column)),
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
