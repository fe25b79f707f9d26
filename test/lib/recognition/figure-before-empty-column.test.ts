import { expect, test } from 'vitest'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'

test('a figure that cannot be read does not give its place to those behind it where the table has an empty column', () => {
  const values = {
    'proactiveDisclosure.normativeDocuments.issued': '46➀',
    'proactiveDisclosure.normativeDocuments.repealed': 10,
    'proactiveDisclosure.normativeDocuments.inForce': 7,
  }
  const drawn = drawReport('2021', values)
  const wider = drawn.proactiveDisclosure.map(row => [...row, { text: '' }])
  const { figures } = readReport(
    documentFromHtml(reportHtml({ ...drawn, proactiveDisclosure: wider }), 'html'),
  )
  const figureOf = (column: string) => figures.get(`proactiveDisclosure.normativeDocuments.${column}`)?.value
  expect(figureOf('issued')).toBeNull()
  expect(figureOf('repealed')).toBe(10)
  expect(figureOf('inForce')).toBe(7)
})

test('words before blank cells are no rest of a label', () => {
  const values = {
    'proactiveDisclosure.administrativeFees.previousYearItems': '见附件',
    'proactiveDisclosure.administrativeFees.changeThisYear': '',
  }
  const drawn = drawReport('2019', values)
  const wider = drawn.proactiveDisclosure.map(row => [...row, { text: '' }])
  const { figures } = readReport(
    documentFromHtml(reportHtml({ ...drawn, proactiveDisclosure: wider }), 'html'),
  )
  const stateOf = (column: string) => figures.get(`proactiveDisclosure.administrativeFees.${column}`)?.state
  expect(stateOf('previousYearItems')).toBe('text')
  expect(stateOf('changeThisYear')).toBe('blank')
})
