import { editionForYear } from '../../forms/find-edition.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { editionName, mixedEditions } from './editions.ts'

export const editionAgainstYear = defineCheck({
  id: 'edition-against-year',
  severity: 'warning',
  editions: bothEditions,
  title: { zh: '表式版本与报告年度不符', en: 'The edition is not the one of the report year' },
  explanation: {
    zh: '2019、2020 年度用 2019 版表式，2021 年度起用 2021 版表式。各表版本不一的，只提示版本不一。',
    en: 'Reports for 2019 and 2020 use edition 2019, later ones edition 2021. Where editions are mixed, only that is reported.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    const used = report.editions.requests ?? report.editions.proactiveDisclosure
    if (used === null || report.year === null || mixedEditions(report)) return []
    const due = editionForYear(report.year)
    if (due === used) return []
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
