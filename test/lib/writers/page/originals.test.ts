import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../lib/checks/check.ts'
import { convert, judge } from '../../../../lib/convert.ts'
import type { DrawnPlace } from '../../../../lib/model/picture.ts'
import type { Report } from '../../../../lib/model/report.ts'
import type { Source } from '../../../../lib/model/source.ts'
import { gravestFirst } from '../../../../lib/writers/gravest-first.ts'
import type { JudgedReport } from '../../../../lib/writers/judged-report.ts'
import type { PageBox } from '../../../../lib/writers/pictures/boxes.ts'
import { viewsOf } from '../../../../lib/writers/pictures/views.ts'
import { wantedPictures } from '../../../../lib/writers/pictures/wanted.ts'
import { pageOf } from '../../../support/page.ts'

const pdfs = ['cut-rows', 'repeated-headers', 'browser'].map(name => ({
  name,
  input: {
    name: `${name}.pdf`,
    bytes: readFileSync(new URL(`../../readers/pdf/fixtures/${name}.pdf`, import.meta.url)),
    sha256: '0'.repeat(64),
  },
}))
const published = new URL('../../../../../shared/reports/hongze-2023.pdf', import.meta.url)
if (existsSync(published))
  pdfs.push({
    name: 'published',
    input: { name: 'published.pdf', bytes: readFileSync(published), sha256: '0'.repeat(64) },
  })

type Element = DefaultTreeAdapterTypes.Element

const within = (root: DefaultTreeAdapterTypes.Node): Element[] => {
  const own = 'tagName' in root ? [root] : []
  return 'childNodes' in root ? [...own, ...root.childNodes.flatMap(within)] : own
}
const value = (element: Element, name: string): string =>
  element.attrs.find(each => each.name === name)?.value ?? ''

const pageText = async (input: (typeof pdfs)[number]['input']): Promise<string> =>
  Buffer.from((await convert(input)).outputs.page).toString()

/** Whether a place holds another, a tenth of a point aside. */
const covers = (outer: readonly number[], inner: readonly number[]): boolean =>
  outer[0]! <= inner[0]! + 0.1 &&
  outer[1]! <= inner[1]! + 0.1 &&
  outer[2]! >= inner[2]! - 0.1 &&
  outer[3]! >= inner[3]! - 0.1

describe.each(pdfs)('the page of $name', ({ input }) => {
  test('shows the place of every finding that has one, and each picture is in it once', async () => {
    const { report, findings } = await judge(input)
    const elements = within(parse(await pageText(input)))
    const images = elements.filter(({ tagName }) => tagName === 'image')
    const ids = images.map(image => value(image, 'id'))
    expect(images.length).toBeGreaterThan(0)
    expect(new Set(images.map(image => value(image, 'href'))).size).toBe(images.length)
    const items = elements.filter(element => value(element, 'data-finding') !== '')
    expect(items.map(item => value(item, 'data-finding')).toSorted()).toEqual(
      findings.map(({ id }) => id).toSorted(),
    )
    for (const finding of findings) {
      const item = items.find(each => value(each, 'data-finding') === finding.id)!
      const figure = item.childNodes
        .filter(node => 'tagName' in node)
        .find(({ tagName }) => tagName === 'figure')
      const hasPlace = finding.cells.some(key => report.figures.get(key)?.source?.kind === 'page')
      expect([finding.id, figure !== undefined]).toEqual([finding.id, hasPlace])
      if (!figure) continue
      for (const use of within(figure).filter(({ tagName }) => tagName === 'use'))
        expect(ids).toContain(value(use, 'href').slice(1))
      const shown = within(figure).filter(({ tagName }) => tagName === 'svg')
      for (const svg of shown) expect(value(svg, 'aria-label')).toMatch(/^原件第 \d+ 页：./u)
      expect(within(figure).filter(path => value(path, 'class') === 'main').length).toBeGreaterThan(0)
    }
  })

  test('is the same each time', async () => {
    expect(await pageText(input)).toBe(await pageText(input))
  })

  test('asks for places that hold all that is shown, and for none twice', async () => {
    const { report, findings } = await judge(input)
    const keys = [...report.figures].flatMap(([key, { source }]) => (source?.kind === 'page' ? [key] : []))
    const finding = fc
      .uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 40 })
      .map((cells): Finding => ({ ...findings[0]!, cells }))
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1, maxLength: 12 }), given => {
        const places = wantedPictures({ report, findings: given })
        for (const each of given) {
          const { header, first, rest } = viewsOf(report, each)!
          for (const view of [first, ...rest, ...(header ? [header] : [])]) {
            const holding = places.filter(({ page, box }) => page === view.page && covers(box, view.box))
            expect(holding.length).toBe(1)
            for (const { box } of view.frames) expect(covers(view.box, box)).toBe(true)
          }
          const main = report.figures.get(each.cells[0]!)!.source
          expect(first.frames.filter(frame => frame.main).map(({ box }) => box)).toEqual(
            main?.kind === 'page' ? [main.box] : [],
          )
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('without pictures', () => {
  const { input } = pdfs[0]!
  const judged = judge(input)
  const drawnAs = async (without: 'font' | 'bounds' | 'failed'): Promise<JudgedReport> => {
    const whole = await judged
    return {
      ...whole,
      pictures: wantedPictures(whole).map((place): DrawnPlace => ({ ...place, without })),
    }
  }

  test.each([
    ['font', '没有嵌入那里的字体'],
    ['bounds', '附图过多'],
    ['failed', '未能画出'],
  ] as const)('the page says why (%s), and on which page of the original to look', async (without, words) => {
    const page = pageOf(await drawnAs(without))
    expect(page).not.toContain('<image')
    expect(page).toMatch(
      new RegExp(`有 \\d+ 处没有附原件图（[^）]*${words}[^）]*），请看原件第 [\\d、]+ 页`, 'u'),
    )
    expect(page).toContain('见原件第 3 页')
  })

  test('judging alone makes none, and its page says nothing of them', async () => {
    expect((await judged).pictures).toBeUndefined()
    expect(pageOf(await judged)).not.toContain('原件')
  })

  test('where a place would show a number of a person', async () => {
    const whole = await judged
    const [finding] = gravestFirst(whole.findings).filter(each => viewsOf(whole.report, each) !== null)
    const source = whole.report.figures.get(finding!.cells[0]!)!.source!
    const report = {
      ...whole.report,
      observations: [
        ...whole.report.observations,
        { kind: 'personalNumber', what: 'mobile', person: true, left: '138********', source } as const,
      ],
    }
    for (const place of wantedPictures({ ...whole, report }))
      if (source.kind === 'page' && place.page === source.page) {
        const [left, top, right, bottom] = source.box
        const isApart =
          place.box[2] <= left || place.box[0] >= right || place.box[3] <= top || place.box[1] >= bottom
        expect(isApart).toBe(true)
      }
    const pictures = wantedPictures({ ...whole, report }).map(place => ({
      ...place,
      png: new Uint8Array(),
      scale: 2,
    }))
    expect(pageOf({ ...whole, report, pictures })).toContain('那里有个人号码')
  })
})

describe('a page that is turned by a quarter', () => {
  const { input } = pdfs[0]!
  const [width, height] = [600, 850]
  type Turned = (box: PageBox) => PageBox
  const turns: readonly (readonly [90 | 180 | 270, Turned])[] = [
    [270, ([left, top, right, bottom]) => [height - bottom, left, height - top, right]],
    [180, ([left, top, right, bottom]) => [width - right, height - bottom, width - left, height - top]],
    [90, ([left, top, right, bottom]) => [top, width - right, bottom, width - left]],
  ]
  const turnedSource = (source: Source, box: Turned): Source =>
    source.kind === 'page' ? { ...source, box: box(source.box) } : source
  const turnedReport = (report: Report, box: Turned): Report => ({
    ...report,
    figures: new Map(
      [...report.figures].map(([key, figure]) => [
        key,
        { ...figure, source: figure.source && turnedSource(figure.source, box) },
      ]),
    ),
    tables: report.tables.map(each => ({
      ...each,
      table: {
        ...each.table,
        cells: each.table.cells.map(cell => ({ ...cell, source: turnedSource(cell.source, box) })),
      },
    })),
  })
  const rounded = (box: PageBox | undefined) => box?.map(Math.round)

  test.each(turns)('is shown turned back by %d, and the same of it', async (turn, box) => {
    const { report, findings } = await judge(input)
    const turned = turnedReport(report, box)
    for (const finding of findings) {
      const level = viewsOf(report, finding)
      const views = viewsOf(turned, finding)
      expect(views === null).toBe(level === null)
      if (!level || !views) continue
      const pairs = [
        [level.first, views.first],
        [level.header, views.header],
        ...level.rest.map((each, index) => [each, views.rest[index]]),
      ] as const
      for (const [one, other] of pairs) {
        expect([finding.id, rounded(other?.box)]).toEqual([
          finding.id,
          one ? rounded(box(one.box)) : undefined,
        ])
        if (one && other) expect([one.turn, other.turn]).toEqual([0, turn])
      }
    }
  })
})
