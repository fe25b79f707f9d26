import type { Message } from '../model/message.ts'

/** The wording of the letter, plain text that an office changes as it likes. */

/** What a template may ask for, and what stands there. The one list: page, command line and README show it. */
export const placeholders = {
  单位: { zh: '收件单位的名称', en: 'the unit written to' },
  年度: { zh: '报告年度，如“2023年度”', en: 'the year of the report: 2023年度' },
  报告: { zh: '报告的标题，如《…》', en: 'the title of the report' },
  办理: { zh: '“退回”；只是请对方核对的为“核对”', en: '退回 (sent back), or 核对 (to be looked at)' },
  概述: { zh: '发现几处问题，一句话', en: 'how many points there are, in a clause' },
  要求: { zh: '请对方在期限前怎样办理，一句话', en: 'what is asked of the unit, and by when' },
  期限: { zh: '重新报送的期限，如“2026年12月15日”', en: 'the day it is due' },
  事项: { zh: '逐条列出的问题，单独占一行', en: 'the points; alone in its line' },
  落款: { zh: '发文单位，单独占一行时居右', en: 'the office that writes; on the right if alone in its line' },
  日期: { zh: '发文日期，单独占一行时居右', en: 'the day of the letter; likewise' },
} as const satisfies Readonly<Record<string, Message>>

export type Placeholder = keyof typeof placeholders

export const defaultTemplate = `关于【办理】【年度】
政府信息公开工作年度报告的通知

【单位】：
你单位报送的【报告】收悉。经核对，【概述】。【要求】。
【事项】
请对照原始台账核对全表及正文，确保表内各项、文字与表格相互一致。对所列事项有疑问的，请及时与我们联系。

联系人：　　　　　　　　联系电话：


【落款】
【日期】
`

/** What is wrong with a template, and in which line. */
export interface TemplateProblem {
  readonly line: number
  readonly message: Message
}

const inBrackets = /【([^【】]*)】/gu
const known = (name: string): name is Placeholder => Object.hasOwn(placeholders, name)
const names = Object.keys(placeholders)

/** Far more than a letter. */
const mostCharacters = 20_000

const problemsOf = (text: string, line: number): readonly TemplateProblem[] => {
  const unknown = [...text.matchAll(inBrackets)].flatMap(([, name = '']) => (known(name) ? [] : [name]))
  const left = text.replace(inBrackets, '')
  return [
    ...unknown.map(name => ({
      line,
      message: {
        zh: `“【${name}】”不是可用的占位符。可用的有：${names.map(each => `【${each}】`).join('')}。`,
        en: `“【${name}】” is no placeholder. There are: ${names.map(each => `【${each}】`).join('')}.`,
      },
    })),
    ...(/[【】]/u.test(left)
      ? [
          {
            line,
            message: {
              zh: '“【”与“】”没有成对。占位符应写成“【单位】”的样子。',
              en: '【 and 】 do not pair: a placeholder is written as 【单位】.',
            },
          },
        ]
      : []),
    ...(text.includes('【事项】') && text.trim() !== '【事项】'
      ? [
          {
            line,
            message: {
              zh: '“【事项】”应单独占一行：逐条列出的问题从这一行开始。',
              en: '【事项】 stands alone in its line: the points begin there.',
            },
          },
        ]
      : []),
  ]
}

/** The lines of a template as they were typed on any system. */
export const templateLines = (template: string): readonly string[] =>
  template
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\r|\n/u)
    .map(line => line.trimEnd())

/** All that is wrong with a template; empty where letters can be written by it. */
export const templateProblems = (template: string): readonly TemplateProblem[] => {
  if (template.length > mostCharacters)
    return [
      {
        line: 1,
        message: {
          zh: `模板超过${mostCharacters}字，请缩短。`,
          en: `The template has more than ${mostCharacters} characters.`,
        },
      },
    ]
  const lines = templateLines(template)
  const found = lines.flatMap((text, index) => problemsOf(text, index + 1))
  const places = lines.flatMap((text, index) => (text.trim() === '【事项】' ? [index + 1] : []))
  if (places.length === 1 || found.length > 0) return found
  return [
    {
      line: places[1] ?? lines.length,
      message:
        places.length === 0
          ? {
              zh: '模板中没有“【事项】”：请在逐条列出问题的地方单独写一行“【事项】”。',
              en: '【事项】 is missing: put it, alone in a line, where the points are to stand.',
            }
          : {
              zh: '“【事项】”出现了不止一次，请只留一处。',
              en: '【事项】 stands there more than once: keep one.',
            },
    },
  ]
}

/** A line with its placeholders filled in. Problems have been told before. */
export const filled = (line: string, values: Readonly<Record<Placeholder, string>>): string =>
  line.replace(inBrackets, (whole, name: string) => (known(name) ? values[name] : whole))
