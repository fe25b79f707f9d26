import { expect, test } from 'vitest'
import { decided, readDecisions } from '../../../lib/series/decisions.ts'
import { linesOf } from './roster/lines.ts'

const read = (text: string) => readDecisions(linesOf(text))

const problemsOf = (text: string) => {
  const result = read(text)
  return 'problems' in result ? result.problems.map(({ line, code }) => `${line} ${code}`) : []
}

const given = `
  发现编号 | 决定 | 理由 | 决定人 | 有效期至
  unit-late/2023/1 | 认可 | 水灾 | 王某 |
  unit-late/2023/2 | 认可 | 水灾 | 王某 | 2024年3月31日
  unit-late/2023/9 | 认可 | 水灾 | 王某 |
`

test('a decision stays with its finding until its day is over, and is never lost', () => {
  const result = read(given)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  const findings = ['1', '2', '3'].map(unit => ({ id: `unit-late/2023/${unit}` }))
  const on = (asOf: string) => decided(findings, result.decisions, asOf)
  expect(on('2024-03-31').findings.map(({ decision }) => decision?.by ?? null)).toEqual([
    '王某',
    '王某',
    null,
  ])
  expect(on('2024-04-01').findings.map(({ decision }) => decision?.by ?? null)).toEqual(['王某', null, null])
  expect(on('2024-04-01').findings.map(({ id }) => id)).toEqual(findings.map(({ id }) => id))
  expect(on('2024-04-01').unmet.map(({ finding }) => finding)).toEqual(['unit-late/2023/9'])
})

test.each([
  ['no finding', 'finding|decision|reason|by\n|a|b|c', ['2 finding-missing']],
  ['no reason', 'finding|decision|reason|by\nx|a||c', ['2 reason-missing']],
  ['nobody', 'finding|decision|reason|by\nx|a|b|', ['2 by-missing']],
  ['two decisions', 'finding|decision|reason|by\nx|a|b|c\nx|a|b|c', ['3 finding-doubled']],
  ['a day that is none', 'finding|decision|reason|by|until\nx|a|b|c|随便', ['2 until-unreadable']],
  ['a missing heading', 'finding|decision|reason\nx|a|b', ['1 heading-missing']],
])('%s is told with its line', (_, text, problems) => {
  expect(problemsOf(text)).toEqual(problems)
})

test('no file of decisions is none', () => {
  expect(read('')).toEqual({ decisions: new Map() })
})
