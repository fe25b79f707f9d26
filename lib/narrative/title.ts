import { even } from '../forms/labels.ts'
import { readYear, yearPattern } from './dates.ts'

export interface Title {
  readonly title: string
  readonly authority: string | null
  readonly year: number | null
}

/** A line of the narrative outside tables. */
export interface Line {
  readonly text: string
  readonly level?: number
}

const longestTitle = 80
const kind = /(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/u
const yearly = new RegExp(`${yearPattern}年?度?`, 'u')
const compact = (text: string): string => text.replace(/[\s\u00a0\u3000]+/gu, '')

/** Where a site says one is: 首页>政务公开>… */
const trail = /^.*[>›»]/u
/** Links to other reports, above and below this one. */
const link = /^(?:上一篇|下一篇|上一条|下一条|相关)/u

/** Words before a title that are none of it: 标题：, 附件：, 发布. */
const lead = /^(?:标题|名称|附件\d*|题名)[:：]?/u
/** A site puts its own name behind: …年度报告-某县人民政府. */
const tail = /(报告|年报)(?:[-_—|].*|（.*）|\(.*\))?$/u

/** Whether a line prints the title of such a report: the kind of report, short, no sentence. */
export const isTitleLine = (text: string): boolean => {
  const line = compact(text)
  return (
    line.length <= longestTitle &&
    !link.test(line) &&
    kind.test(line) &&
    !/[。；;]/u.test(line) &&
    tail.test(line)
  )
}

const clean = (line: string): string => compact(line).replace(trail, '').replace(lead, '').replace(tail, '$1')

/** A line that may be the authority above the title: short, a name, nothing else. */
const isName = (line: string): boolean =>
  line.length >= 2 && line.length <= 40 && !/[。，,:：；;！？\d]|报告|信息公开|来源|日期|索引/u.test(line)

const split = (
  title: string,
  above: string | undefined,
): { authority: string | null; year: number | null } => {
  const match = yearly.exec(title)
  const year = match ? readYear(match[1]!) : null
  const before = (match ? title.slice(0, match.index) : title.slice(0, title.search(kind))).replace(
    /^关于/u,
    '',
  )
  const after = match
    ? title
        .slice(match.index + match[0].length)
        .split(kind)[0]!
        .replace(/^[年度的]+|[的]$/gu, '')
    : ''
  const own = before || (after.length > 2 ? after : '')
  return { authority: own || (above && isName(above) ? above : null), year }
}

/** A title too long for its line, broken in the middle of a word: …工作年度报 / 告. */
const rejoin = (lines: readonly Line[]): Line[] => {
  const joined: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const [line, next] = [lines[at]!, lines[at + 1]]
    const broken =
      next &&
      !isTitleLine(line.text) &&
      /信息公开/u.test(compact(line.text)) &&
      compact(next.text).length < 10
    const text = broken ? `${line.text}${next.text}` : ''
    if (broken && isTitleLine(text)) {
      joined.push({ ...line, text })
      at++
    } else joined.push(line)
  }
  return joined
}

/** 青禾县数据局2023年 on the line above: the first half of a title broken in two. */
const firstHalf = new RegExp(`^([^。，；：]{2,40}?)${yearPattern}年?度?$`, 'u')

const whole = (title: string, above: string | undefined): string =>
  yearly.test(title) || above === undefined || !firstHalf.test(above) ? title : `${above}${title}`

/**
 * The title among the lines before the first section; headings win over plain lines, a whole title over a partial
 * one, the year of the period over another (links to other years' reports), of equals the last.
 */
export const findTitle = (lines: readonly Line[], periodYear: number | null = null): Title | null => {
  const found = rejoin(
    lines.flatMap(({ text, level }) =>
      text.split('\n').map(part => ({ ...(level ? { level } : {}), text: part })),
    ),
  )
    .map((line, at, all) => ({ ...line, above: at > 0 ? compact(all[at - 1]!.text) : undefined }))
    .filter(({ text }) => isTitleLine(text))
    .map(({ text, level, above }) => {
      const title = whole(clean(text), above)
      const parts = split(title, above)
      const agrees = periodYear !== null && parts.year === periodYear
      const rank = (level ? 1 : 0) + (parts.authority ? 2 : 0) + (parts.year ? 2 : 0) + (agrees ? 2 : 0)
      return { title, ...parts, rank }
    })
  const best = found.reduce<(typeof found)[number] | null>((a, b) => (a && a.rank > b.rank ? a : b), null)
  if (!best) return null
  const own = best.title
  const title = best.authority && !own.includes(best.authority) ? `${best.authority}${own}` : own
  return { title, authority: best.authority, year: best.year }
}

const mentioned = new RegExp(
  `(?:发布|公布|现将|将|附件[:：]?|以上为|编制|《|[，。；\\s]|^)([^，。；：、《》（）()\\s]{2,30}?)${yearPattern}年?度?(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)`,
  'u',
)

/** How the names of administrative authorities end; anything else before a year is no name we can be sure of. */
const authorityName =
  /(?:政府|委员会|办公[厅室]|管委会|街道|办事处|中心|大队|支队|总队|[厅局委办省市区县旗州盟乡镇院署行])$/u

/** The report named in running text: 发布河北省某厅2021年政府信息公开工作年度报告。 */
export const findMention = (texts: readonly string[]): { authority: string; year: number | null } | null => {
  for (const text of texts) {
    const match = mentioned.exec(even(text).slice(0, 2_000))
    const authority = match?.[1]?.replace(/^(?:现将|现|将|向社会公布|发布|公布|编制)+/u, '')
    if (match && authority && authorityName.test(authority) && !/^(?:本|我|全|的)|关于|做好/u.test(authority))
      return { authority, year: readYear(match[2]!) }
  }
  return null
}
