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
  '',
  '备注',
  '说明',
  '序号',
  'remark',
  'remarks',
  'note',
  'notes',
  'comment',
  'no',
  'no.',
])

export interface ReadHeadings<Field extends string> {
  /** Where each field stands, from 0. */
  readonly at: ReadonlyMap<Field, number>
  readonly problems: readonly LineProblem[]
}

/** Which column of a table is which, from its first line. */
export const readHeadings = <Field extends string>(
  { line, cells }: Line,
  headings: Headings<Field>,
  required: readonly Field[],
): ReadHeadings<Field> => {
  const fields = Object.keys(headings) as Field[]
  const byHeading = new Map(
    fields.flatMap(field => [field, ...headings[field]].map(heading => [plain(heading), field] as const)),
  )
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
  for (const field of required)
    if (!at.has(field))
      problems.push({
        line,
        code: 'heading-missing',
        message: {
          zh: `缺少“${headings[field][0]}”（${field}）列。第一行须是列名；如列名显示为乱码，请以 UTF-8 或 GBK 编码另存。`,
          en: `The column “${field}” is missing. The first line must be the headings; where they look garbled, save the file as UTF-8 or GBK.`,
        },
      })
  return { at, problems }
}
