import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readFigure } from '../../../../lib/figures/read-figure.ts'
import type { EditionId } from '../../../../lib/forms/index.ts'
import { readReport } from '../../../../lib/read-report.ts'
import { fixtureValues, pdfFixtures } from '../../../support/pdf-fixtures.ts'
import { readPdf, tablesOf } from './outline.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.pdf`, import.meta.url))

describe('reports set by Writer and Chromium', () => {
  test.each(pdfFixtures)('$name: every figure ($note)', async ({ name, edition }) => {
    const document = await readPdf(fixture(name))
    const { figures, editions } = readReport(document)
    const printed = Object.entries(fixtureValues(name, edition))
    const expected = printed.map(([key, value]) => {
      const unit = figures.get(key)?.unit
      const { state, value: figure } = readFigure(String(value), unit ? { unit } : {})
      return [key, state, figure]
    })
    expect(printed.map(([key]) => [key, figures.get(key)?.state, figures.get(key)?.value])).toEqual(expected)
    expect(new Set(Object.values(editions))).toContain(edition)
  })

  test.each(pdfFixtures)(
    '$name: three whole tables over several pages, and the text around them',
    async ({ name, edition }) => {
      const document = await readPdf(fixture(name))
      const rows = edition === '2019' ? [18, 26, 4] : [14, 28, 4]
      expect(tablesOf(document).map(table => table.rows)).toEqual(rows)
      const pages = tablesOf(document).flatMap(table =>
        table.cells.map(({ source }) => (source.kind === 'page' ? source.page : 0)),
      )
      expect(new Set(pages).size).toBeGreaterThan(1)
      const texts = document.blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : []))
      const headings = texts.filter(text => /^[一二三四五六]、/u.test(text))
      expect(headings.map(text => text[0]).join('')).toBe('一二三四五六')
      expect(texts[0]).toMatch(/^青禾县数据局20\d\d年政府信息公开工作年度报告$/u)
      expect(texts.some(text => /^-? ?\d+ ?-?$/u.test(text))).toBe(false)
    },
  )
})

interface Key {
  readonly files: readonly string[]
  readonly editions: Readonly<Record<string, EditionId>>
  readonly figures: Readonly<Record<string, number | null>>
}

const folder = new URL('../../../../../shared/reports/', import.meta.url)
const keys: Key[] = existsSync(folder)
  ? readdirSync(folder)
      .filter(name => name.endsWith('.key.json'))
      .map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  : []
const published = keys.flatMap(key =>
  key.files.filter(name => name.endsWith('.pdf')).map(name => [name, key] as const),
)

describe.skipIf(!existsSync(folder))('published reports', () => {
  test('there are some', () => {
    expect(published.length).toBeGreaterThanOrEqual(3)
  })

  test.each(published)('%s: every figure as printed, right or not, and nothing lost', async (name, key) => {
    const document = await readPdf(readFileSync(new URL(name, folder)))
    const { figures, editions } = readReport(document)
    expect(Object.fromEntries(Object.keys(key.figures).map(at => [at, figures.get(at)?.value]))).toEqual(
      key.figures,
    )
    expect(editions).toEqual(key.editions)
    expect(document.losses).toEqual([])
    const { sections } = readReport(document)
    expect(sections).toHaveLength(6)
  })
})
