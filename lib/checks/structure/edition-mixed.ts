import { editionForYear } from '../../forms/find-edition.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { editionName, mixedEditions } from './editions.ts'

export const editionMixed = defineCheck({
  id: 'edition-mixed',
  severity: 'warning',
  title: { zh: '各表的表式版本不一', en: 'Tables of different editions in one report' },
  explanation: {
    zh: '两张表分属不同版本的表式。各版相同的表不参与比较。',
    en: 'Two tables belong to different editions of the form. A table that the editions print alike tells nothing.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    const mixed = mixedEditions(report)
    if (!mixed) return []
    const [one, other] = mixed
    const [first, second] = [tableName(one.key), tableName(other.key)]
    const due = editionForYear(report.year)
    const advice = due
      ? {
          zh: `${report.year} 年度报告应一律使用${editionName(due)}。`,
          en: `Reports for ${report.year} use edition ${due}.`,
        }
      : { zh: '请统一使用报告年度对应的表式。', en: 'Use the edition of the report year throughout.' }
    return [
      {
        message: {
          zh: `${first.zh}为${editionName(one.edition)}，${second.zh}为${editionName(other.edition)}，版本不一。${advice.zh}`,
          en: `Editions are mixed: ${first.en} is of ${one.edition}, ${second.en} of ${other.edition}. ${advice.en}`,
        },
      },
    ]
  },
})
