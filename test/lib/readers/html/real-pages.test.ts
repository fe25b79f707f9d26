import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Document, Table } from '../../../../lib/model/document.ts'
import { expand } from '../../../support/expand.ts'
import { read, tablesOf } from '../../../support/html.ts'

const reports = new URL('../../../../../shared/reports/', import.meta.url)

interface Key {
  readonly files: readonly string[]
  readonly editions: { readonly requests: '2019' | '2021' }
  readonly figures: Readonly<Record<string, number | null>>
}

describe.skipIf(!existsSync(reports))('real pages', () => {
  const keys = existsSync(reports)
    ? readdirSync(reports)
        .filter(name => name.endsWith('.key.json'))
        .map(name => JSON.parse(readFileSync(new URL(name, reports), 'utf8')) as Key)
    : []
  const pages = keys.flatMap(key =>
    key.files.filter(name => name.endsWith('.html')).map(page => ({ page, key })),
  )
  const statutory = (document: Document): Table[] =>
    tablesOf(document).filter(table =>
      table.cells.some(({ text }) => /第二十条|申请人情况|行政复议/.test(text)),
    )
  const figures = (key: Key, form: string): (number | null)[] =>
    Object.entries(key.figures).flatMap(([name, value]) => (name.startsWith(`${form}.`) ? [value] : []))
  const printed = (text: string): number | null => (text.trim() === '' ? null : Number(text))

  test('are found', () => {
    expect(pages.length).toBeGreaterThan(0)
  })

  test.each(pages)('$page has the three tables of the forms and loses nothing', ({ page, key }) => {
    const document = read(readFileSync(new URL(page, reports), 'utf8'))
    expect(document.losses).toEqual([])
    const tables = statutory(document)
    const [proactive, requests, litigation] = tables
    const rows = key.editions.requests === '2019' ? [18, 26, 4] : [14, 28, 4]
    expect(tables.map(table => table.rows)).toEqual(rows)
    expect([proactive!.columns, requests!.columns]).toEqual([4, 10])
    // Office suites may draw a column of no width beside the fifth.
    expect([15, 16]).toContain(litigation!.columns)
    for (const table of tables) expect(expand(table).flat()).not.toContain(undefined)

    const values = expand(requests!)
      .slice(3)
      .flatMap(row => row.slice(3).map(slot => printed(slot!.text)))
    expect(values).toEqual(figures(key, 'requests'))
    const last = litigation!.cells.filter(({ row }) => row === 4)
    expect(last.map(({ text }) => printed(text))).toEqual(figures(key, 'reconsiderationAndLitigation'))
  })
})
