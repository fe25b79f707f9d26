import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileOutcome } from '../../../../infra/local/convert/convert-file.ts'
import { sha256 } from '../../../../infra/local/disk/sha256.ts'
import { openTables } from '../../../../infra/local/tables/collect.ts'
import { doubtsReading } from '../../../../lib/checks/doubting.ts'
import { convert } from '../../../../lib/convert.ts'
import { formKeys } from '../../../../lib/forms/form.ts'
import { editions } from '../../../../lib/forms/index.ts'
import { cellsOfForm } from '../../../../lib/model/figures-of.ts'
import type { Row } from '../../../../lib/series/column.ts'
import { figureColumns } from '../../../../lib/series/columns.ts'
import { runTableFiles, runTableNames } from '../../../../lib/series/run-tables.ts'
import type { ReportJson } from '../../../../lib/writers/contract.ts'
import { drawReport, reportHtml } from '../../../support/form-html.ts'
import { csvTableIn, tablesIn } from '../../../support/tables-in.ts'
import { filesBelow, temporaryFolder } from '../../../support/temporary-folder.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const resultOf = async (name: string, html: string): Promise<FileOutcome> => {
  const bytes = bytesOf(html)
  const source = { name, size: bytes.length, sha256: sha256(bytes) }
  const conversion = await convert({ name, bytes, sha256: source.sha256 })
  return { source, outcome: { kind: 'validated', conversion } }
}

const jsonOf = ({ outcome }: FileOutcome): ReportJson => {
  if (outcome.kind !== 'validated') throw new Error('no report')
  return JSON.parse(new TextDecoder().decode(outcome.conversion.outputs.json))
}

const mayBeNegative = new Set(figureColumns.flatMap(({ key, signed }) => (signed ? [key] : [])))

/** What the tidy table has to say of a report, by walking its JSON. */
const cellsOf = (key: string, { report, editions: read, figures, findings }: ReportJson) =>
  formKeys.flatMap(form =>
    Object.entries(figures)
      .filter(([cell]) => cell.startsWith(`${form}.`))
      .map(([cell, { value, state, text, unit }]) => {
        const about = findings.filter(({ cells }) => cells.includes(cell))
        const isSound = value !== null && (unit === '万元' || Number.isSafeInteger(value))
        const fits = isSound && (value >= 0 || mayBeNegative.has(cell))
        return {
          ...{ key, year: report.year, form, edition: read[form], cell, state },
          value: fits ? value : null,
          printed: fits ? null : text,
          doubtful: fits && about.some(doubtsReading) ? 1 : 0,
          checks: fits && about.length > 0 ? [...new Set(about.map(({ check }) => check))] : null,
        }
      }),
  )

/** In every kind that a cell may print: numbers, nothing, words, fractions, units, signs. */
const printed = fc.oneof(
  { weight: 6, arbitrary: fc.nat(5000).map(String) },
  fc.constantFrom(
    '',
    '—',
    '/',
    '无',
    '约3',
    '1,234',
    '1.5',
    '0.000001',
    '12件',
    '３',
    '-2',
    '2.30',
    '3 万元',
  ),
)

const cells = editions
  .flatMap(({ id }) => formKeys.flatMap(form => cellsOfForm(id, form)))
  .map(({ key }) => key)
const drawn = fc.record({
  edition: fc.constantFrom(...editions.map(({ id }) => id)),
  values: fc.dictionary(fc.constantFrom(...cells), printed, { minKeys: 20, maxKeys: 120 }),
})

const write = async (results: readonly (readonly [string, FileOutcome])[]): Promise<string> => {
  const folder = await temporaryFolder()
  const tables = await openTables(folder)
  for (const [target, result] of results) await tables.add(target, result, [])
  expect(await tables.write()).toEqual(runTableFiles)
  return folder
}

/** A CSV file does not tell an empty text from none. */
const asInCsv = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value]))

const order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

test('every cell, report and finding of the tables is that of the JSON; in any order the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 2, maxLength: 3 }), async reports => {
      const results: (readonly [string, FileOutcome])[] = []
      for (const [at, { edition, values }] of reports.entries()) {
        const name = `${at}.html`
        results.push([`县/${name}`, await resultOf(name, reportHtml(drawReport(edition, values)))])
      }
      const folder = await write(results)
      const tables = await tablesIn(folder)
      for (const name of runTableNames)
        expect(await csvTableIn(folder, name)).toEqual(tables[name].map(asInCsv))

      const sorted = results.toSorted(([a], [b]) => order(a, b))
      const expected = sorted.flatMap(([key, result]) => cellsOf(key, jsonOf(result)))
      expect(
        tables.figures.map(({ unit: _, version: __, value, checks, ...row }) => ({
          ...row,
          value: value === null ? null : Number(value) / 1e6,
          checks: checks === null ? null : JSON.parse(String(checks)),
        })),
      ).toEqual(expected)
      for (const { state, value } of tables.figures) if (state !== 'number') expect(value).toBeNull()

      const jsons = sorted.map(([, result]) => jsonOf(result))
      expect(tables.reports.map(({ sha256: hash, verdict, year }) => [hash, verdict, year])).toEqual(
        jsons.map(({ source, verdict, report }) => [source.sha256, verdict, report.year]),
      )
      expect(
        tables.findings.map(row => [row['id'], row['severity'], row['message_zh'], row['caused_by']]),
      ).toEqual(
        jsons.flatMap(({ findings }) =>
          findings.map(({ id, severity, message, causedBy }) => [id, severity, message.zh, causedBy ?? null]),
        ),
      )

      const again = await write(results.toReversed())
      for (const name of runTableFiles)
        expect((await readFile(join(again, name))).equals(await readFile(join(folder, name)))).toBe(true)
    }),
    { numRuns: 3, endOnFailure: true },
  )
})

test('numbers of persons stand in no table', async () => {
  const html = reportHtml(drawReport('2021')).replace(
    '公开内容的针对性有待加强',
    '申请人张三（身份证号码：11010519491231002X，手机13800138000）的申请已办结',
  )
  const folder = await write([['甲.html', await resultOf('甲.html', html)]])
  for (const name of await filesBelow(folder)) {
    const text = await readFile(join(folder, name), 'latin1')
    expect(text).not.toMatch(/11010519491231002|13800138000/u)
  }
})
