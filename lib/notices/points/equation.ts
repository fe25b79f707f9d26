import { type EquationInstance, instancesOf } from '../../checks/equation.ts'
import { formulaOf, instancePlace } from '../../checks/equation-wording.ts'
import { equationChecks } from '../../checks/equations.ts'
import { exactDistance } from '../../figures/exact.ts'
import type { EditionId } from '../../forms/index.ts'
import { tableName } from '../../model/form-words.ts'
import type { NoticedFinding, NoticedReport } from '../notice.ts'
import { onPaper } from './plain.ts'

const checksById = new Map(equationChecks.map(check => [check.id, check]))

/** The equation a broken finding is about, at its place; null where it is of no equation. */
const instanceOf = (
  { check, outcome, cells, expected, actual }: NoticedFinding,
  { editions }: Pick<NoticedReport, 'editions'>,
): { readonly instance: EquationInstance; readonly edition: EditionId } | null => {
  const equation = checksById.get(check)?.equation
  const edition = equation && editions[equation.form]
  if (!edition || outcome !== 'broken' || expected === undefined || actual === undefined) return null
  const named = new Set(cells)
  const instance = instancesOf(equation, edition).find(
    ({ left, right }) =>
      left.length + right.length === named.size && [...left, ...right].every(key => named.has(key)),
  )
  return instance ? { instance, edition } : null
}

/** 9（6＋3）: a sum with its summands, those of nothing left out. */
const sumWords = (sum: number, keys: readonly string[], figures: NoticedReport['figures']): string => {
  const values = keys.flatMap(key => figures[key]?.value || [])
  return values.length > 1 ? `${sum}（${values.join('＋')}）` : `${sum}`
}

/** Cells of the equation without a number, which no number could mend. */
const withoutNumber = (keys: readonly string[], figures: NoticedReport['figures']): string => {
  const open = keys.filter(key => (figures[key]?.value ?? null) === null)
  const unread = open.filter(key => figures[key]?.state === 'unreadable').length
  const words = [
    ...(open.length > unread ? [`${open.length - unread}格未填数字`] : []),
    ...(unread > 0 ? [`${unread}格我方未能读出`] : []),
  ]
  return open.length === 0 ? '' : `（其中有${words.join('，')}，无论为何数都不能相符）`
}

/** A sum that does not hold: what must be equal and what is printed, and what the total would be if its parts are right. */
export const equationWords = (
  finding: NoticedFinding,
  report: NoticedReport,
): { readonly said: string; readonly hence: string } | null => {
  const found = instanceOf(finding, report)
  if (!found) return null
  const { instance, edition } = found
  const { equation, left, right } = instance
  const { figures } = report
  const place = `${tableName(equation.form).zh}${instancePlace(instance, edition).zh}`
  const [whole, parts] = formulaOf(equation, edition).split('＝') as [string, string]
  const isTotal = left.length === 1
  const [leftSum, rightSum] =
    equation.actual === 'left' ? [finding.actual!, finding.expected!] : [finding.expected!, finding.actual!]
  const off = exactDistance(leftSum, rightSum)
  const open = withoutNumber([...left, ...right], figures)
  const rule = `“${whole}”应等于${parts.endsWith('各项之和') ? parts : `“${parts}”`}`
  const printed = isTotal
    ? `表中“${whole}”为${leftSum}，各项相加为${sumWords(rightSum, right, figures)}`
    : `表中前者为${sumWords(leftSum, left, figures)}，后者为${sumWords(rightSum, right, figures)}`
  return {
    said: onPaper(`${place}：${rule}，${printed}，相差${off}${open}。`),
    hence: isTotal && open === '' ? onPaper(`如各项无误，“${whole}”应为${rightSum}。`) : '',
  }
}
