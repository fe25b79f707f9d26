import type { Block } from './document.ts'
import type { FormKey } from './forms/form.ts'
import type { Recognition } from './forms/recognise.ts'
import { isKnownTitle } from './narrative/headings.ts'
import type { Narrative } from './narrative/read-narrative.ts'
import type { Figure } from './report.ts'

/**
 * What proves that a document is such a report. A word of the forms in a notice, a table that speaks of the same things
 * or a link to a report proves nothing: neither a figure nor a verdict may come of it.
 */

/** So many labels of a form (rows, columns, captions) are printed by nothing but the form. The whole has 12 to 41. */
const ofTheForm: Readonly<Record<FormKey, number>> = {
  proactiveDisclosure: 9,
  requests: 14,
  reconsiderationAndLitigation: 8,
}
/** So many beside a title or sections of the report. */
const beside: Readonly<Record<FormKey, number>> = {
  proactiveDisclosure: 4,
  requests: 6,
  reconsiderationAndLitigation: 5,
}
/** With so many of the six section titles a document is such a report even if its title and tables are lost. */
const enoughSections = 4

/** Titles of documents that speak of such reports. */
const aboutReports =
  /(?:关于|印发|做好).*(?:通知|函|意见|方案|指引|指南|通报|解读|说明|公告|规定|办法|要点)(?:[（(].*[)）])?$/u
const noticesStandBefore = 12

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

const isNotice = (blocks: readonly Block[]): boolean =>
  blocks
    .filter(block => block.kind === 'paragraph' && block.text.trim() !== '')
    .slice(0, noticesStandBefore)
    .some(block => block.kind === 'paragraph' && aboutReports.test(block.text.replace(/\s/gu, '')))

const printed = (recognition: Recognition, least: Readonly<Record<FormKey, number>>): boolean =>
  [...recognition.matches.values()].some(({ form, labels }) => labels >= least[form])

/** What is left of the recognition for a report from before the forms: tables that print a form in full. */
export const ofReportFrom = (year: number | null, { matches, repeated }: Recognition): Recognition =>
  year === null || year >= 2019
    ? { matches, repeated }
    : { matches: new Map([...matches].filter(([form, { labels }]) => labels >= ofTheForm[form])), repeated }

interface Read {
  readonly blocks: readonly Block[]
  readonly recognition: Recognition
  readonly narrative: Narrative
  readonly figures: ReadonlyMap<string, Figure>
  /** Whether the cells of a statutory table stand in the text, run together or scattered. */
  readonly lostTables: boolean
}

/** Whether a document is an annual report on government information disclosure. */
export const isReport = ({ blocks, recognition, narrative, figures, lostTables }: Read): boolean => {
  const { title, authority, year, period, headings } = narrative
  const filled = [...figures.values()].some(({ value }) => value !== null)
  const whole = printed(recognition, ofTheForm)
  if (filled && whole) return true
  if (isNotice(blocks)) return false
  if (whole) return true
  if (headings.filter(({ heading }) => isKnownTitle(heading)).length >= enoughSections) return true
  const named = authority !== null && year !== null
  if (printed(recognition, beside) && (title !== null || headings.length >= 2)) return true
  if (lostTables && (title !== null || named || period !== null)) return true
  if (title === null) return false
  return headings.length >= 2 || (named && (headings.length === 1 || oldParts(blocks) >= 2))
}
