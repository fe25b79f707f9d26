import { expect, test } from 'vitest'
import { formCells, formKeys as forms } from '../../../lib/forms/form.ts'
import { editions } from '../../../lib/forms/index.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { bareLabel } from '../../../lib/recognition/labels/labels.ts'
import { cutRow, dropColumn, swapColumns } from '../../support/column-mutants.ts'
import {
  type DrawnReport,
  type DrawnTable,
  drawReport,
  reportHtml,
  tableHtml,
} from '../../support/form-html.ts'
import { seeded } from '../../support/random.ts'
import { mutate, operators } from '../../support/structure-mutants.ts'

/** Every figure another number, so that a value in a wrong place cannot pass for the right one. */
const distinctValues = (id: '2019' | '2021'): Record<string, number> => {
  const edition = editions.find(other => other.id === id)!
  const keys = Object.values(edition.forms).flatMap(form => formCells(form).map(({ key }) => key))
  return Object.fromEntries(keys.map((key, at) => [key, 1_001 + at]))
}

const times = 40

const readHtml = (html: string): Report => readReport(documentFromHtml(html, 'html'))
const numbers = (report: Report): Record<string, number | null> =>
  Object.fromEntries([...report.figures].map(([key, figure]) => [key, figure.value]))
const wrongFigures = (report: Report, values: Record<string, number>) =>
  [...report.figures.values()].filter(
    figure => figure.state === 'number' && figure.value !== values[figure.key],
  )
const noticed = (report: Report): boolean =>
  report.observations.length > 0 || [...report.figures.values()].some(figure => figure.state !== 'number')
/** What a reader of labels cannot and need not see: numbering, punctuation, a remark in brackets. */
const harmless = (what: string): boolean => {
  const [before, after] = what.split(': label ')[1]?.split(' → ') ?? []
  return before !== undefined && bareLabel(before) === bareLabel(after!)
}

/** Everything printed that is no figure. Two columns of the same label swapped leave it as it was. */
const headerOf = (table: DrawnTable): string =>
  JSON.stringify(table.map(row => row.filter(cell => !/^\d+$/u.test(cell.text))))

for (const edition of ['2019', '2021'] as const) {
  const values = distinctValues(edition)
  const report = drawReport(edition, values)

  test(`edition ${edition}: the undamaged report is read in full and nothing is remarked`, () => {
    const read = readHtml(reportHtml(report))
    expect(numbers(read)).toEqual(values)
    expect(read.observations).toEqual([])
  })

  for (const [name, operator] of Object.entries(operators)) {
    test(`edition ${edition}: ${name} never gives a wrong figure, and never passes in silence`, () => {
      const random = seeded(`${edition} ${name}`)
      let tried = 0
      for (let round = 0; round < times; round++) {
        const mutant = mutate(report, operator, random)
        if (!mutant) continue
        tried++
        const read = readHtml(reportHtml(mutant.report))
        expect(wrongFigures(read, values), mutant.what).toEqual([])
        // A blank cell too many loses nothing where every value is still told by its header.
        const told = name === 'insertBlank' && numbers(read)
        if (told && JSON.stringify(told) === JSON.stringify(values)) continue
        expect(noticed(read) || harmless(mutant.what), `${mutant.what} passed in silence`).toBe(true)
      }
      expect(tried).toBeGreaterThan(times / 4)
    })
  }

  for (const [name, operator] of Object.entries({ swapColumns, dropColumn })) {
    test(`edition ${edition}: ${name} with its header is told by the header, and remarked`, () => {
      const random = seeded(`${edition} ${name}`)
      let tried = 0
      for (let round = 0; round < times; round++) {
        const form = forms[random(3)]!
        const done = operator(report[form], random)
        if (!done || headerOf(done.table) === headerOf(report[form])) continue
        tried++
        const read = readHtml(reportHtml({ ...report, [form]: done.table }))
        expect(wrongFigures(read, values), `${form}: ${done.what}`).toEqual([])
        expect(noticed(read), `${form}: ${done.what} passed in silence`).toBe(true)
      }
      expect(tried).toBeGreaterThan(3)
    })
  }

  test(`edition ${edition}: a table printed twice is remarked once and read once`, () => {
    for (const form of forms) {
      const html = tableHtml(report[form])
      const read = readHtml(reportHtml(report).replace(html, `${html}<p>续表</p>${html}`))
      expect(wrongFigures(read, values), form).toEqual([])
      const kinds = read.observations.map(observation => observation.kind)
      expect(kinds, form).toEqual(['tableRepeated'])
    }
  })

  test(`edition ${edition}: two copies that differ give no figure where they differ`, () => {
    const other = drawReport(edition, { ...values, 'requests.newRequests.total': 5 })
    const html = tableHtml(report.requests)
    const read = readHtml(reportHtml(report).replace(html, `${html}${tableHtml(other.requests)}`))
    expect(read.figures.get('requests.newRequests.total')!.state).toBe('unreadable')
    expect(wrongFigures(read, values)).toEqual([])
  })

  test(`edition ${edition}: a table cut in two, with or without its header again, is read as one`, () => {
    const random = seeded(`${edition} cut`)
    for (const form of ['proactiveDisclosure', 'requests'] as const)
      for (const again of [true, false]) {
        const cut = cutRow(report[form], random)!
        const table = report[form]
        const header = again && form === 'requests' ? table.slice(0, 3) : []
        const halves = tableHtml(table.slice(0, cut + 1)) + tableHtml([...header, ...table.slice(cut + 1)])
        const read = readHtml(reportHtml(report).replace(tableHtml(table), halves))
        expect(numbers(read), `${form} cut below row ${cut}`).toEqual(values)
        expect(read.observations).toEqual([])
      }
  })
}

test('a report without one of its tables has that table’s keys, all missing, and says so', () => {
  const report: DrawnReport = drawReport('2021', distinctValues('2021'))
  const read = readHtml(reportHtml(report).replace(tableHtml(report.requests), ''))
  expect(read.figures.size).toBe(200)
  expect(read.editions.requests).toBeNull()
  expect([...read.figures.values()].filter(figure => figure.state === 'missing')).toHaveLength(175)
  expect(read.observations).toEqual([{ kind: 'tableMissing', form: 'requests' }])
})
