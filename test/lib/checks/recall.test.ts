import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../lib/checks/check.ts'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { read } from '../../../lib/readers/index.ts'
import { type OracleEquation, oracleEquations, withValue } from '../../support/equation-oracle.ts'
import { seeded } from '../../support/random.ts'
import { balancedFigures } from './balanced.ts'
import { clean } from './cases/case.ts'

/** LONG=1 tries every figure of every report many times. */
const rounds = process.env['LONG'] === '1' ? 3000 : 60

const timeout = process.env['LONG'] === '1' ? 300_000 : 30_000

const folder = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url))
const present = existsSync(folder)

const sides = (report: Report, equation: OracleEquation) => {
  const side = (keys: readonly string[]) => {
    const values = keys.map(key => report.figures.get(key)!.value)
    return {
      sum: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      open: values.includes(null),
    }
  }
  return { left: side(equation.left), right: side(equation.right) }
}

const fate = (report: Report, equation: OracleEquation): 'holds' | 'broken' | 'unassessable' => {
  const { left, right } = sides(report, equation)
  if (left.sum < right.sum) return left.open ? 'unassessable' : 'broken'
  if (left.sum > right.sum) return right.open ? 'unassessable' : 'broken'
  return left.open || right.open ? 'unassessable' : 'holds'
}

/** Whether the findings say of the equation exactly what is true of it. */
const reported = (report: Report, all: readonly Finding[], equation: OracleEquation): boolean => {
  const cells = [...equation.left, ...equation.right]
  const findings = all.filter(({ check }) => check === equation.check)
  const { left, right } = sides(report, equation)
  const [expected, actual] = equation.actual === 'left' ? [right.sum, left.sum] : [left.sum, right.sum]
  const exactly = findings.filter(
    finding =>
      finding.outcome === 'broken' &&
      finding.expected === expected &&
      finding.actual === actual &&
      JSON.stringify([...finding.cells].sort()) === JSON.stringify([...cells].sort()),
  )
  switch (fate(report, equation)) {
    case 'broken':
      return exactly.length === 1
    case 'unassessable':
      return exactly.length === 0 && findings.some(({ outcome }) => outcome === 'unassessable')
    case 'holds':
      return exactly.length === 0
  }
}

const rateOf = (
  name: string,
  report: Report,
): { readonly tried: number; readonly missed: readonly string[] } => {
  const random = seeded(name)
  const equations = oracleEquations(report)
  const keys = [...new Set(equations.flatMap(({ left, right }) => [...left, ...right]))].filter(
    key => report.figures.get(key)?.state === 'number',
  )
  const missed: string[] = []
  let tried = 0
  for (let round = 0; round < (keys.length === 0 ? 0 : rounds); round++) {
    const key = keys[random(keys.length)]!
    const value = report.figures.get(key)!.value!
    const wrong = random(3) === 0 && value > 0 ? random(value) : value + 1 + random(20)
    const mutant = withValue(report, key, wrong)
    const findings = runChecks(mutant)
    for (const equation of equations.filter(({ left, right }) => [...left, ...right].includes(key))) {
      tried++
      if (!reported(mutant, findings, equation))
        missed.push(`${equation.check} after ${key} ${value} → ${wrong}`)
    }
  }
  return { tried, missed }
}

const check = (name: string, report: Report): void => {
  const { tried, missed } = rateOf(name, report)
  if (tried > 0) console.info(`${name}: ${tried - missed.length} of ${tried} broken equations reported`)
  expect(missed).toEqual([])
}

test.each(['2019', '2021'] as const)('own balanced report, edition %s', { timeout }, edition => {
  const random = seeded(`balanced ${edition}`)
  const numbers = { next: () => ({ done: false, value: random(50) }) } as Iterator<number>
  const report = clean({ edition, figures: balancedFigures(edition, numbers) })
  expect(rateOf(edition, report).tried).toBeGreaterThan(rounds)
  check(`own ${edition}`, report)
})

describe.skipIf(!present)('shared reports', () => {
  const readable = /\.(?:docx|html|md|txt)$/u
  const files = present
    ? readdirSync(folder)
        .filter(name => name.endsWith('.key.json'))
        .flatMap(name => (JSON.parse(readFileSync(folder + name, 'utf8')) as { files: string[] }).files)
        .filter(name => readable.test(name))
    : []
  test.each(files)('%s', { timeout }, async name => {
    check(name, readReport(await read(name, readFileSync(folder + name))))
  })
})
