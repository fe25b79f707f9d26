import { editionById } from '../../forms/find-edition.ts'
import { formKeys } from '../../forms/form.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck } from '../define-check.ts'
import { sectionName } from '../structure/section-names.ts'
import { sentencesOf } from '../text/clauses.ts'
import { listOf, same } from '../wording.ts'

/** The aspects asked for by the edition that the report follows; none where it asks for none. */
const aspectsOf = (report: Report) => {
  const form = formKeys.find(key => report.editions[key] !== null)
  return (form && editionById(report.editions[form]!).overviewAspects) ?? []
}

export const overviewAspects = defineCheck({
  id: 'overview-aspects',
  severity: 'info',
  title: { zh: '第一部分没有写全应当报告的方面', en: 'Section 一 does not speak of all it should' },
  explanation: {
    zh: '2021 年度起，总体情况应报告主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，用什么词句不限。没有文字的第一部分不作此项检查。',
    en: 'From 2021 on the overview reports on disclosure on the authority’s own initiative, on request, management of information, platforms, and supervision; in whatever words. A section without text is not looked at.',
  },
  source: '国办公开办函〔2021〕30号，一（一）',
  find: report => {
    const text = sentencesOf(report)
      .flatMap(sentence => (sentence.section === 'overview' ? [sentence.text] : []))
      .join('')
    if (text === '') return []
    const missing = aspectsOf(report).filter(
      ({ label, alsoWritten = [] }) => ![label, ...alsoWritten].some(words => text.includes(words)),
    )
    if (missing.length === 0) return []
    const names = listOf(missing.map(({ label }) => same(label)))
    return [
      {
        message: {
          zh: `${sectionName('overview')}没有谈到${names.zh}。请补充这些方面的情况，没有的写明没有。`,
          en: `Section ${sectionName('overview')} does not speak of ${names.en}. Add them, or say that there was none.`,
        },
        place: missing.map(({ label }) => label).join(' '),
      },
    ]
  },
})
