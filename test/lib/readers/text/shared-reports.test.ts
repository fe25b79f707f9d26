import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { editionById } from '../../../../lib/forms/find-edition.ts'
import { figureKey } from '../../../../lib/forms/form.ts'
import type { EditionId } from '../../../../lib/forms/index.ts'
import type { Document } from '../../../../lib/model/document.ts'
import { decode } from '../../../../lib/readers/format/encoding.ts'
import { readMarkdown, readText } from '../../../../lib/readers/text/index.ts'
import { rowsOf, tablesOf } from './rows.ts'

const folder = new URL('../../../../../shared/reports/', import.meta.url)
const present = existsSync(folder)

interface Key {
  readonly files: readonly string[]
  readonly editions: Readonly<Record<string, EditionId>>
  readonly figures: Readonly<Record<string, number | null>>
}

const keys: Key[] = !present
  ? []
  : readdirSync(folder)
      .filter(name => name.endsWith('.key.json'))
      .map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
const flattened = keys.flatMap(key =>
  key.files.filter(name => /\.(txt|md)$/.test(name)).map(name => [name, key] as const),
)

const documentOf = (name: string): Document => {
  const { text } = decode(readFileSync(new URL(name, folder)))
  return name.endsWith('.md') ? readMarkdown(text) : readText(text)
}

/** Printed label without numbering, spaces and punctuation. */
const bare = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[\s(),、。.:“”"]/g, '')
    .replace(/^[一二三四五六七八九十\d]+/, '')

const numberIn = (cell: string): number | null => {
  const text = cell.trim()
  return text === '' || text === '-' ? null : Number(text)
}

describe.skipIf(!present)('real flattened reports', () => {
  test('there are some', () => {
    expect(flattened.length).toBeGreaterThanOrEqual(6)
  })

  test.each(flattened)('%s: the seven cells after each label of the requests table', (name, key) => {
    const rows = tablesOf(documentOf(name)).flatMap(rowsOf)
    let from = 0
    for (const row of editionById(key.editions['requests']!).forms.requests.blocks[0]!.rows) {
      const label = bare(row.path.at(-1)!.label)
      const found = rows.findIndex((cells, at) => at >= from && bare(cells.at(-8) ?? '') === label)
      const values = rows[found]?.slice(-7).map(numberIn)
      const columns = editionById('2021').forms.requests.blocks[0]!.columns
      expect(values, row.key).toEqual(
        columns.map(column => key.figures[figureKey('requests', row.key, column.key)]),
      )
      from = found + 1
    }
  })

  test.each(flattened)('%s: the fifteen figures of the litigation table', (name, key) => {
    const rows = tablesOf(documentOf(name)).flatMap(rowsOf)
    const figures = rows
      .filter(cells => cells.every(cell => /^\s*\d*\s*$/.test(cell)) && cells.some(cell => /\d/.test(cell)))
      .flat()
      .map(numberIn)
    const expected = Object.entries(key.figures).filter(([at]) =>
      at.startsWith('reconsiderationAndLitigation.'),
    )
    expect(figures).toEqual(expected.map(([, value]) => value))
  })

  test.each(flattened)('%s: headings of the sections are paragraphs, in order', name => {
    const headings = documentOf(name).blocks.flatMap(block =>
      block.kind === 'paragraph' && /^[一二三四五六]、/.test(block.text) ? [block.text[0]] : [],
    )
    expect([...new Set(headings)].join('')).toBe('一二三四五六')
  })

  test('fragments with lost values and run-together cells give no row of seven figures', () => {
    for (const name of ['partial/xiongxian-xiang-2019-labels-only.txt', 'pingtan-2020.squashed.txt']) {
      expect(tablesOf(documentOf(name)), name).toEqual([])
    }
  })

  test('blanks that were printed are kept, blanks that were dropped are not invented', () => {
    const slash = tablesOf(documentOf('partial/tongjiju-2023-slash.txt')).flatMap(rowsOf)
    expect(slash.find(row => row[0]!.startsWith('一、'))!.slice(1)).toEqual(['', '', '', '', '', '', '0'])
    const dropped = tablesOf(documentOf('partial/yueyang-nanhu-2019.txt')).flatMap(rowsOf)
    expect(dropped.find(row => row[0]!.startsWith('一、'))!.slice(1)).toEqual(['3', '3'])
  })
})
