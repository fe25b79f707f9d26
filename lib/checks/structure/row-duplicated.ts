import { cellsOf, observed } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { rowLabel, rowPlace, tableName } from '../labels.ts'
import { placeOf } from '../wording.ts'

export const rowDuplicated = defineCheck({
  id: 'row-duplicated',
  severity: 'error',
  editions: bothEditions,
  title: { zh: '同一行出现两次', en: 'A row occurs twice' },
  explanation: {
    zh: '同一行在表中出现不止一次。两次数字相同的照取；不同的无法判断以哪一次为准，不取。',
    en: 'A row stands more than once in its table. Figures that agree are taken; where they differ none is, since which one is meant is not known.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    observed(report, 'rowDuplicated').map(({ form, row, label, sameValues, source }) => {
      const cells = cellsOf(report, form).filter(cell => cell.row.key === row)
      const table = tableName(form)
      const name = rowPlace(cells[0] ? rowLabel(cells[0].row) : label)
      const where = placeOf(source)
      return {
        message: {
          zh: `${table.zh}${name.zh}重复出现${where.zh}，两次的数字${sameValues ? '相同' : '不同'}。请删去多余的一行${sameValues ? '' : '，并确认以哪一行为准'}。`,
          en: `In ${table.en}, ${name.en} occurs again${where.en} with ${sameValues ? 'the same' : 'different'} figures. Remove one${sameValues ? '' : ' and confirm which is right'}.`,
        },
        cells: cells.map(({ key }) => key),
        place: `${source.kind === 'paragraph' ? source.paragraph : `${source.table} ${source.row}`}`,
      }
    }),
})
