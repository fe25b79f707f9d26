import { put, type Sheet } from '../../writers/workbook/sheet.ts'
import type { Facts } from './facts.ts'
import { cutAfter, endList, firstListed, heightOf, type List, newList, putText } from './list.ts'
import * as styles from './styles.ts'

/** Uploads that no unit was found for, and versions that gave no figures. */

interface Proposal {
  readonly unit: string
  readonly name: string
  readonly why: { readonly zh: string }
}

const unplacedColumns = [
  { head: '序号\nNo.', width: 7 },
  { head: '文件\nFile', width: 52 },
  { head: '年度\nYear', width: 9 },
  { head: '所印机关名称\nAuthority as printed', width: 34 },
  { head: '原因\nReason', width: 26 },
  { head: '可能是\nMay be', width: 42 },
  { head: '怎么办\nWhat to do', width: 46 },
]

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  'unit-unmatched': [
    '名册中没有这个单位',
    '在名册里补上单位，或把所印名称写进其“别名”；机构改名的，别名写明起止日期。',
  ],
  'unit-ambiguous': ['对应的单位不止一个', '把文件放进该单位的文件夹并在名册“路径”写明，或在名册写明全称。'],
}
const undated = '报告年度未能读出，不能对应到年度。请检查报告标题是否写明年度。'

const proposed = (text: unknown): string =>
  (JSON.parse(String(text ?? '[]')) as readonly Proposal[])
    .map(({ unit, name, why }) => `${name}（${unit}，${why.zh}）`)
    .join('\n')

export const unplacedSheet = (facts: Facts, name: string, most: number): Sheet => {
  const about =
    '这些报告没有找到对应的单位，不计入任何单位，也不在任何合计内。程序不会自行认定名称相近的单位。 Uploads of nobody known: they count for none.'
  const list: List = { name, title: '未对应单位的文件', about, columns: unplacedColumns, frozen: 2 }
  const sheet = newList(list)
  const rows = facts.view.tables.unplaced.toSorted((a, b) =>
    JSON.stringify([a['key'], a['version']]) < JSON.stringify([b['key'], b['version']]) ? -1 : 1,
  )
  rows.slice(0, most).forEach((each, at) => {
    const row = firstListed + at
    const [why, advice] = reasons[String(each['reason'])] ?? ['没有对应的单位', '请检查名册。']
    const isUndated = each['year'] === null
    put(sheet, [row, 1], at + 1, styles.centred)
    putText(sheet, [row, 2], String(each['key']))
    put(sheet, [row, 3], isUndated ? '不明' : Number(each['year']), styles.centred)
    putText(sheet, [row, 4], each['authority'] === null ? '（没有印出）' : String(each['authority']))
    put(sheet, [row, 5], isUndated ? '报告年度不明' : why, styles.warning)
    putText(sheet, [row, 6], proposed(each['proposals']))
    put(sheet, [row, 7], isUndated ? undated : advice, styles.text)
    sheet.heights[row - 1] = heightOf(sheet, row)
  })
  endList(sheet, list, '每份报告都找到了单位 Every report has its unit')
  cutAfter(sheet, unplacedColumns.length, [rows.length, most], 'unplaced.csv')
  return sheet
}

const leftOutColumns = [
  { head: '序号\nNo.', width: 7 },
  { head: '文件\nFile', width: 60 },
  { head: '原因\nReason', width: 24 },
  { head: '是否最新版本\nNewest', width: 16 },
  { head: '说明\nMeaning', width: 50 },
  { head: '怎么办\nWhat to do', width: 56 },
]

const leftOutWords = {
  rejected: [
    '未受理',
    '文件不是报告，或打不开、加密、扫描等，没有读出数字。',
    '看该文件结果中的退回说明，请报送单位按说明重新报送。',
  ],
  failed: [
    '转换失败',
    '程序处理这份文件时出错，不是单位的责任。',
    '请运维人员查看；修复后重新转换即可计入。',
  ],
  damaged: ['结果损坏', '这份报告的转换结果文件不完整，不是单位的责任。', '请运维人员重新转换这份文件。'],
  'old-schema': [
    '结果版本过旧',
    '结果由旧版程序生成，缺少年报季要用的内容。',
    '请运维人员用现在的程序重新转换这份文件。',
  ],
} as const

export const leftOutSheet = (facts: Facts, name: string, most: number): Sheet => {
  const about =
    '这些文件版本没有给出可用的数字。是其文件最新版本的，同一文件的旧版本也不再计入：最新一次报送了什么，就以什么为准。 Versions without figures; where one is the newest, the older ones do not count either.'
  const list: List = { name, title: '未计入的文件', about, columns: leftOutColumns, frozen: 2 }
  const sheet = newList(list)
  const all = facts.view.json.leftOut.toSorted((a, b) =>
    JSON.stringify([!a.newest, a.key, a.version]) < JSON.stringify([!b.newest, b.key, b.version]) ? -1 : 1,
  )
  all.slice(0, most).forEach(({ key, reason, newest }, at) => {
    const row = firstListed + at
    const [word, meaning, advice] = leftOutWords[reason]
    put(sheet, [row, 1], at + 1, styles.centred)
    putText(sheet, [row, 2], key)
    put(sheet, [row, 3], word, newest ? styles.warning : styles.mutedCentred)
    put(sheet, [row, 4], newest ? '是' : '否', newest ? styles.warning : styles.mutedCentred)
    put(sheet, [row, 5], newest ? `${meaning}旧版本也不计入。` : `${meaning}另有更新的版本。`, styles.text)
    put(sheet, [row, 6], advice, styles.text)
    sheet.heights[row - 1] = heightOf(sheet, row)
  })
  endList(sheet, list, '没有未计入的文件 Nothing was left out')
  cutAfter(sheet, leftOutColumns.length, [all.length, most], '../season.json')
  return sheet
}
