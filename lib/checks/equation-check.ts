import type { EditionId } from '../forms/index.ts'
import { stateAt } from '../model/figures-of.ts'
import { tableName } from '../model/form-words.ts'
import type { Message } from '../model/message.ts'
import type { Report } from '../model/report.ts'
import type { Check } from './check.ts'
import { type CheckMetadata, defineCheck, type FindingDraft } from './define-check.ts'
import {
  cellsOfInstance,
  type Equation,
  type EquationInstance,
  type Evaluation,
  evaluate,
  instancesOf,
} from './equation.ts'
import { differenceWords, filledFormula, formulaOf, instancePlace, unknownCells } from './equation-wording.ts'
import { listOf } from './wording.ts'

/** A check that is one equation of a form. */
export interface EquationCheck extends Check {
  readonly equation: Equation
}

export const isEquationCheck = (check: Check): check is EquationCheck => 'equation' in check

/** An instance with how it came out. */
export interface EvaluatedInstance {
  readonly instance: EquationInstance
  readonly evaluation: Evaluation
}

export type EquationCheckDefinition = Omit<CheckMetadata, 'forms'> & {
  readonly equation: Equation
  /** What the reader is to do about a broken one. */
  readonly advice: Message
  /** Leaves out instances another check already speaks for. */
  readonly skips?: (evaluated: EvaluatedInstance, report: Report) => boolean
}

/** The equation at every place of the report's table; none where the table was not recognised. */
export const evaluatedInstances = (equation: Equation, report: Report): readonly EvaluatedInstance[] => {
  const edition = report.editions[equation.form]
  if (edition === null) return []
  return instancesOf(equation, edition).map(instance => ({
    instance,
    evaluation: evaluate(instance, report),
  }))
}

const brokenDraft = (
  definition: EquationCheckDefinition,
  evaluated: EvaluatedInstance,
  report: Report,
): FindingDraft => {
  const { instance, evaluation } = evaluated
  const { equation } = definition
  const edition = report.editions[equation.form] as EditionId
  const table = tableName(equation.form)
  const place = instancePlace(instance, edition)
  const formula = formulaOf(equation, edition)
  const numbers = filledFormula(instance, evaluation, report)
  const off = differenceWords(evaluation)
  const unknown = unknownCells(evaluation.unknown, report)
  const blanks: Message =
    evaluation.unknown.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `（${unknown.zh}，填任何非负数都不能使等式成立）`,
          en: ` (${unknown.en}; no non-negative value there makes it hold)`,
        }
  const [expected, actual] =
    equation.actual === 'left' ? [evaluation.right, evaluation.left] : [evaluation.left, evaluation.right]
  return {
    message: {
      zh: `${table.zh}${place.zh}：应满足“${formula}”，表中为 ${numbers}，${off.zh}${blanks.zh}。${definition.advice.zh}`,
      en: `In ${table.en}, ${place.en}: “${formula}” should hold, but the table gives ${numbers}, ${off.en}${blanks.en}. ${definition.advice.en}`,
    },
    cells: cellsOfInstance(instance),
    expected,
    actual,
  }
}

/** A cell that is not in the file or could not be read has its own finding; the equation through it is then no second fault. */
const isDoubtful = ({ evaluation }: EvaluatedInstance, report: Report): boolean =>
  !evaluation.holdsWithZeros &&
  !evaluation.unknown.some(key => ['missing', 'unreadable'].includes(stateAt(report, key)))

const unassessableDraft = (
  { equation }: EquationCheckDefinition,
  open: readonly EvaluatedInstance[],
  report: Report,
): FindingDraft => {
  const edition = report.editions[equation.form] as EditionId
  const table = tableName(equation.form)
  const formula = formulaOf(equation, edition)
  const failing = open.filter(({ evaluation }) => !evaluation.holdsWithZeros)
  const holding = open.filter(({ evaluation }) => evaluation.holdsWithZeros)
  const named = listOf(open.map(({ instance }) => instancePlace(instance, edition)))
  const numbers = failing.map(evaluated => {
    const place = instancePlace(evaluated.instance, edition)
    const filled = `${filledFormula(evaluated.instance, evaluated.evaluation, report)}`
    const off = differenceWords(evaluated.evaluation)
    return { zh: `${place.zh}（${filled}，${off.zh}）`, en: `${place.en} (${filled}, ${off.en})` }
  })
  const doubt = listOf(numbers, 5)
  const states = new Set(
    open.flatMap(({ evaluation }) => evaluation.unknown.map(key => stateAt(report, key))),
  )
  const torn = states.has('unreadable')
  const rest: Message = torn
    ? { zh: '', en: '' }
    : failing.length === 0
      ? { zh: '空白格都按 0 计时等式成立。', en: 'With every such cell as 0 it holds.' }
      : {
          zh: `空白格都按 0 计时仍不成立的有：${doubt.zh}。`,
          en: `With every such cell as 0 it does not hold in: ${doubt.en}.`,
        }
  const what: Message = !torn
    ? { zh: '空白或不是数字', en: 'blank or no numbers' }
    : states.size === 1
      ? { zh: '未能读出', en: 'not readable' }
      : { zh: '空白或未能读出', en: 'blank or not readable' }
  const advice: Message = torn
    ? {
        zh: '未能读出的，请提供原始 Word 文件后再核对。',
        en: 'For what could not be read hand in the original Word file and check again.',
      }
    : {
        zh: '请补填（没有发生的填 0）后再核对。',
        en: 'Fill them in (0 where nothing happened) and check again.',
      }
  return {
    outcome: 'unassessable',
    severity: open.some(evaluated => isDoubtful(evaluated, report)) ? 'warning' : 'info',
    message: {
      zh: `${table.zh}有${what.zh}的格，“${formula}”在以下 ${open.length} 处无法核对：${named.zh}。${rest.zh}${advice.zh}`,
      en: `In ${table.en} cells are ${what.en}, so “${formula}” cannot be checked in ${open.length} places: ${named.en}. ${rest.en}${rest.en === '' ? '' : ' '}${advice.en}`,
    },
    cells: [
      ...new Set([
        ...failing.flatMap(({ instance }) => cellsOfInstance(instance)),
        ...holding.flatMap(({ evaluation }) => evaluation.unknown),
      ]),
    ],
  }
}

/** The check an equation makes: one finding for each place where it is broken, one for all that cannot be assessed. */
export const equationCheck = (definition: EquationCheckDefinition): EquationCheck => {
  const { equation, advice: _advice, skips, ...meta } = definition
  const check = defineCheck({
    ...meta,
    forms: [equation.form],
    find: report => {
      const evaluated = evaluatedInstances(equation, report).filter(each => !skips?.(each, report))
      const broken = evaluated.filter(({ evaluation }) => evaluation.outcome === 'broken')
      const open = evaluated.filter(({ evaluation }) => evaluation.outcome === 'unassessable')
      return [
        ...broken.map(each => brokenDraft(definition, each, report)),
        ...(open.length > 0 ? [unassessableDraft(definition, open, report)] : []),
      ]
    },
  })
  return { ...check, equation }
}
