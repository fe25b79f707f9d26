import { even } from '../../util/even.ts'
import type { Line, LineProblem } from './line.ts'

/** What a column may be headed; the first stands in the documentation. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>

const plain = (heading: string): string =>
  even(heading)
    .toLowerCase()
    .replace(/[_\-*]/gu, '')

/** Headings that say nothing to us and that people write all the same. */
const passedOver = new Set([
  ...['', '备注', '说明', '序号', 'remark', 'remarks', 'note', 'notes', 'comment', 'no', 'no.'],
  ...['联系人', '联系方式', '联系电话', '电话', '办公电话', '手机', '手机号', '传真', '邮箱', '电子邮箱'],
  ...['负责人', '分管领导', '经办人', '地址', '办公地址', '邮编', '邮政编码', '网址', '网站', '门户网站'],
  ...['统一社会信用代码', '信用代码', '组织机构代码', '行政区划', '行政区划代码', '区划代码', '所在地'],
])

/** Above the headings a title may stand, and who made the list when. */
const mostAbove = 10

export interface ReadHeadings<Field extends string> {
  /** Where each field stands, from 0. */
  readonly at: ReadonlyMap<Field, number>
  readonly problems: readonly LineProblem[]
}

const fieldsOf = <Field extends string>(headings: Headings<Field>) => {
  const fields = Object.keys(headings) as Field[]
  const byHeading = new Map(
    fields.flatMap(field => [field, ...headings[field]].map(heading => [plain(heading), field] as const)),
  )
  return { fields, byHeading }
}

const isEmpty = ({ cells }: Line): boolean => cells.every(cell => cell.trim() === '')

/**
 * The lines of a table from its headings on, without empty ones, as they are read: the first that names all that is required,
 * else the first.
 */
export function* fromHeadings<Field extends string>(
  lines: Iterable<Line>,
  headings: Headings<Field>,
  required: readonly Field[],
): Iterable<Line> {
  const { byHeading } = fieldsOf(headings)
  const isHead = ({ cells }: Line): boolean => {
    const named = new Set(cells.map(cell => byHeading.get(plain(cell))))
    return required.every(field => named.has(field))
  }
  /** What stands before the headings, while they may still come. */
  let above: Line[] | null = []
  for (const line of lines) {
    if (isEmpty(line)) continue
    if (above === null) yield line
    else if (isHead(line)) {
      above = null
      yield line
    } else {
      above.push(line)
      if (above.length < mostAbove) continue
      yield* above
      above = null
    }
  }
  if (above !== null) yield* above
}

/** Which column of a table is which, from the line of its headings. */
export const readHeadings = <Field extends string>(
  { line, cells }: Line,
  headings: Headings<Field>,
  required: readonly Field[],
): ReadHeadings<Field> => {
  const { fields, byHeading } = fieldsOf(headings)
  const at = new Map<Field, number>()
  const problems: LineProblem[] = []
  cells.forEach((cell, index) => {
    const field = byHeading.get(plain(cell))
    if (field === undefined) {
      if (passedOver.has(plain(cell))) return
      problems.push({
        line,
        code: 'heading-unknown',
        message: {
          zh: `第 ${index + 1} 列的列名“${cell}”不认识。请改为下列之一，或删去该列：${fields.map(each => headings[each][0]).join('、')}。`,
          en: `Column ${index + 1} has the unknown heading “${cell}”. Use one of these or drop the column: ${fields.join(', ')}.`,
        },
      })
    } else if (at.has(field))
      problems.push({
        line,
        code: 'heading-doubled',
        message: {
          zh: `第 ${at.get(field)! + 1} 列和第 ${index + 1} 列都是“${headings[field][0]}”。请只留一列。`,
          en: `Columns ${at.get(field)! + 1} and ${index + 1} are both “${field}”. Keep one.`,
        },
      })
    else at.set(field, index)
  })
  // Where not one is known it is no list of that kind: its columns need not be gone through.
  if (at.size === 0) problems.length = 0
  for (const field of required)
    if (!at.has(field))
      problems.push({
        line,
        code: 'heading-missing',
        message: {
          zh: `缺少“${headings[field][0]}”（${field}）列。列名须写在第一张工作表（或文件）的开头，每列一个；如显示为乱码，请以 UTF-8 或 GBK 编码另存。`,
          en: `The column “${field}” is missing. The headings stand first, in the first sheet, one for each column; where they look garbled, save the file as UTF-8 or GBK.`,
        },
      })
  return { at, problems }
}
