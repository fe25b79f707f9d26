import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { deniedRows, outcomes } from '../../../lib/forms/requests-rows.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { readText } from '../../../lib/readers/text/index.ts'
import {
  distance,
  findLabel,
  type LabelEntry,
  labelEntries,
  tolerance,
} from '../../../lib/recognition/labels/labels.ts'
import { ownNumbers } from '../../fuzz/seeds/own.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'

/** Damage a fuzzer found to shift figures in silence. */

const values = ownNumbers('2021')
const drawn = drawReport('2021', values)
const html = reportHtml(drawn)
const fromHtml = (page: string): Report => readReport(documentFromHtml(page, 'html'))
const wrong = (report: Report): string[] =>
  [...report.figures.values()].flatMap(({ key, state, value }) =>
    state === 'number' && value !== values[key] ? [key] : [],
  )
const checksOf = (report: Report): string[] => runChecks(report).map(({ check }) => check)

const flagged = (report: Report): string[] =>
  runChecks(report).flatMap(({ severity, cells }) => (severity === 'info' ? [] : cells))

const litigation = drawn.reconsiderationAndLitigation
  .map(row => row.map(({ text }) => text).join('\t'))
  .join('\n')
const asText = (table: string): string =>
  `青禾县数据局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n\n${table}\n`

test('a label run together with the first value leaves no value of table 4 where it does not belong', () => {
  const first = String(values['reconsiderationAndLitigation.reconsideration.upheld'])
  expect(wrong(readReport(readText(asText(litigation))))).toEqual([])
  expect(wrong(readReport(readText(asText(litigation.replace(`\n${first}`, first)))))).toEqual([])
})

test('a column that table 4 lacks is told', () => {
  const last = String(values['reconsiderationAndLitigation.litigationAfterReconsideration.total'])
  const page = html.replace(/<td>总计<\/td><\/tr>(?=<tr><td>12412)/u, '</tr>').replace(`<td>${last}</td>`, '')
  const report = fromHtml(page)
  expect(wrong(report)).toEqual([])
  expect(checksOf(report)).toContain('column-missing')
})

test('a number under two headers casts doubt on its whole row', () => {
  const at = (column: string): string => `<td>${values[`requests.carriedOver.${column}`]}</td>`
  const joined = `<td>${values['requests.carriedOver.naturalPerson']}${values['requests.carriedOver.commercialEnterprise']}</td>`
  const page = html
    .replace(at('naturalPerson') + at('commercialEnterprise'), joined)
    .replace(at('total'), at('total').replace('<td>', '<td colspan="2">'))
  const report = fromHtml(page)
  expect(wrong(report).length).toBeGreaterThan(0)
  expect(flagged(report)).toEqual(expect.arrayContaining(wrong(report)))
})

test('a row that breaks off at the next label says that only its order is known', () => {
  const cells = (row: string): string[] =>
    Object.entries(values).flatMap(([key, value]) =>
      key.startsWith(`requests.${row}.`) ? [`<td>${value}</td>`] : [],
    )
  const lost = cells('newRequests')[2]!
  const page = html.replace(lost, '').replace(/<\/tr><tr>(?=<td colspan="3">二、)/u, '')
  const report = fromHtml(page)
  expect(wrong(report).length).toBeGreaterThan(0)
  expect(flagged(report)).toEqual(expect.arrayContaining(wrong(report)))
})

test('two numbers in one cell of a table without a grid leave its row unread', () => {
  const rows = drawn.requests.map(row => row.map(({ text }) => `\t${text}`).join('\n')).join('\n\n')
  const [a, b] = ['researchInstitution', 'socialOrganization'].map(
    column => values[`requests.carriedOver.${column}`],
  )
  const text = `青禾县数据局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\n${rows}\n`
  const report = readReport(readText(text.replace(`\t${a}\n\t${b}`, `\t${a}\n${b}`)))
  expect(wrong(report)).toEqual([])
  expect(report.figures.get('requests.carriedOver.total')?.state).toBe('unreadable')
})

/** The rule without its short cut. */
const slowly = <T>(bare: string, entries: readonly LabelEntry<T>[]): T | null => {
  const exact = entries.find(entry => entry.bare === bare)
  if (exact) return exact.value
  if (bare.length < 3 || bare.length > 60) return null
  const away = entries
    .filter(entry => tolerance(entry.bare.length) > 0)
    .map(entry => ({ entry, by: distance(bare, entry.bare, 100) }))
    .sort((a, b) => a.by - b.by)
  const [best, next] = [away[0], away.find(({ entry }) => entry.value !== away[0]?.entry.value)]
  if (!best || best.by > tolerance(best.entry.bare.length)) return null
  return next && next.by < best.by + 2 ? null : best.entry.value
}

test('labels that share too few characters are passed over, and nothing else changes', () => {
  const labels = [
    ...deniedRows.map(({ key, path }) => ({ ...path.at(-1)!, value: key })),
    { ...outcomes, value: 'outcomes' },
  ]
  const entries = labelEntries(labels)
  const characters = [...new Set(entries.flatMap(({ bare }) => [...bare])), '报', '告', '1']
  const near = fc
    .tuple(
      fc.constantFrom(...entries.map(({ bare }) => bare)),
      fc.array(fc.tuple(fc.nat(20), fc.constantFrom('', ...characters)), { maxLength: 6 }),
    )
    .map(([bare, blows]) =>
      blows.reduce((text, [at, by]) => text.slice(0, at) + by + text.slice(at + 1), bare),
    )
  fc.assert(
    fc.property(near, bare => {
      const found = findLabel(bare, entries)?.value ?? null
      // Farther than it looks, `findLabel` may call two labels equally near.
      if (found !== null) expect(found).toBe(slowly(bare, entries))
    }),
  )
})
