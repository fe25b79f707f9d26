import type { FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { lossKinds } from '../../losses/index.ts'
import { placeKey } from '../../losses/places.ts'
import { cellsOf, isEntered } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Loss } from '../../model/loss.ts'
import type { Report } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf } from '../wording.ts'

/** A cell, and the table it stands in: a loss may touch the figures of either. */
const keysOf = (source: Source | null | undefined): readonly string[] =>
  !source || source.kind === 'paragraph' ? [] : [placeKey(source), `${source.table}`]

const byPlace = (losses: readonly Loss[]): ReadonlyMap<string | undefined, readonly Loss[]> =>
  Map.groupBy(losses, ({ code, source }) => keysOf(source)[lossKinds[code].reach === 'table' ? 1 : 0])

/** What says of a cell only what nobody would miss. */
const isHarmless = (losses: readonly Loss[]): boolean =>
  losses.every(({ code }) => lossKinds[code].figure === 'unchanged')

interface Touched {
  readonly key: string
  readonly losses: readonly Loss[]
}

/** One cell with all that was lost in it, or one cause with all its cells. */
const draftOf = (report: Report, form: FormKey, touched: readonly Touched[]): FindingDraft => {
  const table = tableName(form)
  const [first] = touched
  const told = first!.losses.slice(0, 3).map(({ message }) => message)
  const words = { zh: told.map(({ zh }) => zh).join(''), en: told.map(({ en }) => en).join(' ') }
  const places = listOf(
    touched.map(({ key }) => cellName(report, key)),
    15,
  )
  return {
    severity: isHarmless(first!.losses) ? 'info' : 'warning',
    message:
      touched.length === 1
        ? { zh: `${table.zh}${places.zh}：${words.zh}`, en: `In ${table.en}, ${places.en}: ${words.en}` }
        : {
            zh: `${table.zh}有 ${touched.length} 格读取时有内容未能保留，请与原文件核对。首处：${words.zh}各格：${places.zh}。`,
            en: `In ${table.en} ${touched.length} cells held something that could not be carried over: compare with the file. The first: ${words.en} Cells: ${places.en}.`,
          },
    cells: touched.map(({ key }) => key),
  }
}

const causeOf = ({ losses }: Touched): string => [...new Set(losses.map(({ code }) => code))].sort().join(' ')

export const cellReadWithLoss = defineCheck({
  id: 'cell-read-with-loss',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '读取该格时有内容未能保留', en: 'Something in the cell could not be carried over' },
  explanation: {
    zh: '数字所在的格里还有上标、文本框、图片、隐藏文字、没有结果的公式等，读取时没有保留。数字可能因此不完整，请与原文件核对。只去掉脚注标记的为提示。每张表、每种原因合为一条。',
    en: 'The cell of the figure also held a raised mark, a text box, a picture, hidden text, a formula without a result or the like, which was not carried over. The figure may be incomplete: compare with the file. A note’s mark alone is only a notice. One finding per table and cause.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report => {
    const lost = byPlace(report.losses)
    if (lost.size === 0) return []
    return formKeys.flatMap(form => {
      const touched = cellsOf(report, form).flatMap(({ key }): Touched[] => {
        const losses = keysOf(report.figures.get(key)?.source).flatMap(place => lost.get(place) ?? [])
        const isSettled = isEntered(report, key) && !isHarmless(losses)
        return losses.length === 0 || isSettled ? [] : [{ key, losses }]
      })
      return [...Map.groupBy(touched, causeOf).values()].map(same => draftOf(report, form, same))
    })
  },
})
