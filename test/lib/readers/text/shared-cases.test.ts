import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../../lib/convert.ts'
import type { JudgedReport } from '../../../../lib/writers/judged-report.ts'

/** Real reports flattened by other people's programs lie beside the checkout; they are not ours to ship. */
const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))
const cases = `${shared}cases/readers/`
const present = existsSync(cases)

type Figures = Readonly<Record<string, number | null>>

const keyOf = (name: string): Figures => {
  const stem = name.replace(/^made-from-/, '').replace(/\..*$/, '')
  return JSON.parse(readFileSync(`${shared}reports/${stem}.key.json`, 'utf8')).figures
}
const judgeFile = (path: string): Promise<JudgedReport> => {
  const bytes = readFileSync(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return judge({ name: path.slice(path.lastIndexOf('/') + 1), bytes, sha256 })
}
const filesIn = (folder: string): string[] =>
  present ? readdirSync(cases + folder).filter(name => /\.(txt|md)$/.test(name)) : []

/** Its blank cells leave no trace where spaces part the cells: rows with some cannot be read there. */
const blank = /^made-from-003\.(raw|layout|pypdf)/

describe.skipIf(!present)('reports flattened by other programs', () => {
  for (const folder of ['pdf-text-spaces', 'md-mixed', 'pandoc-grid', 'md-pymupdf4llm', 'md-pymupdf-tables'])
    for (const name of filesIn(folder))
      test(`${folder}/${name}`, async () => {
        const key = keyOf(name)
        const { report, findings } = await judgeFile(`${cases}${folder}/${name}`)
        for (const [figure, value] of Object.entries(key)) {
          const read = report.figures.get(figure)
          if (blank.test(name) && read?.state !== 'number') continue
          expect(read?.value, figure).toBe(value)
        }
        expect(findings.map(({ check }) => check)).not.toContain('column-missing')
      })

  const shapes = `${cases}public-shapes/`
  const rowIn = (report: JudgedReport['report'], row: string): (number | string)[] =>
    [...report.figures.values()]
      .filter(({ key }) => key.slice(0, key.lastIndexOf('.')) === row)
      .map(({ state, value }) => value ?? state)

  test('a heading over two columns that Markdown could not say', async () => {
    const { report } = await judgeFile(`${cases}md-colspan-shift/report.md`)
    expect(rowIn(report, 'proactiveDisclosure.administrativeLicensing')).toEqual([767, 3, 25970])
    expect(rowIn(report, 'proactiveDisclosure.otherManagementServices')).toEqual([12, -1, 40])
  })

  test('a label and its pipe on two lines', async () => {
    const { report } = await judgeFile(`${shapes}label-and-pipe-on-two-lines.txt`)
    expect(rowIn(report, 'proactiveDisclosure.normativeDocuments')).toEqual([2, 1, 9])
  })

  test('a label with empty cells is a blank row', async () => {
    const { report, findings } = await judgeFile(`${shapes}label-with-empty-cells.txt`)
    expect(rowIn(report, 'proactiveDisclosure.administrativeCompulsion')).toEqual(['blank', 'blank', 'blank'])
    expect(rowIn(report, 'proactiveDisclosure.centralizedProcurement')).toEqual(['blank', 'blank'])
    expect(findings.map(({ check }) => check)).not.toContain('row-missing')
  })

  test('the page of a flip-book', async () => {
    const { report } = await judgeFile(`${shapes}flip-book-page.txt`)
    const at = 'reconsiderationAndLitigation'
    expect(rowIn(report, `${at}.reconsideration`)).toEqual([1, 0, 0, 0, 1])
    expect(rowIn(report, `${at}.directLitigation`)).toEqual([0, 0, 2, 0, 2])
    expect(rowIn(report, `${at}.litigationAfterReconsideration`)).toEqual([0, 1, 0, 0, 1])
  })
})
