import { firstFormYear } from './forms/find-edition.ts'
import { formKeys } from './forms/form.ts'
import type { Block } from './model/document.ts'
import type { Figure } from './model/report.ts'
import { yearPattern } from './narrative/dates.ts'
import { isKnownTitle } from './narrative/headings.ts'
import type { Narrative } from './narrative/read-narrative.ts'
import { likelyForms } from './recognition/matches/edition-of.ts'
import type { FormMatch, Recognition } from './recognition/matches/recognise.ts'

/**
 * What proves that a document is such a report. A word of the forms in a notice, a table that speaks of the same things
 * or a link to a report proves nothing: neither a figure nor a verdict may come of it.
 */

/** With so many of the six section titles a document is such a report even if its title and tables are lost. */
const enoughSections = 4

/** The first lines of a document, among them its title and what stands above it. */
const titleStandsBefore = 12
const longestTitleOfOthers = 60

/** Titles of documents that speak of such reports. */
const aboutReports =
  /(?:关于|印发|做好).*(?:通知|函|意见|方案|指引|指南|通报|解读|说明|公告|规定|办法|要点)(?:[（(].*[)）])?$|^通知$/u
/** Titles of what is written about such reports or is made of many: how to fill the form in, a summary, statistics. */
const ofAnotherKind =
  /(?:格式|模板|样式|样表|样本|示例|范本|填[表报写](?:说明|示例|须知|指南)|解读|问答|答记者问|指南|目录|清单|台账|登记表|字段表?|统计[年月季]?[报表]?|汇总表?|分析|研究|要点|计划|方案|总结|自查(?:情况)?报告|评估报告|审[核查].{0,6}意见.{0,2}|公示|法治政府建设.{0,10}报告)(?:[（(].*[)）])?$|^.{2,30}行政复议(?:和|、|及|与)行政(?:诉讼|应诉).{0,8}(?:情况|案件)$/u
/** What names nobody: XX局, 20××年, （机关名称）. A title with it is the pattern of one. */
const nobody =
  /[XＸ×*＊_＿]{2,}(?![A-Za-z_]|0)(?=\S{0,20}(?:报告|年报))|[（(](?:机关|单位|部门)(?:全)?名称[)）]|(?:报告|年报)[（(【].{0,6}(?:格式|模[板版]|样[式表本]|示例|范本|参考).{0,6}[)）】]$/iu
/** Who reports by rules of their own. */
const underOtherRules = /(?:中学|小学|学校|大学|学院|幼儿园|医院|公司|集团)$/u
const ofReports = /信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)$/u
const speaksOfReport = new RegExp(`${yearPattern}年?度?政府${ofReports.source.replace('$', '')}`, 'u')
/** A part of a year: no annual report. */
const partOfYear =
  /(?:第?[一二三四1-4]个?季度|[上下]半年|(?<![\d—至到~～-])\d{1,2}月份?).{0,20}(?:情况|报告|总结|统计|报表|表)(?:[（(].*[)）])?$/u

/** How the parts of reports from before the forms are headed. */
const oldPart =
  /^(?:第?[一二三四五六七八九十]{1,2}(?:部分)?[、.．，,:：\s]|[（(][一二三四五六七八九十]{1,2}[)）])?\s*(?:引言|概述|概况|总体情况|基本情况|[^。；]{0,12}(?:主动公开|依申请公开|复议|诉讼|收费|减免|举报|咨询|存在的?(?:主要)?问题|不足)[^。；]{0,20})$/u
const longestHeading = 40

const oldParts = (blocks: readonly Block[]): number =>
  new Set(
    blocks.flatMap(block => {
      const text = block.kind === 'paragraph' ? block.text.trim() : ''
      return text !== '' && text.length <= longestHeading && oldPart.test(text) ? [text] : []
    }),
  ).size

const firstLines = ({ preamble }: Narrative): readonly string[] =>
  preamble
    .map(({ text }) => text.replace(/[\s*#]/gu, ''))
    .filter(text => text !== '')
    .slice(0, titleStandsBefore)

/** What stands in the first lines and tables, without white space: a title may be torn over them. */
const beginning = (blocks: readonly Block[]): string =>
  blocks
    .slice(0, titleStandsBefore)
    .map(block =>
      block.kind === 'table'
        ? block.cells
            .slice(0, 8)
            .map(({ text }) => text)
            .join('')
        : block.text,
    )
    .join('')
    .slice(0, 1_000)
    .replace(/\s/gu, '')

/** Whether a line above the sections names another kind of document, or a part of a year. */
const isNamed = (narrative: Narrative, kind: RegExp): boolean =>
  firstLines(narrative).some(line => line.length <= longestTitleOfOthers && kind.test(line))

/** Whether so many labels are printed that they prove the form: alone, or beside a title or sections of the report. */
const isProven = ({ form, rows, labels }: FormMatch, by: 'alone' | 'beside'): boolean =>
  likelyForms(form, rows).some(({ proof }) => labels >= proof[by])

const printed = ({ matches }: Recognition, by: 'alone' | 'beside'): boolean =>
  [...matches.values()].some(match => isProven(match, by))

/** What is left of the recognition for a report from before the forms: tables that print a form in full. */
export const ofReportFrom = (year: number | null, { matches, repeated }: Recognition): Recognition =>
  year === null || year >= firstFormYear
    ? { matches, repeated }
    : { matches: new Map([...matches].filter(([, match]) => isProven(match, 'alone'))), repeated }

interface Read {
  readonly blocks: readonly Block[]
  readonly recognition: Recognition
  readonly narrative: Narrative
  readonly figures: ReadonlyMap<string, Figure>
  /** Whether the cells of a statutory table stand in the text, run together or scattered. */
  readonly lostTables: boolean
}

/** The whole form and nothing else: all three tables under their titles, at most the name of the form above. */
const isForm = (recognition: Recognition, narrative: Narrative): boolean =>
  recognition.matches.size === formKeys.length &&
  [...recognition.matches.values()].every(match => isProven(match, 'alone')) &&
  narrative.headings.length >= enoughSections &&
  firstLines(narrative).length <= 1

/** Whether the titles are a list of links, or the one is of a report by other rules: 某中学2023年信息公开年度报告. */
const isListOrOther = (narrative: Narrative, title: string, known: number): boolean => {
  if (known < enoughSections && new Set(firstLines(narrative).filter(line => ofReports.test(line))).size > 2)
    return true
  return !title.includes('政府') && underOtherRules.test(narrative.authorityAsPrinted ?? '')
}

/**
 * Whether a document is an annual report on government information disclosure. The form alone is none: without a figure
 * it is the report of somebody only where a title says whose and of which year, or where nothing else was handed in.
 */
export const isReport = ({ blocks, recognition, narrative, figures, lostTables }: Read): boolean => {
  const { title, authority, year, period, headings, preamble } = narrative
  const values = [...figures.values()].flatMap(({ value }) => (value === null ? [] : [value]))
  const named = authority !== null && year !== null
  const titled = title !== null && named
  const whole = printed(recognition, 'alone')
  if (titled ? partOfYear.test(title) : isNamed(narrative, partOfYear)) return false
  if (isNamed(narrative, aboutReports)) return whole && values.length > 0 && (titled || values.some(Boolean))
  if (isNamed(narrative, nobody) && !values.some(Boolean)) return false
  if (values.length === 0 && isForm(recognition, narrative)) return true
  const known = headings.filter(({ heading }) => isKnownTitle(heading)).length
  // A site's menu (政府信息公开指南, 目录) stands above reports as well: the filled form under the sections tells.
  const filled = whole && values.some(Boolean) && known >= enoughSections
  if (!titled && !filled && isNamed(narrative, ofAnotherKind)) return false
  if (values.length > 0 && whole) return true
  const oneSays = title !== null || named || period !== null
  if (values.length > 0 && known >= enoughSections) return true
  if (values.length > 0 && printed(recognition, 'beside') && (title !== null || headings.length >= 2))
    return true
  if (lostTables && (oneSays || (known >= 2 && preamble.length === 0))) return true
  if (title === null)
    return known >= enoughSections && ((named && period !== null) || speaksOfReport.test(beginning(blocks)))
  if (!named || isListOrOther(narrative, title, known)) return false
  return whole || printed(recognition, 'beside') || headings.length >= 1 || oldParts(blocks) >= 2
}
