import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../lib/convert.ts'
import type { JudgedReport } from '../../../lib/writers/judged-report.ts'

/** Constructions of people's hands with the truth beside them; they lie beside the checkout. */
const folder = fileURLToPath(new URL('../../../../shared/cases/', import.meta.url))
const present = existsSync(folder)

const judgeFile = (name: string): Promise<JudgedReport> =>
  judge({ name, bytes: readFileSync(folder + name), sha256: '' })

const flagged = ({ findings }: JudgedReport): ReadonlySet<string> =>
  new Set(findings.flatMap(({ severity, cells }) => (severity === 'info' ? [] : cells)))

const decisions = 'proactiveDisclosure.administrativePenalty.decisions'
const issued = 'proactiveDisclosure.rules.issued'

/** The value that must come out; null where it must not, and be told at its cell. */
const cases: readonly [string, string, number | null][] = [
  ['attack/10-count-unit-wanjian-header/input.html', decisions, 450_000],
  ['attack/13-requests-unit-qianjian/input.docx', 'requests.newRequests.total', 3_369_000],
  ['attack/14-count-remark-wanjian/input.docx', issued, 120_000],
  ['attack/15-amount-remark-yi/input.docx', 'proactiveDisclosure.administrativeFees.amount', 30_000],
  ['attack/16-remark-corrects/input.docx', issued, null],
  [
    'attack/18-header-benian-jian/input.docx',
    'proactiveDisclosure.administrativeLicensing.changeThisYear',
    -6,
  ],
  [
    'attack/20-place-name-guangyuan/input.docx',
    'proactiveDisclosure.centralizedProcurement.totalAmount',
    251.5,
  ],
]

describe.skipIf(!present)('cells that say more than a number', () => {
  test.each(cases)('%s', async (file, key, value) => {
    const judged = await judgeFile(file)
    expect(judged.report.figures.get(key)!.value).toBe(value)
    if (value === null) expect(flagged(judged).has(key)).toBe(true)
  })

  test('a unit struck in a heading leaves the figure under it unread, and is told there', async () => {
    const judged = await judgeFile('attack/24-header-unit-struck/input.docx')
    const amount = 'proactiveDisclosure.administrativeFees.amount'
    expect(judged.report.figures.get(amount)!.value).toBeNull()
    expect(flagged(judged).has(amount)).toBe(true)
  })

  test('a clipped label is not taken for the row one edit away', async () => {
    const { report } = await judgeFile('attack/40-pdf-excel-clipped-label/input.pdf')
    const figure = report.figures.get('requests.outcomes.notProcessed.repeated.naturalPerson')!
    expect([null, 9]).toContain(figure.value)
  })

  test('labels in two languages', async () => {
    const { report } = await judgeFile('attack/g5-bilingual-labels/input.docx')
    expect([...report.figures.values()].filter(({ value }) => value === null)).toEqual([])
    expect(report.figures.size).toBe(200)
  })

  test('characters without width inside numbers are read over, and told', async () => {
    const judged = await judgeFile('readers/html-digit-entities/report.html')
    const values = [...judged.report.figures.values()].map(({ value }) => value)
    for (const value of [3184, 1809, 1576, 292]) expect(values).toContain(value)
    const told = judged.findings.find(({ check }) => check === 'invisible-characters')!
    expect(told.cells.map(key => judged.report.figures.get(key)!.value)).toEqual([3184, 1809])
  })
})
