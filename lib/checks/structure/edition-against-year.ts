import { editionById, editionForYear } from '../../forms/find-edition.ts'
import { type EditionId, editions } from '../../forms/index.ts'
import { defineCheck } from '../define-check.ts'
import { editionName, mixedEditions, type PrintedTable, printedTables } from './editions.ts'

export const editionAgainstYear = defineCheck({
  id: 'edition-against-year',
  severity: 'warning',
  title: { zh: '表式版本与报告年度不符', en: 'The edition is not the one of the report year' },
  explanation: {
    zh: '应使用报告年度有效的表式。各表版本不一的，只提示版本不一。',
    en: 'A report uses the edition in force for its year. Where editions are mixed, only that is reported.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    if (report.year === null || mixedEditions(report)) return []
    const due = editionForYear(report.year)
    const isPrintedBy = ({ key, form }: PrintedTable, id: EditionId) => editionById(id).forms[key] === form
    const odd = printedTables(report).findLast(table =>
      due ? !isPrintedBy(table, due) : !editions.every(({ id }) => isPrintedBy(table, id)),
    )
    if (!odd) return []
    const used = odd.edition
    const advice = due
      ? { zh: `应使用${editionName(due)}`, en: `edition ${due} is due` }
      : { zh: '该年度尚无此表式', en: 'that year had no such form' }
    return [
      {
        message: {
          zh: `报告年度为 ${report.year} 年，所用却是${editionName(used)}；${advice.zh}。请核对报告年度或更换表式。`,
          en: `The report is for ${report.year} but uses edition ${used}; ${advice.en}. Check the year or use the right form.`,
        },
      },
    ]
  },
})
