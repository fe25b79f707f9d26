import { even } from '../../util/even.ts'
import { readDay, readMonthDay, readSpan } from './dates.ts'
import type { Headings } from './headings.ts'
import type { Line, LineProblem } from './line.ts'
import type { Alias, Scope, Unit } from './unit.ts'

export const rosterFields = [
  ...(['unit', 'name', 'aliases', 'parent', 'kind', 'level', 'since', 'until'] as const),
  ...(['successor', 'due', 'scope', 'path'] as const),
]
export type RosterField = (typeof rosterFields)[number]

export const rosterHeadings: Headings<RosterField> = {
  unit: ['单位编号', '编号', '单位代码', '代码', 'id', 'unitid'],
  name: ['名称', '单位名称', '全称', '单位全称', '机关名称'],
  aliases: ['别名', '简称', '曾用名', '其他名称', 'alias'],
  parent: ['上级', '上级单位', '上级编号', '上级单位编号', '主管单位'],
  kind: ['类别', '单位类别', '类型', '单位类型', '性质'],
  level: ['层级', '级别', '行政层级', '行政级别'],
  since: ['起始日期', '起始', '成立日期', '启用日期', '自'],
  until: ['终止日期', '终止', '撤销日期', '停用日期', '至'],
  successor: ['承接单位', '承接单位编号', '并入', '并入单位', '继任单位', '后继单位'],
  due: ['报送期限', '期限', '截止日期', '报送截止日期', '应报日期'],
  scope: ['统计口径', '口径', '范围', '统计范围'],
  path: ['路径', '上传路径', '文件夹', '目录'],
}

const scopes: Readonly<Record<string, Scope>> = {
  ...{ own: 'own', 本级: 'own', 本机关: 'own', 本单位: 'own', 本部门: 'own' },
  ...{
    wholearea: 'wholeArea',
    全域: 'wholeArea',
    全区域: 'wholeArea',
    全地区: 'wholeArea',
    汇总: 'wholeArea',
  },
  ...{
    全省: 'wholeArea',
    全市: 'wholeArea',
    全县: 'wholeArea',
    全区: 'wholeArea',
    全州: 'wholeArea',
    area: 'wholeArea',
  },
  ...{ '': 'unknown', unknown: 'unknown', 不明: 'unknown', 未知: 'unknown' },
}

/** What few units say of themselves alone: each such text is held once, however many lines have it. */
const shared: ReadonlySet<RosterField> = new Set(['parent', 'kind', 'level', 'successor'])

/** Gives the same text for the same text. */
export const sameTexts = (): ((text: string) => string) => {
  const known = new Map<string, string>()
  return text => {
    const before = known.get(text)
    if (before === undefined) known.set(text, text)
    return before ?? text
  }
}

const none: readonly Alias[] = []

/** In brackets behind a name: meant as its days. */
const meantAsDays = /\d{4}|年|今|日期/u

/** Names one after another, each with its days in brackets where it has some: 国土局；国土资源局（~2018-12-31）. */
const aliasesOf = (text: string, unreadable: (alias: string) => void): readonly Alias[] => {
  const aliases = text
    .split(/[;；|｜\n]|、(?![^（(]*[）)])/u)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => {
      const [, name, days] = /^(.+?)\s*[（([［]([^（(）)[\]［］]+)[）)\]］]$/u.exec(part) ?? []
      const span = days === undefined ? null : readSpan(days)
      if (days !== undefined && !span && meantAsDays.test(days)) unreadable(part)
      return span && name !== undefined ? { name, ...span } : { name: part, since: null, until: null }
    })
  return aliases.length === 0 ? none : aliases
}

/** Folders without slashes at their ends, in the one spelling of characters. */
export const evenPath = (path: string): string =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^\/+|\/+$/gu, '')

/** A line of the roster as a unit, and what is wrong in its own cells. */
export const readUnit = (
  { line, cells }: Line,
  at: ReadonlyMap<RosterField, number>,
  same: (text: string) => string,
): { readonly unit: Unit; readonly problems: readonly LineProblem[] } => {
  const problems: LineProblem[] = []
  const text = (field: RosterField): string => (cells[at.get(field) ?? -1] ?? '').trim()
  const optional = (field: RosterField): string | null => {
    const said = text(field)
    return said === '' ? null : shared.has(field) ? same(said) : said
  }
  const wrong = (field: RosterField, zh: string, en: string): null => {
    problems.push({
      line,
      code: `${field}-unreadable`,
      message: {
        zh: `“${rosterHeadings[field][0]}”写的是“${text(field)}”，${zh}。`,
        en: `${field} is “${text(field)}”: ${en}.`,
      },
    })
    return null
  }
  const read = <Value>(field: RosterField, reader: (text: string) => Value | null, zh: string, en: string) =>
    text(field) === '' ? null : (reader(text(field)) ?? wrong(field, zh, en))
  const day = (field: 'since' | 'until', end: 'first' | 'last') =>
    read(field, each => readDay(each, end), '不是日期，请写成 2024-01-31', 'no date, write it as 2024-01-31')
  for (const field of ['unit', 'name'] as const)
    if (text(field) === '')
      problems.push({
        line,
        code: `${field}-missing`,
        message: { zh: `没有填“${rosterHeadings[field][0]}”。`, en: `${field} is empty.` },
      })
  if (cells.some(cell => cell.includes('\ufffd')))
    problems.push({
      line,
      code: 'encoding',
      message: {
        zh: '有读不出的字符。请以 UTF-8 或 GBK 编码另存，或改用 .xlsx。',
        en: 'Some characters cannot be read. Save the file as UTF-8 or GBK, or as .xlsx.',
      },
    })
  if (cells.some(cell => /\p{Cc}/u.test(cell.replace(/[\t\n\r]/gu, ''))))
    problems.push({
      line,
      code: 'control-character',
      message: {
        zh: '有看不见的控制字符。请重新输入这一行。',
        en: 'There are control characters that nobody sees. Type this line anew.',
      },
    })
  const daysUnreadable = (alias: string) =>
    problems.push({
      line,
      code: 'alias-days-unreadable',
      message: {
        zh: `别名“${alias}”括号里的起止日期读不出，请写成（2015-01-01~2018-12-31），一头没有的可以空着。`,
        en: `The days in the brackets of the alias “${alias}” cannot be read: write them as (2015-01-01~2018-12-31); either may be left out.`,
      },
    })
  const scope =
    scopes[
      even(text('scope'))
        .toLowerCase()
        .replace(/[\s_-]/gu, '')
    ]
  if (scope === undefined) wrong('scope', '请写“本级”“全域”或“不明”', 'write own, whole area or unknown')
  const unit: Unit = {
    unit: text('unit'),
    name: text('name'),
    aliases: aliasesOf(text('aliases'), daysUnreadable),
    parent: optional('parent'),
    kind: optional('kind'),
    level: optional('level'),
    since: day('since', 'first'),
    until: day('until', 'last'),
    successor: optional('successor'),
    due: read('due', readMonthDay, '不是日期，请写成 1月31日', 'no date, write it as 01-31'),
    scope: scope ?? 'unknown',
    path: evenPath(text('path')) || null,
    line,
  }
  return { unit, problems }
}
