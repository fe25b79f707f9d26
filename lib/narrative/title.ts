import { compact } from '../util/compact.ts'
import { even } from '../util/even.ts'
import { readYear, yearPattern } from './dates.ts'
import { canBeName, isAuthorityName } from './names.ts'

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
const kind = /(?:政府)?信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)/u
const yearly = new RegExp(`${yearPattern}年?度?`, 'u')
/** Links to other reports, above and below this one. */
const link = /^(?:上一篇|下一篇|上一条|下一条|相关)/u
/** Where a site says one is, and when it published: 首页>政务公开>…, 公开日期2024-01-17… */
const trail = /^.*(?:[>›»＞]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})/u
/** Words before a title that are none of it: 标题：, 附件1：. */
const lead = /^(?:标题|名称|题名|附件\d*|附)[:：]?(?![\p{Script=Han}]{0,2}[:：])/u
/** The name of the site before a title, or what kind of page it is: 某县人民政府门户网站, 某县人民政府|, 【年报】. */
const site =
  /^(?:[【[][^】\]]{1,8}[】\]]|.{2,24}(?:门户网站?|网站|信息网)(?!管|运|办|监|建)|(?:(?!信息公开)[^|｜_]){2,30}[|｜_]+)(?=.*信息公开)/u
/** What a page, a list or a mark-up language puts before a line: `Page 8 - `, `# `, `**`, `第8页`, `· `. */
const mark = /^(?:(?:page|p\.?)\s*\d+|第\d+页|[-—–]\d+[-—–])?[^\p{Script=Han}\p{L}\d（(《]*/iu
/** What a mark-up language puts behind a line. */
const markBehind = /[*_#'"\]】]+$/u
/** The end of a title, with what a site or a bracket puts behind: …年度报告-某县人民政府, …年度报告（2023年）. */
const tail = /(报告|年报)[*_#'"”》\]】]*(?:[-_—–|｜].*|[（(【[].*[)）】\]])?[*_#'"”》\]】]*$/u

/** A bracket behind the title that tells its year: （2023年度）. */
const yearBehind = new RegExp(`[（(【[](${yearPattern}年?度?)[)）】\\]]$`, 'u')

/** Site prefixes, marks and tails cut off; what is left of a line that prints nothing but a title. */
const clean = (text: string): string => {
  const line = compact(text)
    .replace(trail, '')
    .replace(site, '')
    .replace(mark, '')
    .replace(lead, '')
    .replace(mark, '')
  const year = yearBehind.exec(line)?.[1]
  const bare = line.replace(tail, '$1')
  return year !== undefined && !yearly.test(bare) ? bare.replace(kind, found => `${year}${found}`) : bare
}

/** Whether a cleaned line is the title of such a report: it ends with the kind of report, short, no sentence. */
const isTitle = (line: string): boolean =>
  line.length <= longestTitle &&
  !/[。；;，,！!？?：:]/u.test(line) &&
  new RegExp(`${kind.source}$`, 'u').test(line)

const isTitleLine = (text: string): boolean =>
  text.length <= longestTitle * 3 && !link.test(compact(text)) && isTitle(clean(text))

/** A title whose year stands elsewhere, torn out by what took the text from its page: 青禾县人民政府 年政府信息公开…. */
const yearGap = new RegExp(`^(.{2,40}?)(?=年度?${kind.source}$)`, 'u')

const split = (title: string): { authority: string | null; year: number | null } => {
  const match = yearly.exec(title)
  const gap = match ? null : yearGap.exec(title)
  if (gap) return { authority: canBeName(gap[1]!) ? gap[1]! : null, year: null }
  const before = (match ? title.slice(0, match.index) : title.slice(0, title.search(kind))).replace(
    /^关于|关于$/gu,
    '',
  )
  const rest = match ? title.slice(match.index + match[0].length).split(kind)[0]! : ''
  const after = rest.replace(/^[年度的]+|[的]$/gu, '')
  const own = before || (after.length > 2 ? after : '')
  return {
    authority: canBeName(own) ? own : null,
    year: match ? readYear(match[1]!) : null,
  }
}

/** A title is printed over so many lines at the most: authority, year, kind, and a word broken by the margin. */
const mostLines = 4
const longestPiece = 40

/**
 * The lines that print a title, those joined that print it together: 青禾县数据局 / 2023年 / 政府信息公开工作年度报告.
 * Above a line that is a title already only a line that is an authority's name and nothing else belongs to it.
 */
const joined = (lines: readonly Line[]): { readonly line: string; readonly level?: number }[] =>
  lines.flatMap(({ text, level }, end) => {
    const own = isTitleLine(text) ? clean(text) : null
    const found: string[] = own === null ? [] : [own]
    let together = own ?? compact(text)
    for (let at = end - 1; at >= 0 && end - at < mostLines; at--) {
      const piece = compact(lines[at]!.text).replace(mark, '').replace(markBehind, '')
      if (piece === '') continue
      if (piece.length > longestPiece || /[。；;，,：:]/u.test(piece) || isTitleLine(lines[at]!.text)) break
      together = `${piece}${together}`
      const { authority, year } = isTitle(together) ? split(together) : { authority: null, year: null }
      const named = authority !== null && (year !== null || isAuthorityName(authority))
      const whole = own === null || isAuthorityName(piece) || yearly.test(piece)
      if (named && whole) found.push(together)
      if (own !== null && split(own).authority !== null && split(own).year !== null) break
    }
    return found.map(line => ({ line, ...(level ? { level } : {}) }))
  })

const yearAlone = new RegExp(`^[（(【[]?(${yearPattern}年度?)[)）】\\]]?$`, 'u')

/** A title whose year stands in the line below, put behind it: …年度报告 / （2023年度）. */
const withYearBelow = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, at) => {
    const below = yearAlone.exec(compact(lines[at + 1]?.text ?? ''))
    if (!below || !isTitleLine(line.text) || yearly.test(clean(line.text))) return line
    return { ...line, text: `${line.text.trim().replace(markBehind, '')}（${below[1]}）` }
  })

/** The years that stand alone on a line. */
const yearsAlone = (lines: readonly Line[]): number[] => [
  ...new Set(lines.flatMap(({ text }) => (/^\s*20\d\d\s*$/u.test(text) ? [Number(text)] : []))),
]

/**
 * The title among the lines before the first section; headings win over plain lines, a whole title over a partial
 * one, the year of the period over another (links to other years' reports), of equals the last.
 */
export const findTitle = (lines: readonly Line[], periodYear: number | null = null): Title | null => {
  const pieces = lines.flatMap(({ text, level }) =>
    text.split('\n').map(part => ({ ...(level ? { level } : {}), text: part })),
  )
  let best: (Title & { readonly rank: number }) | null = null
  for (const { line, level } of joined(withYearBelow(pieces.filter(({ text }) => text.trim() !== '')))) {
    const parts = split(line)
    const agrees = periodYear !== null && parts.year === periodYear
    const rank = (level ? 1 : 0) + (parts.authority ? 2 : 0) + (parts.year ? 2 : 0) + (agrees ? 2 : 0)
    if (best === null || rank >= best.rank) best = { title: line, ...parts, rank }
  }
  if (best === null) return null
  const { title, authority, year } = best
  const torn = year === null && yearGap.test(title) ? yearsAlone(pieces) : []
  if (torn.length !== 1) return { title, authority, year }
  return { title: title.replace(yearGap, name => `${name}${torn[0]}`), authority, year: torn[0]! }
}

const mentioned = new RegExp(
  `(?:发布|公布|现将|将|附件[:：]?|以上为|编制|《|[，。；\\s]|^)([^，。；：、《》（）()\\s]{2,30}?)${yearPattern}年?度?(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)`,
  'u',
)

/** The report named in running text: 发布河北省某厅2021年政府信息公开工作年度报告。 */
export const findMention = (texts: readonly string[]): { authority: string; year: number | null } | null => {
  for (const text of texts) {
    const match = mentioned.exec(even(text).slice(0, 2_000))
    const authority = match?.[1]
      ?.replace(/^(?:现将|现|将|向社会公布|发布|公布|编制|以上为)+/u, '')
      .replace(mark, '')
    if (match && authority && isAuthorityName(authority) && !/^(?:本|我|全|的)/u.test(authority))
      return { authority, year: readYear(match[2]!) }
  }
  return null
}
