import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFigure } from '../../../../lib/figures/read-figure.ts'
import { Problem } from '../../../../lib/model/problems.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { readReport } from '../../../../lib/read-report.ts'
import { readDocx } from '../../../../lib/readers/docx/index.ts'
import { cpuTime } from '../../../support/cpu-time.ts'
import { docxOf, paragraph, readBody, row, run, table } from '../../../support/docx.ts'
import { fixtureValues, pdfFixtures } from '../../../support/pdf-fixtures.ts'
import {
  heapedDocx,
  looseDocx,
  type Page,
  type Pages,
  pagesOfPdf,
  placedDocx,
  placings,
} from '../../../support/placed-docx.ts'
import { seeded } from '../../../support/random.ts'

const pagesOf = (name: string): Promise<Pages> =>
  pagesOfPdf(readFileSync(new URL(`../pdf/fixtures/${name}.pdf`, import.meta.url)))

const shuffled = (page: Page, seed: string): Page => {
  const below = seeded(seed)
  const pieces = [...page]
  for (let at = pieces.length - 1; at > 0; at--) {
    const other = below(at + 1)
    const piece = pieces[at]!
    pieces[at] = pieces[other]!
    pieces[other] = piece
  }
  return pieces
}

const downwards = (page: Page): Page => page.toSorted((a, b) => a.top - b.top || a.left - b.left)
const columnwise = (page: Page): Page => page.toSorted((a, b) => a.left - b.left || a.top - b.top)
const withoutLines = (page: Page): Page => page.filter(({ text }) => text !== '')

const each = ({ size, pages }: Pages, order: (page: Page) => Page): Pages => ({
  size,
  pages: pages.map(order),
})

/** Shuffled text may say too little to be known for a report at all. */
const figuresOf = async (bytes: Uint8Array): Promise<Report['figures']> => {
  try {
    return readReport(await readDocx(bytes)).figures
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-a-report') return new Map()
    throw error
  }
}

/** How many figures of the file are as printed; any that says something else is named. */
const compare = async (bytes: Uint8Array, { name, edition }: (typeof pdfFixtures)[number]) => {
  const figures = await figuresOf(bytes)
  const wrong: string[] = []
  let right = 0
  for (const [key, printed] of Object.entries(fixtureValues(name, edition))) {
    const figure = figures.get(key)
    const unit = figure?.unit
    const wanted = readFigure(String(printed), unit ? { unit } : {}).value
    const read = figure?.value ?? null
    if (read === wanted) right++
    else if (read !== null) wrong.push(`${key}: ${read} for ${wanted}`)
  }
  return { right, wrong, all: Object.keys(fixtureValues(name, edition)).length }
}

describe('a page written as boxes reads as the page', () => {
  for (const fixture of pdfFixtures)
    it.each(Object.keys(placings) as (keyof typeof placings)[])(
      `${fixture.name}: %s, in any order`,
      async placing => {
        const pages = await pagesOf(fixture.name)
        for (const order of [downwards, (page: Page) => shuffled(page, `${fixture.name} ${placing}`)]) {
          const { right, wrong, all } = await compare(placedDocx(each(pages, order), placing), fixture)
          expect(wrong).toEqual([])
          expect(right).toBe(all)
        }
      },
    )
})

describe('what nobody can place is no figure', () => {
  it.each(pdfFixtures)('$name: pages heaped one upon the other, in every order', async fixture => {
    const pages = await pagesOf(fixture.name)
    const heaped = await compare(heapedDocx(each(pages, downwards)), fixture)
    expect(heaped).toEqual({ right: heaped.all, wrong: [], all: heaped.all })
    for (const order of [columnwise, (page: Page) => shuffled(page, fixture.name)])
      expect((await compare(heapedDocx(each(pages, order)), fixture)).wrong).toEqual([])
    expect(
      (await compare(heapedDocx({ ...pages, pages: [shuffled(pages.pages.flat(), fixture.name)] }), fixture))
        .wrong,
    ).toEqual([])
  })

  it.each(pdfFixtures)('$name: every box hangs on a paragraph of its own', async fixture => {
    const pages = await pagesOf(fixture.name)
    for (const order of [downwards, columnwise, (page: Page) => shuffled(page, fixture.name)])
      expect((await compare(looseDocx(each(pages, order)), fixture)).wrong).toEqual([])
  })

  it.each(pdfFixtures)('$name: no lines around the cells', async fixture => {
    const pages = await pagesOf(fixture.name)
    for (const placing of ['frames by page', 'boxes by page'] as const)
      for (const order of [downwards, columnwise, (page: Page) => shuffled(page, fixture.name)])
        expect(
          (await compare(placedDocx(each(each(pages, withoutLines), order), placing), fixture)).wrong,
        ).toEqual([])
  })
})

describe('a figure with a mark in its box', () => {
  it.each([
    ['raised', '<w:vertAlign w:val="superscript"/>'],
    ['smaller', '<w:sz w:val="9"/>'],
    ['white', '<w:color w:val="FFFFFF"/>'],
  ])('%s, does not become a longer one', async (_, properties) => {
    const frame = (content: string, left: number): string =>
      paragraph(content, `<w:framePr w:w="900" w:hAnchor="page" w:vAnchor="page" w:x="${left}" w:y="2000"/>`)
    const { texts } = await readBody(
      frame(run('规章'), 1000) +
        frame(run('12') + run('3', properties), 3000) +
        frame(run('5'), 5000) +
        frame(run('6'), 7000),
    )
    expect(texts.join(' ')).not.toMatch(/123/)
  })
})

describe('places that only a program that sets the page knows', () => {
  it.each(['line', 'character'])('counted from a %s', async from => {
    const box = (text: string): string =>
      `<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="${from === 'line' ? 'page' : from}"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="${from === 'line' ? from : 'page'}"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="900000" cy="300000"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
    const { texts, losses } = await readBody(paragraph(['规章', '3', '2', '1'].map(box).join('')))
    expect([texts, losses]).toEqual([['规章'], ['box-without-place']])
  })
})

describe('ordinary documents', () => {
  const box = (text: string): string =>
    `<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="900000" cy="300000"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`

  it('a box or two beside the text stay where the file has them', async () => {
    const { texts, losses } = await readBody(
      paragraph(run('甲')) + paragraph(box('附件') + box('1') + run('乙')) + paragraph(run('丙')),
    )
    expect([texts, losses]).toEqual([['甲', '乙', '附件', '1', '丙'], []])
  })

  it('tables stay tables where figures float beside them', async () => {
    const body =
      paragraph(box('附件')) + table(row(['甲', '1']), row(['乙', '2'])) + paragraph(box('5') + box('6'))
    const { grids, losses } = await readBody(body)
    expect(grids).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ])
    expect(losses).toEqual(['box-without-place'])
  })
})

describe('a box over several cells', () => {
  const text = (content: string, left: number, top: number, width: number): string =>
    paragraph(
      run(content, '<w:sz w:val="20"/>'),
      `<w:framePr w:w="${width * 20}" w:hAnchor="page" w:vAnchor="page" w:x="${left * 20}" w:y="${top * 20}"/>`,
    )
  const line = (left: number, top: number, width: number, height: number): string =>
    `<w:r><w:pict><v:line style="position:absolute;mso-position-horizontal-relative:page;mso-position-vertical-relative:page" from="${left}pt,${top}pt" to="${left + width}pt,${top + height}pt"/></w:pict></w:r>`
  const lines = [100, 130, 160]
    .map(y => line(100, y, 300, 0))
    .concat([100, 200, 300, 400].map(x => line(x, 100, 0, 60)))

  it('its numbers are said, since nobody can tell where its spaces end', async () => {
    const { grids, document } = await readBody(
      text('规章', 110, 110, 40) +
        text('甲', 210, 110, 20) +
        text('乙', 310, 110, 20) +
        text('数量', 110, 140, 40) +
        text('12    34', 210, 140, 150) +
        text('2020', 110, 60, 40) +
        paragraph(lines.join('')),
    )
    expect(grids[0]![0]).toEqual(['规章', '甲', '乙'])
    const said = document.losses.map(({ source }) => (source?.kind === 'page' ? source.row : 0))
    expect(new Set(said)).toEqual(new Set([2]))
  })
})

const cases = new URL('../../../../../shared/cases/readers/frames-docx/', import.meta.url)
const reports = new URL('../../../../../shared/reports/', import.meta.url)

describe.skipIf(!existsSync(cases))('reports that a program turned from PDF into Word', () => {
  it.each(['002', '003'])('made-from-%s', async number => {
    const document = await readDocx(readFileSync(new URL(`made-from-${number}.docx`, cases)))
    const key = JSON.parse(readFileSync(new URL(`${number}.key.json`, reports), 'utf8'))
    const { figures } = readReport(document)
    expect(Object.fromEntries([...figures].map(([name, { value }]) => [name, value]))).toEqual(key.figures)
  })
})

it('boxes without number end within their time', async () => {
  const one = (at: number): string =>
    paragraph(run(String(at)), `<w:framePr w:x="${at}" w:y="${at % 700}" w:w="20"/>`)
  const began = cpuTime()
  await readDocx(docxOf(Array.from({ length: 20_000 }, (_, at) => one(at)).join('')))
  expect(cpuTime() - began).toBeLessThan(10_000)
})
