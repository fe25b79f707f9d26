import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../lib/convert.ts'
import type { JudgedReport } from '../../../lib/writers/judged-report.ts'

/** Files by other people's tools and hands that lie beside the checkout, with what must come out of each. */

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))
const cases = `${shared}cases/`

const judgeFile = (path: string): Promise<JudgedReport> => {
  const bytes = readFileSync(path)
  return judge({
    name: path.split('/').at(-1)!,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
}

const flaggedIn = ({ findings }: JudgedReport): Set<string> =>
  new Set(findings.filter(({ severity }) => severity !== 'info').flatMap(({ cells }) => cells))

/** What a person reads in some cells of a file: each comes out so, or is flagged. */
const wrongOrSilent = (judged: JudgedReport, truth: Readonly<Record<string, number | null>>): string[] => {
  const told = flaggedIn(judged)
  return Object.entries(truth)
    .filter(([key, value]) => {
      const found = judged.report.figures.get(key)?.value ?? null
      return found !== value && !(found === null && told.has(key))
    })
    .map(([key]) => key)
}

describe.skipIf(!existsSync(cases))('handed cases', () => {
  const attack = (name: string): string => {
    const file = readdirSync(`${cases}attack/${name}`).find(each => each.startsWith('input.'))!
    return `${cases}attack/${name}/${file}`
  }

  test('行政诉讼 printed before 行政复议 turns no figure of table 4', async () => {
    const judged = await judgeFile(attack('37-txt-litigation-first'))
    const key = 'reconsiderationAndLitigation.reconsideration.upheld'
    expect(judged.report.figures.get(key)?.value).toBe(33)
  })

  test('a row of a statistics table is not the row that table 2 lacks', async () => {
    const judged = await judgeFile(attack('38-txt-stats-table-fills-missing-row'))
    const key = 'proactiveDisclosure.administrativeCompulsion.decisions'
    expect(judged.report.figures.get(key)?.value ?? null).toBeNull()
    expect(flaggedIn(judged)).toContain(key)
  })

  test('figures before their labels are given to no row', async () => {
    for (const file of readdirSync(`${cases}readers/scattered-numbers-first`)) {
      const { report } = await judgeFile(`${cases}readers/scattered-numbers-first/${file}`)
      const numbers = [...report.figures.values()].filter(({ state }) => state === 'number')
      expect(numbers, file).toEqual([])
    }
  })

  test('a whole table 2, a cell a line, is read with its amount', async () => {
    const judged = await judgeFile(`${cases}readers/public-shapes/amount-with-unit-a-cell-a-line.txt`)
    const { figures } = judged.report
    const numbers = [...figures.values()].filter(({ state }) => state === 'number')
    expect(numbers).toHaveLength(22)
    expect(figures.get('proactiveDisclosure.centralizedProcurement.totalAmount')?.value).toBe(310)
    expect(wrongOrSilent(judged, { 'proactiveDisclosure.administrativeLicensing.decisions': 31 })).toEqual([])
  })

  const numbersOf = ({ report }: JudgedReport) =>
    [...report.figures.values()].filter(({ state }) => state === 'number').length
  const keyOf = (name: string): Record<string, number | null> =>
    JSON.parse(readFileSync(`${shared}reports/${name}.key.json`, 'utf8')).figures

  test.each([
    ['g11-old-table-first', 'requests.newRequests.naturalPerson', 425],
    ['g2-blank-form-before-filled', 'requests.newRequests.naturalPerson', 425],
  ])('%s: the filled table of the report year is read, and said', async (name, key, value) => {
    const judged = await judgeFile(attack(name))
    expect(judged.report.figures.get(key)?.value).toBe(value)
    expect(numbersOf(judged)).toBe(200)
    expect(judged.findings.map(({ check }) => check)).toContain('table-passed-over')
  })

  test('table 4 set upright is read', async () => {
    const judged = await judgeFile(attack('g7-litigation-vertical'))
    expect(judged.report.figures.get('reconsiderationAndLitigation.directLitigation.pending')?.value).toBe(34)
    expect(numbersOf(judged)).toBe(200)
  })

  test('a heading over two columns of Markdown leaves no figure blank', async () => {
    const { report } = await judgeFile(`${cases}readers/md-colspan-shift/report.md`)
    const change = (row: string) => report.figures.get(`proactiveDisclosure.${row}.changeThisYear`)?.value
    expect(change('administrativeLicensing')).toBe(3)
    expect(change('otherManagementServices')).toBe(-1)
  })

  test('a label with empty cells is blank', async () => {
    const { report } = await judgeFile(`${cases}readers/public-shapes/label-with-empty-cells.txt`)
    for (const key of ['administrativeCompulsion.decisions', 'centralizedProcurement.totalAmount'])
      expect(report.figures.get(`proactiveDisclosure.${key}`)?.state).toBe('blank')
    expect(report.figures.get('proactiveDisclosure.administrativeFees.previousYearItems')?.value).toBe(0)
  })

  test.each([
    ['excel-from-web/made-from-002.xlsx', '002', 198],
    ['excel-from-web/made-from-003.xlsx', '003', 47],
    ['excel-from-web/shuyang-fgj-2023.xlsx', 'shuyang-fgj-2023', 75],
    ['md-pymupdf-tables/hongze-2023.pymupdf-tables.md', 'hongze-2023', 186],
    ['md-pymupdf4llm/hongze-2023.pymupdf4llm.md', 'hongze-2023', 160],
  ])('%s: no figure wrong, and those that can be known are read', async (file, name, fewest) => {
    const judged = await judgeFile(`${cases}readers/${file}`)
    const key = keyOf(name)
    for (const [each, { state, value }] of judged.report.figures)
      if (state === 'number') expect([each, value]).toEqual([each, key[each]])
    expect(numbersOf(judged)).toBeGreaterThanOrEqual(fewest)
    const lost = judged.findings.filter(({ check }) => check === 'column-missing')
    expect(lost.map(({ message }) => message.zh)).toEqual([])
  })
})
