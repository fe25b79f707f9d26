import { changeWords, dayOf } from '../../entered/entered-words.ts'
import { formKeys } from '../../forms/form.ts'
import { cellsOf, observed } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Figure, Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf, same } from '../wording.ts'

type Entered = Figure & { readonly entered: NonNullable<Figure['entered']> }

const isTypedIn = (figure: Figure | undefined): figure is Entered => figure?.entered !== undefined

const wordsOf = (report: Report, figure: Entered): Message => {
  const name = cellName(report, figure.key)
  const change = changeWords(figure)
  return { zh: `${name.zh}${change.zh}`, en: `${name.en} ${change.en}` }
}

/** 2025-03-01, or the first and the last day. */
const daysOf = (figures: readonly Entered[]): Message => {
  const days = figures.map(({ entered }) => dayOf(entered.at)).sort()
  const [first, last] = [days[0]!, days.at(-1)!]
  return first === last ? same(first) : { zh: `${first} 至 ${last}`, en: `${first} to ${last}` }
}

/** What one person typed into a table for one reason. */
const taken = (report: Report): readonly FindingDraft[] =>
  formKeys.flatMap(form => {
    const figures = cellsOf(report, form)
      .map(({ key }) => report.figures.get(key))
      .filter(isTypedIn)
    const table = tableName(form)
    const together = Map.groupBy(figures, ({ entered: { by, reason } }) => JSON.stringify([by, reason]))
    return [...together.values()].map(group => {
      const { by, reason } = group[0]!.entered
      const days = daysOf(group)
      const places = listOf(
        group.map(figure => wordsOf(report, figure)),
        15,
      )
      const why: Message =
        reason.trim() === ''
          ? { zh: '未写理由', en: 'no reason given' }
          : { zh: `理由：${reason}`, en: reason }
      return {
        message: {
          zh: `${table.zh}有 ${group.length} 格由${by}于 ${days.zh} 对照原件录入（${why.zh}）：${places.zh}。核对和汇总按录入的数字，原文照存。`,
          en: `In ${table.en} ${group.length} ${group.length > 1 ? 'cells were' : 'cell was'} typed in from the original by ${by}, ${days.en} (${why.en}): ${places.en}. Checks and totals use what was typed in; the printed text is kept.`,
        },
        cells: group.map(({ key }) => key),
      }
    })
  })

/** What cannot stand at its cell: said, since nobody else would miss it. */
const notTaken = (report: Report): readonly FindingDraft[] =>
  observed(report, 'enteredNotTaken').map(({ entered: { cell, value, by, at }, why }) => ({
    severity: 'warning',
    message: {
      zh: `${by}于 ${dayOf(at)} 录入的${value === null ? '空白' : ` ${value} `}没有采用：${why.zh}`,
      en: `What ${by} typed in on ${dayOf(at)} (${value ?? 'blank'}) was not taken: ${why.en}`,
    },
    cells: report.figures.has(cell) ? [cell] : [],
    place: `not taken ${cell}`,
  }))

export const figureEntered = defineCheck({
  id: 'figure-entered',
  severity: 'info',
  title: { zh: '人工录入的数字', en: 'Figures typed in from the original' },
  explanation: {
    zh: '没有读出或读错的数字，由人对照原件录入：写明原来读为什么、录入多少、谁、何时、为何。核对、汇总和年报季都按录入的数字，各处标“录”；原文照存。每张表、每人、每个理由合为一条。不再适用的录入不予采用（警告）。',
    en: 'A figure that could not be read, or was read wrongly, typed in by a person from the original: what had been read, what was typed in, by whom, when and why. Checks, totals and seasons use it, marked 录 everywhere; the printed text is kept. One finding per table, person and reason. What fits the form no more is not taken (warning).',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report => [...taken(report), ...notTaken(report)],
})
