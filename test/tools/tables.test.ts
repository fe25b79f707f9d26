import { execFileSync } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReportJson } from '../../lib/writers/contract.ts'
import { savedAgain, shown } from '../browser/libreoffice.ts'
import { inventedReport, twoYears, units, writeReports } from '../support/invented-season.ts'
import { tablePrograms } from '../support/python-environments.ts'
import { runGongkai } from '../support/run-gongkai.ts'
import { type Snippet, snippetsOf } from '../support/snippets.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Every line of the README that reads the tables, as it is printed there. */

const documents = [
  ['README.zh-CN.md', '数据表', '表'],
  ['README.md', 'Tables', 'tables'],
] as const

const cell = 'requests.newRequests.total'
const blank = 'requests.outcomes.granted.naturalPerson'

let [root, bin] = ['', '']
/** What the JSON of the same reports says: cells, cells without a number, and a sum. */
let [rows, without, sum] = [0, 0, 0]
const ofYear = new Map<number, number>()

beforeAll(async () => {
  bin = await tablePrograms()
  root = await temporaryFolder()
  const { u1, u2 } = twoYears('tables in tools')
  const withBlank = { ...u2[1], [blank]: '' } as unknown as (typeof u2)[1]
  await writeReports(join(root, 'inbox'), {
    '=1.html': inventedReport(units.u1, 2023, u1[0]),
    '农业农村局.html': inventedReport(units.u1, 2024, u1[1]),
    '水务局.html': inventedReport(units.u2, 2024, withBlank),
    '通知.html': '<p>各位同事：请于周五前报送材料。</p>',
  })
  await writeFile(join(root, 'inbox', '空.zip'), zipSync({}))
  const place = ['--uploads', 'inbox', '--outputs', 'outbox', '--older-than', '0']
  await runGongkai(['reconcile', ...place], root)
  for (const [document, heading, folder] of documents) {
    const [line] = await blocks(document, heading, 'bash')
    const commands = [...line!.text.matchAll(/^npx gongkai (.+?) *#/gmu)].map(([, args]) =>
      args!.split(/\s+/u),
    )
    expect(commands.map(([command]) => command)).toEqual(['convert', 'tables'])
    await cp(join(root, 'inbox'), join(root, commands[0]![1]!), { recursive: true })
    // One of the files is no report.
    const codes = [2, 0]
    for (const [at, args] of commands.entries()) {
      expect(await runGongkai(args, root)).toMatchObject({ code: codes[at] })
      expect(args).toContain(folder)
    }
  }
  const files = await readFile(join(root, '表', 'files.csv'), 'utf8')
  for (const [path] of files.matchAll(/[^,\r\n]+\.json/gu)) {
    const json: ReportJson = JSON.parse(await readFile(join(root, 'outbox', path.replace(/^'/u, '')), 'utf8'))
    const figures = Object.values(json.figures)
    rows += figures.length
    without += figures.filter(({ value }) => value === null).length
    const value = json.figures[cell]!.value!
    sum += value
    ofYear.set(json.report.year!, (ofYear.get(json.report.year!) ?? 0) + value)
  }
  expect({ rows: rows > 500, without, sum: sum > 0 }).toEqual({ rows: true, without: 1, sum: true })
}, 300_000)

const blocks = async (document: string, heading: string, language: string): Promise<readonly Snippet[]> =>
  (await snippetsOf(new URL(`../../${document}`, import.meta.url), heading)).filter(
    snippet => snippet.language === language,
  )

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { cwd: root, env: { ...process.env, LC_ALL: 'C.UTF-8' } }).toString()

/** What is asked of `figures` once a line has read them, by the library that the line names. */
const asks: Readonly<Record<string, string>> = {
  pandas: `print(len(figures), int(figures["value"].isna().sum()), int(figures[figures["cell"] == "${cell}"]["value"].sum()))`,
  polars: `print(len(figures), figures["value"].null_count(), int(figures.filter(polars.col("cell") == "${cell}")["value"].sum()))`,
}

describe.each(documents)('the lines of %s', (document, heading, folder) => {
  test('Python: pandas and polars load every cell, DuckDB answers', async () => {
    const lines = await blocks(document, heading, 'python')
    expect(lines).toHaveLength(3)
    for (const { text } of lines) {
      const library = /^import (\w+)/u.exec(text)![1]!
      const said = run(join(bin, 'python'), ['-c', `${text}\n${asks[library] ?? ''}`])
      if (library === 'duckdb')
        for (const [year, of] of ofYear) expect(said).toMatch(new RegExp(`${year} .* ${of}\\.0+ `, 'u'))
      else expect(said.trim()).toBe(`${rows} ${without} ${sum}`)
    }
  })

  test('R', async () => {
    const [line] = await blocks(document, heading, 'r')
    const ask = `cat(nrow(figures), sum(is.na(figures$value)), sum(figures$value[figures$cell == "${cell}"]), names(figures)[1])`
    expect(run('Rscript', ['-e', `${line!.text}\n${ask}`])).toBe(`${rows} ${without} ${sum} unit`)
  })

  test('frictionless finds the package valid', () => {
    const said = run(join(bin, 'frictionless'), ['validate', '--json', join(folder, 'datapackage.json')])
    expect(JSON.parse(said)).toMatchObject({ valid: true, stats: { tasks: 4 } })
  })
})

test('a spreadsheet that opens the CSV shows Chinese, numbers, days and texts as they are', async () => {
  const sheetOf = async (name: string) => {
    const sheets = await shown(await savedAgain(await readFile(join(root, '表', `${name}.csv`))))
    const [[heads, ...lines]] = [...sheets.values()] as [string[][]]
    return lines.map(line => Object.fromEntries(heads!.map((head, at) => [head, line[at]])))
  }
  const reports = await sheetOf('reports')
  expect(reports.find(row => row['year'] === '2023')).toMatchObject({
    ...{ key: "'=1.html", authority: units.u1, signed_on: '2024-01-12' },
  })
  expect(await sheetOf('figures')).toHaveLength(rows)
})
