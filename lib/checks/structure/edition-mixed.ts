import { editionForYear } from '../../forms/find-edition.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { tableName } from '../labels.ts'
import { editionName, mixedEditions } from './editions.ts'

export const editionMixed = defineCheck({
  id: 'edition-mixed',
  severity: 'warning',
  editions: bothEditions,
  title: { zh: '各表的表式版本不一', en: 'Tables of different editions in one report' },
  explanation: {
    zh: '主动公开表与依申请公开表分属 2019 版和 2021 版。表四两版相同，不参与比较。',
    en: 'The tables of sections 二 and 三 belong to different editions. The table of section 四 is the same in both.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    const mixed = mixedEditions(report)
    if (!mixed) return []
    const disclosure = tableName('proactiveDisclosure')
    const requests = tableName('requests')
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
          zh: `${disclosure.zh}为${editionName(mixed.proactiveDisclosure)}，${requests.zh}为${editionName(mixed.requests)}，版本不一。${advice.zh}`,
          en: `Editions are mixed: ${disclosure.en} is of ${mixed.proactiveDisclosure}, ${requests.en} of ${mixed.requests}. ${advice.en}`,
        },
      },
    ]
  },
})
