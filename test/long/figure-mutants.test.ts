import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Finding } from '../../lib/checks/check.ts'
import { runChecks } from '../../lib/checks/run-checks.ts'
import { judge } from '../../lib/convert.ts'
import type { EditionId } from '../../lib/forms/index.ts'
import type { Figure, Report } from '../../lib/model/report.ts'
import { readReport } from '../../lib/read-report.ts'
import { documentFromHtml } from '../../lib/readers/html/document.ts'
import { balancedFigures } from '../support/balanced.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { seeded } from '../support/random.ts'

/**
 * Recall: one figure of a true report is changed, and every equation that contains it must be reported broken at
 * exactly its cells, or unassessable where blanks allow. The sums are worked out here again from the keys' names
 * alone, so that a wrong statement in the catalogue cannot hide itself.
 */

interface Sum {
  readonly check: string
  readonly total: readonly string[]
  readonly parts: readonly string[]
}

const organizations = [
  'commercialEnterprise',
  'researchInstitution',
  'socialOrganization',
  'legalServiceOrganization',
  'otherOrganization',
]
const applicants = ['naturalPerson', ...organizations]

/** Every equation of the forms as two lists of keys, built from the printed form and nothing else. */
const sumsOf = (report: Report): Sum[] => {
  const keys = [...report.figures.keys()]
  const rows = [
    ...new Set(
      keys.filter(key => key.startsWith('requests.')).map(key => key.slice(9, key.lastIndexOf('.'))),
    ),
  ]
  const items = rows.filter(row => row.startsWith('outcomes.') && row !== 'outcomes.total')
  const at = (row: string, column: string): string => `requests.${row}.${column}`
  const present = (sums: Sum[], form: 'requests' | 'reconsiderationAndLitigation') =>
    report.editions[form] ? sums : []
  return [
    ...present(
      rows.map(row => ({
        check: 'requests-row-total',
        total: [at(row, 'total')],
        parts: applicants.map(column => at(row, column)),
      })),
      'requests',
    ),
    ...present(
      [...applicants, 'total'].flatMap(column => [
        {
          check: 'requests-outcome-total',
          total: [at('outcomes.total', column)],
          parts: items.map(row => at(row, column)),
        },
        {
          check: 'requests-balance',
          total: [at('outcomes.total', column), at('carriedForward', column)],
          parts: [at('newRequests', column), at('carriedOver', column)],
        },
      ]),
      'requests',
    ),
    ...present(
      Object.entries({
        'reconsideration-total': 'reconsideration',
        'direct-litigation-total': 'directLitigation',
        'litigation-after-reconsideration-total': 'litigationAfterReconsideration',
      }).map(([check, group]) => {
        const key = (result: string): string => `reconsiderationAndLitigation.${group}.${result}`
        return {
          check,
          total: [key('total')],
          parts: ['upheld', 'corrected', 'otherOutcome', 'pending'].map(key),
        }
      }),
      'reconsiderationAndLitigation',
    ),
  ]
}

const printedValue = (report: Report, key: string): number | null => {
  const figure = report.figures.get(key)!
  return figure.state === 'number' ? figure.value : null
}

const judgeSum = (report: Report, { total, parts }: Sum) => {
  const add = (keys: readonly string[]) =>
    keys.reduce((sum, key) => sum + (printedValue(report, key) ?? 0), 0)
  const open = (keys: readonly string[]) => keys.some(key => printedValue(report, key) === null)
  const [left, right] = [add(total), add(parts)]
  const outcome =
    left === right
      ? open([...total, ...parts])
        ? 'open'
        : 'holds'
      : (left < right ? open(total) : open(parts))
        ? 'open'
        : 'broken'
  return { outcome, left, right }
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

/** What is wrong with the findings of a mutant; null where every equation is reported as it stands. */
const complaint = (report: Report, findings: readonly Finding[]): string | null => {
  for (const sum of sumsOf(report)) {
    const { outcome, left, right } = judgeSum(report, sum)
    const cells = [...sum.total, ...sum.parts]
    const own = findings.filter(finding => finding.check === sum.check)
    const broken = own.filter(finding => finding.outcome === 'broken' && sameSet(finding.cells, cells))
    if (outcome === 'broken') {
      const [finding] = broken
      if (!finding) return `${sum.check} at ${sum.total[0]} is not reported`
      if (finding.severity !== 'error') return `${sum.check} at ${sum.total[0]} is only ${finding.severity}`
      if (finding.expected !== right || finding.actual !== left)
        return `${sum.check} at ${sum.total[0]}: ${finding.actual} against ${finding.expected}, not ${left} against ${right}`
      if (!finding.message.zh.includes(String(left)))
        return `${sum.check} at ${sum.total[0]} does not name the printed value`
    } else if (broken.length > 0)
      return `${sum.check} at ${sum.total[0]} is reported broken, but is ${outcome}`
    if (outcome === 'open' && !own.some(finding => finding.outcome === 'unassessable'))
      return `${sum.check} at ${sum.total[0]} cannot be assessed and nothing says so`
  }
  return null
}

const withFigure = (report: Report, figure: Figure): Report => ({
  ...report,
  figures: new Map([...report.figures].map(([key, old]) => [key, key === figure.key ? figure : old])),
})

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const drawn = (edition: EditionId, seed: string) => {
  const values = balancedFigures(edition, seeded(seed))
  return { values, report: readReport(documentFromHtml(reportHtml(drawReport(edition, values)), 'html')) }
}

const shared = fileURLToPath(new URL('../../../shared/reports/', import.meta.url))
const realReports = async (): Promise<Map<string, Report>> => {
  const reports = new Map<string, Report>()
  if (!existsSync(shared)) return reports
  for (const name of readdirSync(shared).filter(
    file => /\.(txt|md|html|docx|pdf|doc|odt|rtf)$/u.test(file) && file !== 'README.md',
  )) {
    const bytes = readFileSync(shared + name)
    const judged = await judge({ name, bytes, sha256: sha256(bytes) }).catch(() => null)
    if (judged && judged.report.figures.size > 0) reports.set(name, judged.report)
  }
  return reports
}

test('one figure changed in a true report: every equation with it is reported, 100 %', async () => {
  const reports = await realReports()
  for (const edition of ['2019', '2021'] as const)
    for (let nth = 0; nth < 6; nth++)
      reports.set(`drawn ${edition} ${nth}`, drawn(edition, `balanced ${edition} ${nth}`).report)
  const failures: string[] = []
  let tried = 0
  for (const [name, report] of reports) {
    const before = complaint(report, runChecks(report))
    // A wholly blank form is told in one sentence.
    const blank = [...report.figures.values()].every(figure => figure.state === 'blank')
    if (before && !blank) failures.push(`${name}, unchanged: ${before}`)
    const random = seeded(name)
    const numbers = [...report.figures.values()].filter(figure => figure.state === 'number')
    if (numbers.length === 0) continue
    for (let round = 0; round < 250; round++) {
      const figure = numbers[random(numbers.length)]!
      const step = (random(2) === 0 ? 1 : -1) * (random(4) === 0 ? 1 + random(500) : 1)
      const value = Math.abs(figure.value! + step)
      if (value === figure.value) continue
      const mutant = withFigure(report, { ...figure, value, text: String(value) })
      tried++
      const wrong = complaint(mutant, runChecks(mutant))
      if (wrong) failures.push(`${name}, ${figure.key} ${figure.value} → ${value}: ${wrong}`)
    }
  }
  console.log(
    `figure mutants: ${tried - failures.length} of ${tried} reported right (${((100 * (tried - failures.length)) / tried).toFixed(2)} %)`,
  )
  expect(failures.slice(0, 10)).toEqual([])
  expect(tried).toBeGreaterThan(2_000)
})

test('the same through the whole reader: a figure changed in the printed table', () => {
  const failures: string[] = []
  let tried = 0
  for (const edition of ['2019', '2021'] as const) {
    const random = seeded(`printed ${edition}`)
    const { values } = drawn(edition, `printed ${edition}`)
    const keys = Object.keys(values)
    for (let round = 0; round < 300; round++) {
      const key = keys[random(keys.length)]!
      const value = values[key]! + 1 + random(9)
      const report = readReport(
        documentFromHtml(reportHtml(drawReport(edition, { ...values, [key]: value })), 'html'),
      )
      tried++
      const wrong =
        report.figures.get(key)!.value === value ? complaint(report, runChecks(report)) : 'read wrongly'
      if (wrong) failures.push(`${edition}, ${key}: ${wrong}`)
    }
  }
  console.log(`printed mutants: ${tried - failures.length} of ${tried} reported right`)
  expect(failures.slice(0, 10)).toEqual([])
})

test('a balanced report raises neither error nor warning', () => {
  for (const edition of ['2019', '2021'] as const)
    for (let nth = 0; nth < 40; nth++) {
      const { report } = drawn(edition, `clean ${edition} ${nth}`)
      const loud = runChecks(report).filter(finding => finding.severity === 'error')
      expect(loud.map(finding => finding.message.zh)).toEqual([])
    }
})
