import type { Loss, Source } from '../../document.ts'
import type { Figure } from '../../report.ts'
import { cellsOf, formKeys } from '../cells-of.ts'
import { bothEditions, defineCheck } from '../define-check.ts'
import { cellName, tableName } from '../labels.ts'

/** A note's mark beside a figure is no part of it, and the file itself says that it is one. */
const harmless: ReadonlySet<string> = new Set(['note-mark-dropped', 'footnote-mark-dropped'])

const placeKey = (source: Source | null | undefined): string | null =>
  !source || source.kind === 'paragraph' ? null : `${source.table}/${source.row}/${source.column}`

const byPlace = (losses: readonly Loss[]): ReadonlyMap<string, readonly Loss[]> => {
  const places = new Map<string, Loss[]>()
  for (const loss of losses) {
    const key = placeKey(loss.source)
    if (key !== null) places.set(key, [...(places.get(key) ?? []), loss])
  }
  return places
}

export const cellReadWithLoss = defineCheck({
  id: 'cell-read-with-loss',
  severity: 'warning',
  editions: bothEditions,
  title: { zh: '读取该格时有内容未能保留', en: 'Something in the cell could not be carried over' },
  explanation: {
    zh: '数字所在的格里还有上标、文本框、图片、隐藏文字、没有结果的公式等，读取时没有保留。数字可能因此不完整，请与原文件核对。只去掉脚注标记的为提示。',
    en: 'The cell of the figure also held a raised mark, a text box, a picture, hidden text, a formula without a result or the like, which was not carried over. The figure may be incomplete: compare with the file. A note’s mark alone is only a notice.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report => {
    const lost = byPlace(report.losses)
    if (lost.size === 0) return []
    return formKeys.flatMap(form =>
      cellsOf(report, form).flatMap(({ key }) => {
        const figure: Figure | undefined = report.figures.get(key)
        const losses = lost.get(placeKey(figure?.source) ?? '') ?? []
        if (losses.length === 0) return []
        const table = tableName(form)
        const name = cellName(report, key)
        const told = losses.slice(0, 3)
        return [
          {
            severity: losses.every(({ code }) => harmless.has(code))
              ? ('info' as const)
              : ('warning' as const),
            message: {
              zh: `${table.zh}${name.zh}：${told.map(({ message }) => message.zh).join('')}`,
              en: `In ${table.en}, ${name.en}: ${told.map(({ message }) => message.en).join(' ')}`,
            },
            cells: [key],
          },
        ]
      }),
    )
  },
})
