import { expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import type { LossCode } from '../../../lib/model/loss.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { balancedFigures } from '../../support/balanced.ts'
import { drawReport, reportHtml, tableHtml } from '../../support/form-html.ts'
import { seeded } from '../../support/random.ts'

/** A unit or a sign of which a part is struck out or white: its figures are not read, and it is told at each. */

const values = balancedFigures('2019', seeded('unseen'))
const drawn = drawReport('2019', values)
const relabelled = {
  ...drawn,
  proactiveDisclosure: drawn.proactiveDisclosure.map(row =>
    row.map(cell => (cell.text === '处理决定数量' ? { ...cell, text: '处理决定数量（千件）' } : cell)),
  ),
}
const above = '单位：千件'
const html = reportHtml(relabelled).replace(
  tableHtml(drawn.requests),
  `<p>${above}</p>${tableHtml(drawn.requests)}`,
)

const readWith = (code: LossCode, text: string) => {
  const document = documentFromHtml(html, 'html')
  const losses = document.blocks.flatMap(block => {
    const loss = { code, message: { zh: '此处有字。', en: 'Here.' } }
    if (block.kind === 'paragraph')
      return block.text === text
        ? [{ ...loss, source: { kind: 'paragraph', paragraph: block.number } as const }]
        : []
    return block.cells.filter(cell => cell.text === text).map(({ source }) => ({ ...loss, source }))
  })
  expect(losses.length).toBeGreaterThan(0)
  const report = readReport({ ...document, losses })
  const told = new Set(runChecks(report).flatMap(({ severity, cells }) => (severity === 'info' ? [] : cells)))
  return { report, told }
}

test.each([
  ['处理决定数量（千件）', /\.decisions$/u],
  ['本年增/减', /\.changeThisYear$/u],
  [above, /^requests\./u],
])('%s', (text, touched) => {
  for (const code of ['struck-text-kept', 'white-text-kept'] as const) {
    const { report, told } = readWith(code, text)
    for (const { key, value } of report.figures.values()) {
      if (!touched.test(key) || values[key] === 0) continue
      expect(value, key).toBeNull()
      expect(told.has(key), key).toBe(true)
    }
  }
})

test('a note’s mark beside a heading changes nothing', () => {
  const { report } = readWith('note-mark-dropped', '本年增/减')
  expect(report.figures.get('proactiveDisclosure.administrativeLicensing.changeThisYear')!.value).toBe(
    values['proactiveDisclosure.administrativeLicensing.changeThisYear'],
  )
})
