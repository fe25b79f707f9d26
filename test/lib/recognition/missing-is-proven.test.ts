import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { verdictOf } from '../../../lib/checks/verdict.ts'
import type { FormKey } from '../../../lib/forms/form.ts'
import { formKeys as forms } from '../../../lib/forms/form.ts'
import type { EditionId } from '../../../lib/forms/index.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { readText } from '../../../lib/readers/text/index.ts'
import { ownNumbers } from '../../fuzz/seeds/own.ts'
import { type DrawnReport, drawReport, reportHtml } from '../../support/form-html.ts'

/** Nothing that is printed is ever called missing, however a converter tore the tables of a true report. */

const title = '青禾县数据局2023年政府信息公开工作年度报告'
const headings: Readonly<Record<FormKey, string>> = {
  proactiveDisclosure: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  reconsiderationAndLitigation: '四、政府信息公开行政复议、行政诉讼情况',
}

type Cells = readonly (readonly string[])[]

/** The ways in which converters print a table without a table; each keeps every word and number of it. */
const tears: Readonly<Record<string, (cells: Cells) => string>> = {
  'one cell a line': cells => cells.flat().join('\n'),
  'one cell a paragraph': cells => cells.flat().join('\n\n'),
  'tags of another format, on one line': cells =>
    cells.map(row => `<r>${row.map(text => `<c>${text}</c>`).join('')}</r>`).join(''),
  'run together': cells => cells.flat().join(''),
  'row by row, parted by one space': cells => cells.map(row => row.join(' ')).join('\n'),
  'row by row, run together': cells => cells.map(row => row.join('')).join('\n'),
  'numbers before their label': cells => cells.map(row => row.toReversed().join('\n')).join('\n'),
  'column by column': cells => {
    const widest = Math.max(...cells.map(row => row.length))
    return Array.from({ length: widest }, (_, at) => cells.flatMap(row => row[at] ?? []))
      .flat()
      .join('\n')
  },
  'labels first, then all numbers': cells => {
    const all = cells.flat()
    return [...all.filter(text => !/^\d/.test(text)), ...all.filter(text => /^\d/.test(text))].join('\n')
  },
  'labels cut in two lines': cells =>
    cells
      .flat()
      .map(text => (text.length > 7 ? `${text.slice(0, 6)}\n${text.slice(6)}` : text))
      .join('\n'),
  'tabs, with the last half of the rows as lines': cells => {
    const half = Math.floor(cells.length / 2)
    const rows = cells.slice(0, half).map(row => row.map(text => `\t${text}`).join('\n'))
    return `${rows.join('\n\n')}\n\n${cells.slice(half).flat().join('\n')}`
  },
  'pipes, with the last half of the rows run together': cells => {
    const half = Math.floor(cells.length / 2)
    const rows = cells.slice(0, half).map(row => `| ${row.join(' | ')} |`)
    return `${rows.join('\n')}\n\n${cells.slice(half).flat().join('')}`
  },
}

const cellsOf = (drawn: DrawnReport, form: FormKey): Cells =>
  drawn[form].map(row => row.map(({ text }) => text).filter(text => text !== ''))

const missing = (report: Report): string[] =>
  [...report.figures.values()].flatMap(({ key, state }) => (state === 'missing' ? [key] : []))

const accusing = ['table-missing', 'row-missing', 'column-missing', 'cell-missing']

const acquits = (report: Report): void => {
  const findings = runChecks(report)
  expect(missing(report)).toEqual([])
  expect(findings.filter(({ check }) => accusing.includes(check))).toEqual([])
  const unreadable = [...report.figures.values()].filter(({ state }) => state === 'unreadable')
  const flagged = new Set(findings.flatMap(({ severity, cells }) => (severity === 'info' ? [] : cells)))
  const torn = findings.filter(({ check }) => check === 'table-unreadable').length
  if (torn === 0) expect(unreadable.filter(({ key }) => !flagged.has(key))).toEqual([])
  const proven = findings.some(({ severity }) => severity === 'error')
  if (unreadable.length > 0 && !proven) expect(verdictOf(report, findings)).toBe('notAssessable')
  for (const { check, message } of findings)
    if (check.endsWith('-unreadable')) expect(message.zh).not.toContain('填 0')
}

test.each(['2019', '2021'] as const)('tables torn in every way, edition %s', edition => {
  const drawn = drawReport(edition, ownNumbers(edition))
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(forms.map(form => [form, fc.constantFrom(...Object.keys(tears))]))),
      ways => {
        const body = forms.map(form => `${headings[form]}\n\n${tears[ways[form]!]!(cellsOf(drawn, form))}`)
        acquits(readReport(readText(`${title}\n一、总体情况\n无。\n${body.join('\n\n')}\n`)))
      },
    ),
    { numRuns: 60 },
  )
})

const without = (edition: EditionId, form: FormKey, row: string): Report => {
  const drawn = drawReport(edition, ownNumbers(edition))
  const table = drawn[form].filter(cells => !cells.some(({ text }) => text.includes(row)))
  expect(table.length).toBe(drawn[form].length - 1)
  return readReport(documentFromHtml(reportHtml({ ...drawn, [form]: table }), 'html'))
}

test('a row that is nowhere printed is missing, and that is a proven fault', () => {
  const report = without('2021', 'requests', '四、结转下年度继续办理')
  const findings = runChecks(report)
  expect(missing(report)).toHaveLength(7)
  expect(findings.filter(({ check }) => check === 'row-missing')).toHaveLength(1)
  expect(verdictOf(report, findings)).toBe('invalid')
})
