import { expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import type { Document } from '../../../lib/model/document.ts'
import { withoutPersonalNumbers } from '../../../lib/narrative/personal-numbers.ts'
import { proven } from '../../../lib/scans/proof/index.ts'
import { writeCsv } from '../../../lib/writers/csv.ts'
import { writeJson } from '../../../lib/writers/json.ts'
import { writePage } from '../../../lib/writers/page/write-page.ts'
import { cropView } from '../../../lib/writers/pictures/crops.ts'
import { showsPersonal } from '../../../lib/writers/pictures/shows-personal.ts'
import { wantedPictures } from '../../../lib/writers/pictures/wanted.ts'
import { bothRead, onPages, readingOf, scanOf } from '../../support/scan-on-pages.ts'
import { clean } from '../checks/cases/case.ts'
import { cleanSample } from '../writers/samples.ts'

const paragraph = (text: string): Document => ({
  format: 'pdf',
  blocks: [{ kind: 'paragraph', number: 1, text }],
  losses: [],
  scan: { pages: 1, cells: [] },
})

const hidden = (text: string): string =>
  withoutPersonalNumbers(paragraph(text))
    .document.blocks.map(block => ('text' in block ? block.text : ''))
    .join()

/** Invented: no check digit is right, and a letter stands for a digit. */
test.each([
  ['张某，320829199001011234', '张某，****************34'],
  ['号码 32O829199OO1011234', '号码 **O******OO*****34'],
  ['电话：1 38 0000 1234', '电话：* ** **** **34'],
  ['联系人：938000012345', '联系人：**********45'],
])('%s of a scan is hidden, also where it was misread', (text, left) => {
  expect(hidden(text)).toBe(left)
  const { scan: _, ...printed } = paragraph(text)
  expect(withoutPersonalNumbers(printed).found.length).toBeLessThanOrEqual(1)
})

test.each([
  '电话：0517-87222589',
  '邮编：223100',
  '2023年1月1日至2023年12月31日',
  'www.x.gov.cn/art_20240117123456.html',
])('%s is no number of a person', text => {
  expect(hidden(text)).toBe(text)
})

test('so many digits in a cell are shown nowhere: not as read, and not as a picture', () => {
  const cell = 'proactiveDisclosure.rules.issued'
  const number = '320829199001011234'
  const printed = onPages(clean())
  const report = proven(printed, scanOf(printed, { [cell]: { printed: 'ink', readings: bothRead(number) } }))
  const figure = report.figures.get(cell)!
  expect(figure.unproven!.readings).toMatchObject([
    { text: null, withheld: true },
    { text: null, withheld: true },
  ])
  expect(cropView(report.figures, figure)).toBeNull()
  const place = readingOf(printed.figures.get(cell)!)
  expect(showsPersonal(report, { page: place.page, box: place.box })).toBe(true)
  const judged = { ...cleanSample, report, findings: runChecks(report) }
  for (const wanted of wantedPictures(judged)) expect(showsPersonal(report, wanted)).toBe(false)
  for (const output of [writeJson(judged), writeCsv(judged), writePage(judged, [])])
    expect(output).not.toContain(number)
})
