import { isEntered, observed } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Observation, Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { cellsOfInstance, evaluate, instancesOf } from '../equation.ts'
import { differenceWords, filledFormula, formulaOf, instancePlace } from '../equation-wording.ts'
import { sums } from '../sums.ts'

type SumBroken = Extract<Observation, { kind: 'sumBroken' }>

/** The report with what readers agree on in the cells of a sum, but for those a person typed in. */
const asReadBy = (report: Report, { cells, read }: SumBroken): Report => ({
  ...report,
  figures: new Map([
    ...report.figures,
    ...cells.flatMap((key, at) => {
      const figure = report.figures.get(key)
      if (!figure || isEntered(report, key)) return []
      const value = read[at] ?? null
      return [
        [key, { ...figure, value, state: value === null ? figure.state : ('number' as const) }] as const,
      ]
    }),
  ]),
})

const draftOf = (report: Report, broken: SumBroken): readonly FindingDraft[] => {
  const edition = report.editions[broken.form]
  const equation = sums.find(({ id }) => id === broken.check)?.equation
  if (edition === null || !equation) return []
  const instance = instancesOf(equation, edition).find(
    ({ left, right }) => [...left, ...right].join() === broken.cells.join(),
  )
  const left = broken.cells.filter(key => !isEntered(report, key))
  if (!instance || left.length === 0) return []
  const asRead = asReadBy(report, broken)
  const evaluation = evaluate(instance, asRead)
  // What was typed in since has put it right.
  if (evaluation.outcome !== 'broken') return []
  const table = tableName(broken.form)
  const place = instancePlace(instance, edition)
  const formula = formulaOf(equation, edition)
  const numbers = filledFormula(instance, evaluation, asRead)
  const off = differenceWords(evaluation)
  return [
    {
      message: {
        zh: `${table.zh}${place.zh}：应满足“${formula}”，由图片识别为 ${numbers}，${off.zh}。误读或原表有误，请核对原件。`,
        en: `In ${table.en}, ${place.en}: “${formula}” should hold, but what is read from the picture gives ${numbers}, ${off.en}. Either it is misread or the original is wrong: compare it with the original.`,
      },
      cells: cellsOfInstance(instance).filter(key => left.includes(key)),
      place: `${broken.check} ${broken.cells[0]}`,
    },
  ]
}

export const scanSumBroken = defineCheck({
  id: 'scan-sum-broken',
  severity: 'warning',
  title: { zh: '由图片识别的数不满足勾稽关系', en: 'What is read from the picture breaks a sum' },
  explanation: {
    zh: '扫描件中识别器读法一致的数不满足表内的勾稽关系：或者误读，或者原表有误。勾稽关系只用来发现问题，从不用来选取、改正读法；有关各格都列为未能读出，由人对照原件录入，录入后照常核对。',
    en: 'What the readers of a scan agree on breaks a sum of the form: it is misread, or the original is wrong. Sums never choose a reading and never put one right: all cells of it are unreadable until a person types them in, and are then checked as any.',
  },
  source: '表三、表四的勾稽关系',
  find: report => observed(report, 'sumBroken').flatMap(broken => draftOf(report, broken)),
})
