import { describe, expect, test } from 'vitest'
import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells, formKeys as forms } from '../../../lib/forms/form.ts'
import type { EditionId } from '../../../lib/forms/index.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'
import { fixtureValues } from '../../support/pdf-fixtures.ts'

const editions: readonly EditionId[] = ['2019', '2021']

/** Every header cell in turn says something that is no label of the form, or nothing. */
const spoilt = editions.flatMap(edition =>
  forms.flatMap(form =>
    ['小计小计', ''].flatMap(label =>
      drawReport(edition)[form].flatMap((row, at) =>
        row.flatMap((cell, column) =>
          /\d/u.test(cell.text) || /^第|^（|^[一二三四]、/u.test(cell.text)
            ? []
            : [{ edition, form, label, at, column }],
        ),
      ),
    ),
  ),
)

const readOf = (report: ReturnType<typeof drawReport>) =>
  readReport(documentFromHtml(reportHtml(report), 'html')).figures

/** Many authorities leave total columns blank: a row then ends as one with a phantom column does. */
const valuesOf = (edition: EditionId): Record<string, string | number> => ({
  ...Object.fromEntries(
    Object.entries(fixtureValues('headers', edition)).map(([key, value], at) => [key, value || at + 1]),
  ),
  'reconsiderationAndLitigation.litigationAfterReconsideration.total': '',
})

describe('a header cell that cannot be read', () => {
  test.each(editions)('never moves figures to other columns (%s)', edition => {
    const report = drawReport(edition, valuesOf(edition))
    const plain = readOf(report)
    for (const { form, label, at, column } of spoilt.filter(place => place.edition === edition)) {
      const table = report[form].map((row, y) =>
        row.map((cell, x) => (y === at && x === column ? { ...cell, text: label } : cell)),
      )
      const figures = readOf({ ...report, [form]: table })
      for (const { key } of formCells(editionById(edition).forms[form])) {
        const figure = figures.get(key)
        if (figure === undefined || figure.state === 'missing' || figure.state === 'unreadable') continue
        expect([key, label, at, column, figure.text]).toEqual([key, label, at, column, plain.get(key)?.text])
      }
    }
  })
})
