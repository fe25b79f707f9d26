import type { FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed } from '../../model/figures-of.ts'
import { rowLabel, rowPlace, tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf, whereInFile } from '../wording.ts'

type Repeated = ReturnType<typeof observed<'rowDuplicated'>>[number]

const draftOf = (report: Report, form: FormKey, rows: readonly Repeated[]): FindingDraft => {
  const all = cellsOf(report, form)
  const table = tableName(form)
  const { sameValues } = rows[0]!
  const places = listOf(
    rows.map(({ row, label, source }) => {
      const own = all.find(cell => cell.row.key === row)
      const name = rowPlace(own ? rowLabel(own.row) : label)
      const where = whereInFile(source)
      return { zh: `${name.zh}重复出现${where.zh}`, en: `${name.en} occurs again${where.en}` }
    }),
    12,
  )
  const keys = new Set(rows.map(({ row }) => row))
  const several = rows.length > 1
  return {
    // Which of the two is meant cannot be told, which proves no fault of either.
    severity: sameValues ? 'error' : 'warning',
    message: {
      zh: several
        ? `${table.zh}有 ${rows.length} 行重复出现，两次的数字${sameValues ? '相同' : '不同'}。请删去多余的行${sameValues ? '' : '，并确认以哪一行为准'}：${places.zh}。`
        : `${table.zh}${places.zh}，两次的数字${sameValues ? '相同' : '不同'}。请删去多余的一行${sameValues ? '' : '，并确认以哪一行为准'}。`,
      en: several
        ? `In ${table.en} ${rows.length} rows occur again with ${sameValues ? 'the same' : 'different'} figures. Remove one of each${sameValues ? '' : ' and confirm which is right'}: ${places.en}.`
        : `In ${table.en}, ${places.en} with ${sameValues ? 'the same' : 'different'} figures. Remove one${sameValues ? '' : ' and confirm which is right'}.`,
    },
    cells: all.filter(({ row }) => keys.has(row.key)).map(({ key }) => key),
    place: rows
      .map(({ source }) => (source.kind === 'paragraph' ? source.paragraph : `${source.table} ${source.row}`))
      .join(', '),
  }
}

export const rowDuplicated = defineCheck({
  id: 'row-duplicated',
  severity: 'error',
  title: { zh: '同一行出现两次', en: 'A row occurs twice' },
  explanation: {
    zh: '同一行在表中出现不止一次。两次数字相同的照取；不同的无法判断以哪一次为准，不取（警告）。每张表、每种情况合为一条。',
    en: 'A row stands more than once in its table. Figures that agree are taken; where they differ none is, since which one is meant is not known (warning). One finding per table and kind.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const rows = observed(report, 'rowDuplicated').filter(each => each.form === form)
      return [...Map.groupBy(rows, ({ sameValues }) => sameValues).values()].map(same =>
        draftOf(report, form, same),
      )
    }),
})
