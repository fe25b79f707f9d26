import { observed } from '../../model/figures-of.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { defineCheck } from '../define-check.ts'
import { sectionName } from '../structure/section-names.ts'
import { listOf, whereInFile } from '../wording.ts'

const names = {
  identity: { zh: '身份证号码', en: 'ID number' },
  mobile: { zh: '手机号码', en: 'mobile number' },
}

/** More than anybody looks up one by one. */
const mostPlaces = 100

interface Place {
  readonly section?: string
  readonly paragraph?: number
  readonly words: Message
}

const placeOf = (report: Report, source: Source): Place => {
  if (source.kind === 'paragraph') {
    const isIt = (each: { readonly source: Source }) =>
      each.source.kind === 'paragraph' && each.source.paragraph === source.paragraph
    const section = report.sections.find(({ paragraphs }) => paragraphs.some(isIt))
    if (section) {
      const paragraph = section.paragraphs.findIndex(isIt) + 1
      const name = sectionName(section.key)
      return {
        section: section.key,
        paragraph,
        words: { zh: `${name}部分第 ${paragraph} 段`, en: `section ${name}, paragraph ${paragraph}` },
      }
    }
  }
  const { zh, en } = whereInFile(source)
  return { words: { zh: zh.replace(/^（|）$/gu, ''), en: en.replace(/^ \(|\)$/gu, '') } }
}

export const personalData = defineCheck({
  id: 'personal-data',
  severity: 'warning',
  title: { zh: '报告中有个人身份证号码、手机号码', en: 'Numbers of persons in the report' },
  explanation: {
    zh: '校验码正确（或写明是身份证号）的公民身份号码、个人的 11 位手机号码不应出现在公开的报告里。没有写明是个人、只作联系电话公布的手机号码为提示。所有输出文件中只保留末两位，原文件不改动。办公电话不在此列。',
    en: 'Identity numbers with a right check digit (or said to be one) and 11-digit mobile numbers of persons do not belong in a published report. A mobile number given as a contact without a person is only noted. Every output shows the last two digits alone; the file itself is left as it is. Office telephones are not meant.',
  },
  source: '《个人信息保护法》第二十五条；《政府信息公开条例》第十五条；GB 11643—1999',
  find: report => {
    const all = observed(report, 'personalNumber')
    const found = all.slice(0, mostPlaces).map(each => ({ ...each, place: placeOf(report, each.source) }))
    if (found.length === 0) return []
    const list = listOf(
      found.map(({ what, left, place }) => ({
        zh: `${place.words.zh}的${names[what].zh}（末两位 ${left.slice(-2)}）`,
        en: `${place.words.en}: ${names[what].en} ending in ${left.slice(-2)}`,
      })),
    )
    const more = all.length > found.length
    return [
      {
        severity: all.some(({ person }) => person) ? 'warning' : 'info',
        message: {
          zh: `报告中有个人号码：${list.zh}${more ? `，共 ${all.length} 处` : ''}。本服务的输出只保留末两位，原文件未作改动；请在公开前从报告中删去，联系方式宜用办公电话。`,
          en: `The report prints numbers of persons: ${list.en}${more ? `, ${all.length} in all` : ''}. Our outputs show the last two digits only, the file is unchanged; remove them before it is published, and give an office telephone.`,
        },
        evidence: found.map(({ left, place: { section, paragraph } }) => ({
          ...(section === undefined ? {} : { section }),
          ...(paragraph === undefined ? {} : { paragraph }),
          quote: left,
        })),
        place: found.map(({ left, place }) => `${place.words.en} ${left}`).join('\n'),
      },
    ]
  },
})
