import { type FormCell, type FormKey, formKeys } from '../forms/form.ts'
import { cellsOf, formOfKey } from '../model/figures-of.ts'
import type { EnteredFigure, Figure, Observation, Report } from '../model/report.ts'
import { editionToEnter, enteredProblem } from './entered-problem.ts'
import { isSettled, pictureProblem } from './of-picture.ts'

const unread = ({ key, column }: FormCell): Figure => ({
  key,
  state: 'unreadable',
  value: null,
  text: null,
  ...(column.unit ? { unit: column.unit } : {}),
  source: null,
})

const typedIn = (figure: Figure, { value, dash, by, at, reason }: EnteredFigure): Figure => {
  const { state, value: read } = figure.entered?.was ?? figure
  return {
    ...figure,
    state: value !== null ? 'number' : dash ? 'notApplicable' : 'blank',
    value,
    entered: { by, at, reason, was: { state, value: read } },
  }
}

/** The figures of all forms in their order, those of a table that is typed in though it was not recognised among them. */
const figuresWith = (report: Report, fresh: ReadonlySet<FormKey>): Map<string, Figure> =>
  new Map(
    formKeys.flatMap(form =>
      fresh.has(form)
        ? cellsOf(report, form).map(cell => [cell.key, unread(cell)] as const)
        : [...report.figures].filter(([key]) => formOfKey(key) === form),
    ),
  )

/**
 * The report with the figures that a person read off the original and typed in, each beside what had been read. Pure.
 * A table that was not recognised gets its edition by the first of them, and its other cells are `unreadable`. What cannot
 * be taken is kept as an observation, of one cell the last counts. What was read off the picture of a cell counts for that
 * picture alone.
 */
export const withEntered = (report: Report, entered: readonly EnteredFigure[] = []): Report => {
  if (entered.length === 0) return report
  const enterable = { ...report, figures: [...report.figures.keys()] }
  const last = [...new Map(entered.map(each => [each.cell, each])).values()]
  const judged = last
    .filter(each => !isSettled(report.figures.get(each.cell), each))
    .map(each => ({
      each,
      why: enteredProblem(enterable, each.cell, each.value) ?? pictureProblem(report, each),
    }))
  const taken = judged.flatMap(({ each, why }) => (why === null ? [each] : []))
  const notTaken = judged.flatMap(({ each, why }): Observation[] =>
    why === null ? [] : [{ kind: 'enteredNotTaken', entered: each, why }],
  )
  const forms = new Set(taken.map(({ cell }) => formOfKey(cell)))
  const fresh = new Set([...forms].filter(form => report.editions[form] === null))
  const editions = { ...report.editions }
  for (const form of fresh) editions[form] = editionToEnter(enterable, form)
  const figures = figuresWith({ ...report, editions }, fresh)
  for (const each of taken)
    figures.set(each.cell, typedIn(report.figures.get(each.cell) ?? figures.get(each.cell)!, each))
  return { ...report, editions, figures, observations: [...report.observations, ...notTaken] }
}
