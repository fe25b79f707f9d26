import { tablesAreDue } from '../../model/figures-of.ts'
import { remember } from '../../util/remember.ts'
import { defineCheck } from '../define-check.ts'
import { listOf, quoted } from '../wording.ts'
import { clausePlace } from './claims.ts'
import { type Clause, quoteOf, type Sentence, sentencesOf } from './clauses.ts'

/** Titles of documents and numbers of notices keep the year they were given. */
const named = /《[^》]*》|[〔[［(（【]20\d\d[〕\]］)）】](?:第?\d+号)?|20\d\d年?第\d+号/gu

const compares =
  /同比|环比|相比|对比|[比较][上前]?一?20|[比较][上前去]|上年|上一年|去年|往年|历年|前年|基础上/u

/** Words by which a sentence may rightly speak of last year: it compares, looks back, or tells when something began. */
const looksBack = new RegExp(
  [
    compares.source,
    '20\\d\\d年度?(?:以来|起|版|结转|[^，。；]{0,16}(?:年报|年度报告|工作报告|要点|计划|方案|任务|目标|清单|目录|决算|预算|公报|总结|问题|评估|考核|测评|工作会议|培训班))',
    '20\\d\\d年度?[，,]?(?:(?!共|累计)[^，。；]){0,14}(?:印发|出台|修订|制定|成立|组建|挂牌|启动|建成|上线|开通|开设|实施|施行|获评|荣获|被评|获得|名列|排名|位居)',
    '结转[至到]20|自20|从20|针对20|截至目前|至今|决算|统计公报|审计',
    '整改|存在[^，。；]{0,8}(?:问题|不足)|(?:评估|考核|测评|检查)(?:中|结果|排名|通报|反馈)',
  ].join('|'),
  'u',
)

/** What a report states of its own year: what it disclosed, received, charged, or that there was none. */
const ofTheYear =
  /公开[^，。；]{0,20}(?:信息|文件)|(?:收到|受理|接到|新收|办结|答复)[^，。；]{0,20}申请|申请[^，。；]{0,12}\d+[件条宗]|依申请公开|行政复议|行政诉讼|处理费|收费|费用|未(?:发生|收到|收取|产生|出现|接到|有)|规范性文件|(?:没有|无)[^，。；]{0,12}(?:事项|情况|报告|收|费|申请|复议|诉讼)|政府信息公开|政务公开/u

/** 五 speaks of earlier years by its nature; left over is what it says of the present: 2022年，工作仍存在不足. */
const stillSo = /(?:仍然?|还|也|依然)(?:存在|有)/u

interface YearWords {
  /** The year as the time of what the clause reports, at its head: 2022年， 2022年度我局… */
  readonly head: RegExp
  /** The whole year as the period of figures. */
  readonly period: RegExp
}

const wordsOf = remember((year: string): YearWords => {
  const number = '(?:[（(]?[一二三四五六七八九十\\d]{1,2}(?:[)）、.．]|是))*'
  const who =
    '(?:[我本全]\\p{Script=Han}{1,6}|\\p{Script=Han}{2,14}?[省市县区旗州镇乡道局委厅处院所办会府心室关门位])?'
  const whole = `${year}年0?1月0?1日?(?:起|始)?(?:至|到|-|—|－|~|～)+(?:${year}年|同年|当年)?12月31日`
  return {
    head: new RegExp(
      `^${number}${who}(?:在|全年)?${year}年度?(?!初|底|末|前|后|[上下]半|\\d|第?[一二三四]季|部门|财政|度)`,
      'u',
    ),
    period: new RegExp(`${whole}|截[至止]+(?:到)?${year}年12月31日`, 'u'),
  }
})

/** A sentence that begins with the year and counts something: 2022年，办理人大代表建议12件. */
const countsAtOnce = ({ clauses, text }: Sentence, head: RegExp): boolean =>
  head.test(clauses[0]?.text ?? '') &&
  !/关停|注销|停用|撤销|新开|整合/u.test(text) &&
  clauses.some(({ quantities }) => quantities.length > 0)

/** The clause of a sentence that gives last year's year as the one reported; null where it rightly speaks of it. */
const leftOver = (sentence: Sentence, year: number): Clause | null => {
  const last = `${year - 1}年`
  if (!sentence.text.includes(last)) return null
  const text = sentence.text.replace(named, '')
  if (!text.includes(last) || compares.test(text)) return null
  if (new RegExp(`${year}年|今年|本年(?!度?报告)`, 'u').test(text)) return null
  const { head, period } = wordsOf(String(year - 1))
  const stated = sentence.clauses.find(clause => period.test(clause.text))
  if (stated) return stated
  const reports =
    sentence.section === 'problemsAndImprovements'
      ? stillSo.test(text) && !/整改|针对|改进了|解决了/u.test(text)
      : !looksBack.test(text) && (ofTheYear.test(text) || countsAtOnce(sentence, head))
  if (!reports) return null
  return sentence.clauses.find(({ text: own, before }) => head.test(own) && !/其中/u.test(before)) ?? null
}

/** More than anybody looks up one by one. */
const mostQuotes = 100

export const yearLeftOver = defineCheck({
  id: 'year-left-over',
  severity: 'warning',
  title: { zh: '文字中留有上一年的年份', en: 'Last year’s year left in the text' },
  explanation: {
    zh: '报告本年度情况的句子（统计起止、公开数量、申请件数、未发生、未收取等）写的是上一年的年份，而全句没有比较、结转或回顾，多为沿用上年文稿未改。文号、书名号中的年份，同时写明本年的句子，不参加比较。',
    en: 'A sentence that reports the year itself (its period, counts, that nothing happened or was charged) gives last year’s year, and compares, carries over or looks back at nothing: mostly last year’s text reused. Numbers and titles of documents, and sentences that name this year as well, are not compared.',
  },
  source: '报告各处的一致性；国办公开办函〔2019〕60号、国办公开办函〔2021〕30号（所列数据为报告年度）',
  find: report => {
    const { year, period } = report
    if (year === null || !tablesAreDue(report)) return []
    // Which year the report is for is another finding.
    if (period !== null && !period.to.startsWith(String(year))) return []
    const left = sentencesOf(report).flatMap(sentence => {
      const clause = leftOver(sentence, year)
      return clause === null ? [] : [{ sentence, clause }]
    })
    if (left.length === 0) return []
    const quotes = left.slice(0, mostQuotes)
    const places = listOf(
      left.map(({ sentence, clause }) => {
        const { zh, en } = clausePlace(clause)
        const words = quoted(sentence.text)
        return { zh: `${zh}写${words}`, en: `${en.replace(/,$/u, '')} says ${words}` }
      }),
      5,
    )
    return [
      {
        message: {
          zh: `报告年度为 ${year} 年，文中仍有 ${year - 1} 年：${places.zh}。似为上一年的文字未改，请核对年份。`,
          en: `The report is for ${year}, but its text still gives ${year - 1}: ${places.en}. It looks like last year’s text; check the year.`,
        },
        evidence: quotes.map(({ clause }) => quoteOf(clause)),
        place: quotes.map(({ sentence }) => `${sentence.section} ${sentence.text}`).join('\n'),
      },
    ]
  },
})
