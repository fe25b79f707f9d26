import type { FormCell } from '../../forms/form.ts'
import { cellsOf } from '../../model/figures-of.ts'
import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'

/** Words of running text and the figures they add up: 不予公开 is the sum of its items. */
export interface NamedCells {
  readonly words: readonly string[]
  readonly keys: readonly string[]
  /** How deep the label stands: a group is above its items. */
  readonly depth: number
}

/** Words by which reports name a label, beside the label itself. */
const saidFor: Readonly<Record<string, readonly string[]>> = {
  予以公开: ['同意公开'],
  不予公开: ['不同意公开'],
  无法提供: ['无法公开'],
  不予处理: ['不予办理', '不再处理'],
  属于国家秘密: ['国家秘密'],
  其他法律行政法规禁止公开: ['法律行政法规禁止公开', '法律法规禁止公开'],
  保护第三方合法权益: ['第三方合法权益', '第三方商业秘密'],
  属于三类内部事务信息: ['三类内部事务', '内部事务信息'],
  属于四类过程性信息: ['四类过程性', '过程性信息'],
  属于行政执法案卷: ['行政执法案卷', '执法案卷'],
  属于行政查询事项: ['行政查询事项'],
  本机关不掌握相关政府信息: ['不掌握相关政府信息', '不掌握相关信息', '机关不掌握'],
  没有现成信息需要另行制作: ['没有现成信息', '需要另行制作', '需另行制作'],
  补正后申请内容仍不明确: ['补正后申请内容仍不明确', '补正后仍不明确'],
  信访举报投诉类申请: ['信访举报投诉', '信访、举报、投诉'],
  要求提供公开出版物: ['公开出版物'],
  无正当理由大量反复申请: ['大量反复申请'],
  要求行政机关确认或重新出具已获取信息: ['重新出具已获取信息'],
  自然人: ['公民', '个人'],
  法人或其他组织: [
    '法人和其他组织',
    '法人及其他组织',
    '法人、其他组织',
    '法人或者其他组织',
    '法人其他组织',
    '法人组织',
    '法人',
  ],
  商业企业: ['企业'],
  社会公益组织: ['公益组织', '社会公益'],
  结果维持: ['维持'],
  结果纠正: ['纠正', '纠错', '确认违法', '责令重新', '撤销', '败诉'],
  其他结果: ['其它结果', '终止', '撤回', '撤诉'],
  尚未审结: ['未审结', '未结'],
  未经复议直接起诉: ['未经复议', '直接起诉', '直接提起'],
  复议后起诉: ['复议后提起', '复议后再', '经复议后', '复议后'],
}

/** A label without its number and brackets: （三）不予公开 is 不予公开. */
export const bareName = (label: string): string =>
  label.replace(/^(?:[（(][一二三四五六七八九十]+[)）]|\d+[.．、])/u, '').replace(/（.*）$/u, '')

/** 其他 alone says of which group only by its place: no words of the text are taken for it. */
const tooGeneral = new Set(['其他', '总计', '申请人情况', '三、本年度办理结果'])

const named = (label: string): readonly string[] => {
  const bare = bareName(label)
  return tooGeneral.has(bare) ? [] : [bare, ...(saidFor[bare] ?? [])]
}

/** Names to look for in words, the longest first, so that 部分公开 is not found in a longer one. */
interface Vocabulary {
  readonly names: readonly NamedCells[]
  /** Whether words hold any of them. */
  readonly any: RegExp
  readonly entries: readonly { readonly word: string; readonly name: NamedCells }[]
}

const vocabulary = (names: readonly NamedCells[]): Vocabulary => ({
  names,
  any: new RegExp(names.flatMap(({ words }) => words).join('|') || '(?!)', 'u'),
  entries: names
    .flatMap(name => name.words.map(word => ({ word, name })))
    .sort((a, b) => b.word.length - a.word.length),
})

type Axis = 'row' | 'column'

const collect = (cells: readonly FormCell[], axis: Axis): readonly NamedCells[] => {
  const found = new Map<string, { keys: string[]; depth: number }>()
  for (const { key, row, column } of cells) {
    if (axis === 'row' ? column.sum !== true : column.sum === true || key.endsWith('.total')) continue
    const path = axis === 'row' ? row.path : column.path
    path.forEach(({ label }, depth) => {
      const entry = found.get(label) ?? { keys: [], depth }
      entry.keys.push(key)
      found.set(label, entry)
    })
  }
  return [...found]
    .map(([label, entry]) => ({ words: named(label), ...entry }))
    .filter(({ words }) => words.length > 0)
}

const outcomesIn = rememberFor((cells: readonly FormCell[]) =>
  vocabulary(
    collect(cells, 'row').filter(({ keys }) =>
      keys.every(key => key.includes('.outcomes.') && !key.includes('.outcomes.total.')),
    ),
  ),
)
const applicantsIn = rememberFor((cells: readonly FormCell[]) => vocabulary(collect(cells, 'column')))
const resultsIn = rememberFor((cells: readonly FormCell[]) =>
  vocabulary(
    collect(cells, 'column').filter(({ words }) => !words.some(word => /复议|诉讼|起诉/u.test(word))),
  ),
)
const lawsuitsIn = rememberFor((cells: readonly FormCell[]) =>
  vocabulary(
    cells.flatMap(({ key, column: { path } }) =>
      key.endsWith('.total') && path.length > 2
        ? [{ words: named(path[1]!.label), keys: [key], depth: 1 }]
        : [],
    ),
  ),
)

/** The rows of results of table 三, each with its figures in the column of totals. */
export const outcomeNames = (report: Report): Vocabulary => outcomesIn(cellsOf(report, 'requests'))

/** The kinds of applicants, each with its figures in every row. */
export const applicantNames = (report: Report): Vocabulary => applicantsIn(cellsOf(report, 'requests'))

/** The results of table 四, each with its figures of all groups. */
export const resultNames = (report: Report): Vocabulary =>
  resultsIn(cellsOf(report, 'reconsiderationAndLitigation'))

/** How lawsuits are begun, each with its total: 未经复议直接起诉, 复议后起诉. */
export const lawsuitKinds = (report: Report): Vocabulary =>
  lawsuitsIn(cellsOf(report, 'reconsiderationAndLitigation'))

interface Found {
  readonly found: readonly NamedCells[]
  /** The words without what was found. */
  readonly rest: string
}

/** What of the names stands in the words. A group beside one of its own items is that item. */
export const namesIn = (words: string, { any, entries }: Vocabulary): Found => {
  if (!any.test(words)) return { found: [], rest: words }
  let rest = words
  const found: NamedCells[] = []
  for (const { word, name } of entries) {
    if (!rest.includes(word)) continue
    rest = rest.replaceAll(word, ' ')
    if (!found.includes(name)) found.push(name)
  }
  const isGroupOf = (name: NamedCells, item: NamedCells): boolean =>
    item.depth > name.depth && item.keys.every(key => name.keys.includes(key))
  return { found: found.filter(name => !found.some(item => isGroupOf(name, item))), rest }
}
