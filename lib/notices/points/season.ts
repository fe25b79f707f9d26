import type { Point, SeasonFinding } from '../notice.ts'
import { plain } from './plain.ts'

/** Who has to be told: these are for the office's own lists. */
const ofTheOffice: ReadonlySet<string> = new Set(['unit-unmatched', 'unit-ambiguous', 'unit-not-reported'])

/** These speak of others too, but it is the first unit's to mend. */
const ofTheFirst: ReadonlySet<string> = new Set(['summary-against-units', 'foreign-authority-named'])

const signs: readonly (readonly [RegExp, string])[] = [
  [/：([^：。]+) ≠ ([^。]+?)，相差/gu, '：$1，与$2不一致，相差'],
  [/ ＜ /gu, '，小于'],
  [/：[^：]*。计入的是“[^”]*”。请撤回多余的一份。$/u, '。请确认以哪一份为准，并说明情况。'],
  [/ (\d{4})(?=[、。])/gu, '$1年度'],
]

const isOf = ({ check, severity, subjects, decision }: SeasonFinding, unit: string): boolean => {
  const isSettled = decision !== undefined && decision.decision !== '问题成立'
  if (severity !== 'warning' || isSettled || ofTheOffice.has(check)) return false
  return (ofTheFirst.has(check) ? subjects.slice(0, 1) : subjects).some(subject => subject.unit === unit)
}

const wordsOf = (message: string, name: string | null): string => {
  const own = name !== null && message.startsWith(name) ? message.slice(name.length) : message
  const told = signs.reduce((text, [pattern, instead]) => text.replace(pattern, instead), own)
  return plain(told).replace(/^(\d{4})年写/u, '$1年度报告写')
}

/** What was found of a unit across reports: a point each, in the order they were found. */
export const seasonPoints = (
  findings: readonly SeasonFinding[],
  unit: string,
  name: string | null,
): readonly Point[] =>
  findings
    .filter(finding => isOf(finding, unit))
    .map(({ id, message }) => ({ text: wordsOf(message.zh, name), items: [], after: '', findings: [id] }))
