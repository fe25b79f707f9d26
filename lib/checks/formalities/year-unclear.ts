import { tablesAreDue } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck } from '../define-check.ts'

interface Told {
  readonly year: number
  readonly zh: string
  readonly en: string
}

const reportOf =
  /(20\d\d)年(?:度)?(?:政府信息公开|信息公开)(?:工作)?(?:年度)?报告(?![^。]{0,12}(?:通知|格式|编制|》))/gu

const compact = (text: string): string => text.replace(/\s+/gu, '')

/** Whether a paragraph prints the title and nothing else, or a piece of it. */
const isTitle = (text: string, title: string): boolean =>
  title !== '' && text.length <= title.length + longestSite && (title.includes(text) || text.includes(title))

/** What a site puts around a title. */
const longestSite = 20

/** The one other year by which section 一 calls what was done, where it never names the report’s: 2022年，我区…. */
const yearOfOverview = (report: Report, own: number | null): number | undefined => {
  const overview = report.sections.find(({ key }) => key === 'overview')?.paragraphs ?? []
  const text = overview.map(paragraph => compact(paragraph.text)).join('\n')
  const years = new Set([...text.matchAll(/(20\d\d)年/gu)].map(([, year]) => Number(year)))
  const [only] = years
  const opens = [...text.matchAll(/(?:^|[。\n])(?:（[一二三四五六]）[^。\n]{0,20}。)?20\d\d年(?:度|来)?，/gu)]
    .length
  return years.size === 1 && only !== own && opens >= 2 ? only : undefined
}

/** A section that presents this report; others speak of last year’s as well: 编制发布2022年度报告. */
const presents = /以上(?:为|是)|现(?:将|予|发布|公布|公开)|特此/u

const told = (report: Report): readonly Told[] => {
  const printed = compact(report.title ?? '')
  const title = /(20\d\d)年/u.exec(printed)?.[1]
  const year = report.period?.from.slice(0, 4)
  const closing = report.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ text }) => presents.test(text))
  const paragraphs = [...report.preamble, ...closing]
  const own = (title ?? year) === undefined ? null : Number(title ?? year)
  const named = paragraphs
    .map(({ text }) => compact(text))
    .filter(text => !isTitle(text, printed))
    .flatMap(text => [...text.matchAll(reportOf)])
    .map(match => Number(match[1]))
  // Last year's report is often mentioned beside this year's.
  const inText = yearOfOverview(report, own) ?? (own !== null && named.includes(own) ? own : named[0])
  return [
    ...(title === undefined ? [] : [{ year: Number(title), zh: '标题', en: 'the title' }]),
    ...(year === undefined ? [] : [{ year: Number(year), zh: '统计期限', en: 'the period' }]),
    ...(inText === undefined ? [] : [{ year: inText, zh: '正文', en: 'the text' }]),
  ]
}

export const yearUnclear = defineCheck({
  id: 'year-unclear',
  severity: 'warning',
  title: { zh: '报告年度前后不一', en: 'Title, period and text give different report years' },
  explanation: {
    zh: '标题、统计期限和正文所写的报告年度不一致，多为沿用上年文稿未改。',
    en: 'Title, period and text name different report years; often last year’s text was reused.',
  },
  source: '报告各处的一致性',
  find: report => {
    const years = told(report)
    if (!tablesAreDue(report) || new Set(years.map(({ year }) => year)).size < 2) return []
    return [
      {
        message: {
          zh: `报告年度前后不一：${years.map(({ year, zh }) => `${zh}为 ${year} 年`).join('，')}。请核对统一。`,
          en: `The report year is not clear: ${years.map(({ year, en }) => `${en} says ${year}`).join(', ')}. Make them agree.`,
        },
        place: years.map(({ year, en }) => `${en} ${year}`).join(' '),
      },
    ]
  },
})
