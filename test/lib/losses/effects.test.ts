import { expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { lossKinds } from '../../../lib/losses/index.ts'
import type { Document } from '../../../lib/model/document.ts'
import type { LossCode } from '../../../lib/model/loss.ts'
import type { Source } from '../../../lib/model/source.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { balancedFigures } from '../../support/balanced.ts'
import { drawReport, reportHtml, tableHtml } from '../../support/form-html.ts'
import { seeded } from '../../support/random.ts'

/** What the catalogue says a loss does is what the checks make of it. */

const key = 'requests.newRequests.naturalPerson'
const drawn = drawReport('2021', balancedFigures('2021', seeded('effects')))
const html = reportHtml(drawn)
const whole = documentFromHtml(html, 'html')
const withoutRequests = documentFromHtml(html.replace(tableHtml(drawn.requests), ''), 'html')

const findings = (document: Document, code: LossCode, source?: Source) => {
  const loss = { code, message: { zh: '此处有内容。', en: 'Something.' }, ...(source ? { source } : {}) }
  return runChecks(readReport({ ...document, losses: [loss] }))
}
const figure = readReport(whole).figures.get(key)!.source!
const label = whole.blocks
  .flatMap(block => (block.kind === 'table' ? block.cells : []))
  .find(({ text }) => text.includes('新收政府信息公开申请'))!.source

const codes = Object.keys(lossKinds) as LossCode[]

test.each(codes)('%s', code => {
  const kind = lossKinds[code]
  const atFigure = findings(whole, code, figure).find(({ check }) => check === 'cell-read-with-loss')
  expect(atFigure?.severity).toBe(kind.figure ? 'info' : 'warning')
  expect(atFigure!.cells.length > 1).toBe(kind.reach === 'table')
  expect(atFigure!.cells).toContain(key)

  const atLabel = findings(whole, code, label).filter(({ check }) => check === 'label-read-with-loss')
  expect(atLabel).toHaveLength(kind.label ? 0 : 1)
  for (const { cells } of atLabel) expect(cells).toContain(key)

  const told = findings(withoutRequests, code).map(({ check }) => check)
  expect(told).toContain(kind.mayHoldTable ? 'table-unreadable' : 'table-missing')
  expect(told).not.toContain(kind.mayHoldTable ? 'table-missing' : 'table-unreadable')
})
