import { checkTitle } from '../../writers/check-title.ts'
import { addressOf } from '../../writers/workbook/address.ts'
import { put, type Sheet } from '../../writers/workbook/sheet.ts'
import type { SeasonJson } from '../season-contract.ts'
import type { Facts } from './facts.ts'
import { figureName, figureWords } from './figure.ts'
import { cutAfter, endList, firstListed, heightOf, type List, newList, putLink, putText } from './list.ts'
import { liveChange } from './live.ts'
import { figureAt, referenceTo, reportTarget } from './place.ts'
import type { Plan } from './plan.ts'
import * as styles from './styles.ts'

/** Reports that were handed in again, and what changed from one version to the next. */

const columns = [
  { head: '序号\nNo.', width: 7 },
  { head: '单位\nUnit', width: 24 },
  { head: '第几版\nVersion', width: 9 },
  { head: '上传时间（北京）\nUploaded', width: 18 },
  { head: '计入\nCounts', width: 8 },
  { head: '变动\nChange', width: 13 },
  { head: '表\nTable', width: 7 },
  { head: '行\nRow', width: 34 },
  { head: '列\nColumn', width: 24 },
  { head: '改前\nBefore', width: 12 },
  { head: '改后\nAfter', width: 12 },
  { head: '增减\nDiffers', width: 11 },
  { head: '发现\nFinding', width: 32 },
  { head: '文件\nFile', width: 28 },
]

type Resubmission = SeasonJson['resubmissions'][number]
type Version = Resubmission['versions'][number]

/** A line of the list: one thing that changed. */
interface Line {
  readonly chain: Resubmission
  readonly version: Version
  /** From 1. */
  readonly nth: number
  readonly kind: string
  readonly figure?: Version['figures'][number]
  readonly finding?: string
}

const linesOf = (chain: Resubmission): readonly Line[] =>
  chain.versions.flatMap((version, at): readonly Line[] => {
    const line = { chain, version, nth: at + 1 }
    if (at === 0) return [{ ...line, kind: '首次报送' }]
    const changed = [
      ...version.figures.map(figure => ({ ...line, kind: '数字变动', figure })),
      ...version.findingsAdded.map(finding => ({ ...line, kind: '新增发现', finding })),
      ...version.findingsGone.map(finding => ({ ...line, kind: '消除发现', finding })),
    ]
    return changed.length > 0 ? changed : [{ ...line, kind: '没有变化' }]
  })

/** `<check>/<cell>~<hash>` in words. */
export const findingWords = (id: string): string => {
  const [check, place = ''] = id.split('/')
  const key = place.replace(/~[0-9a-f]+$/u, '')
  const title = checkTitle(check!) || '其他核对项'
  try {
    return key.includes('.') ? `${title}：${figureName(key)}` : title
  } catch {
    return title
  }
}

const instantInChina = (time: string | null): string => {
  if (time === null) return '—'
  return new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

const kindStyles: Readonly<Record<string, (typeof styles)['good']>> = {
  数字变动: styles.warning,
  新增发现: styles.severe,
  消除发现: styles.good,
}

const putFigure = (
  sheet: Sheet,
  facts: Facts,
  plan: Plan,
  { chain, figure }: Line,
  row: number,
  counts: boolean,
): void => {
  const words = figureWords(figure!.key)
  put(sheet, [row, 7], words.table, styles.centred)
  putText(sheet, [row, 8], words.row)
  putText(sheet, [row, 9], words.column)
  const [before, after] = [figure!.before ?? '（无数字）', figure!.after ?? '（无数字）']
  put(sheet, [row, 10], before, figure!.before === null ? styles.without : styles.number)
  const place = counts ? figureAt(plan, facts, chain.unit, facts.year, figure!.key) : null
  putLink(
    sheet,
    [row, 11],
    after,
    place && referenceTo(place),
    figure!.after === null ? styles.without : styles.number,
  )
  const change = liveChange([addressOf(row, 10), before], [addressOf(row, 11), after])
  put(sheet, [row, 12], change.value, styles.difference, change.formula)
}

const putLine = (sheet: Sheet, facts: Facts, plan: Plan, line: Line, row: number): void => {
  const { chain, version, nth, kind, figure, finding } = line
  const counts = version.key === chain.counts.key && version.version === chain.counts.version
  put(sheet, [row, 1], row - firstListed + 1, styles.centred)
  putLink(sheet, [row, 2], facts.nameOf(chain.unit), reportTarget(plan, chain.unit, facts.year))
  put(sheet, [row, 3], nth, styles.centred)
  put(sheet, [row, 4], instantInChina(version.uploadedAt), styles.centred)
  put(sheet, [row, 5], counts ? '是' : '否', counts ? styles.good : styles.mutedCentred)
  put(sheet, [row, 6], kind, kindStyles[kind] ?? styles.mutedCentred)
  for (let column = 7; column <= 13; column++) put(sheet, [row, column], null, styles.text)
  if (figure) putFigure(sheet, facts, plan, line, row, counts)
  if (finding !== undefined) putText(sheet, [row, 13], findingWords(finding))
  putText(sheet, [row, 14], version.key)
  sheet.heights[row - 1] = heightOf(sheet, row)
}

const about =
  '同一单位同一年度先后报送的各版本，最后报送的计入。每个版本与前一版本比较：改了哪些数字，多出或消除了哪些核对发现。 Each version against the one before it; the last counts.'

export const handedAgainSheet = (facts: Facts, plan: Plan, name: string, most: number): Sheet => {
  const list: List = { name, title: `${facts.year} 年重新报送`, about, columns, frozen: 2 }
  const sheet = newList(list)
  const place = (unit: string): number => facts.treeOf(unit)?.place ?? Number.MAX_SAFE_INTEGER
  const lines = facts.view.json.resubmissions
    .toSorted((a, b) => place(a.unit) - place(b.unit) || (a.unit < b.unit ? -1 : 1))
    .flatMap(linesOf)
  lines.slice(0, most).forEach((line, index) => {
    putLine(sheet, facts, plan, line, firstListed + index)
  })
  endList(sheet, list, '没有重新报送的单位 Nobody handed in again')
  cutAfter(sheet, columns.length, [lines.length, most], '../season.json')
  return sheet
}
