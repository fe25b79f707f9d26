import { describe, expect, test } from 'vitest'
import type { ShownPage } from '../../lib/model/picture.ts'
import { originalPages } from '../../lib/original-pages.ts'
import { drawPage } from '../../lib/readers/index.ts'
import { limits } from '../../lib/readers/limits.ts'
import { grid, latin, pdfOf, text } from '../support/pdf.ts'
import { openPng } from '../support/png.ts'

const mobile = '13812345678'
const identity = '11010519491231002X'

const fileOf = (pages: readonly (readonly string[])[]): Uint8Array =>
  pdfOf(pages.map(content => ({ content: [...content] })))

const pagesOf = async (pages: readonly (readonly string[])[]): Promise<readonly ShownPage[]> =>
  (await originalPages('年报.pdf', fileOf(pages))).pages

/** Whether something dark is printed in a part of a page, in points. */
const isInked = (png: Uint8Array, scale: number, [left, top, right, bottom]: ShownPage['hidden'][number]) => {
  const { at } = openPng(png)
  for (let y = Math.ceil(top * scale); y < bottom * scale; y++)
    for (let x = Math.ceil(left * scale); x < right * scale; x++) if (at(x, y)[0]! < 90) return true
  return false
}

describe('the pages of a file', () => {
  test('are told with their sizes, in order', async () => {
    const pages = await pagesOf([[latin(60, 100, '12')], [latin(60, 100, '3')]])
    const sized = { width: 595, height: 842, hidden: [], without: null }
    expect(pages).toEqual([
      { page: 1, ...sized },
      { page: 2, ...sized },
    ])
  })

  test('say where a picture would lack words, since their font is not in the file', async () => {
    const pages = await pagesOf([[latin(60, 100, '12')], [text(60, 100, '甲局')]])
    expect(pages.map(({ without }) => without)).toEqual([null, 'font'])
  })

  test('are none of a format without pages', async () => {
    const words = new TextEncoder().encode('甲局年度报告')
    expect(await originalPages('年报.txt', words, ['甲局'])).toEqual({ pages: [], quotes: [[]] })
  })

  test.each([
    ['in a sentence', [text(60, 100, `联系人手机：${mobile}。`)]],
    ['broken over two lines', [text(60, 100, '联系人手机：13812'), text(60, 116, '345678，欢迎来电。')]],
    [
      'in a cell',
      grid(
        60,
        100,
        [90, 90, 120],
        [
          ['姓名', '手机', '证件号'],
          ['张三', mobile, identity],
        ],
      ),
    ],
    ['at the foot of a page', [text(60, 100, '甲局年度报告'), text(60, 815, `联系电话：${mobile}`)]],
  ])('tell where a number of a person stands: %s', async (_where, content) => {
    const bytes = fileOf([content])
    const [page] = (await originalPages('年报.pdf', bytes)).pages
    expect(page!.hidden.length).toBeGreaterThanOrEqual(9)
    const scale = 2
    const wanted = { page: 1, scale }
    const bare = await drawPage('年报.pdf', bytes, { ...wanted, hidden: [] })
    const covered = await drawPage('年报.pdf', bytes, { ...wanted, hidden: page!.hidden })
    if (!('png' in bare) || !('png' in covered)) throw new Error('no picture')
    for (const box of page!.hidden) {
      expect(isInked(bare.png, scale, box)).toBe(true)
      expect(isInked(covered.png, scale, box)).toBe(false)
    }
  })

  test('tell where words stand that are asked for, a piece for each line, whatever spaces are between', async () => {
    const file = fileOf([
      [text(60, 100, '标题')],
      [text(60, 100, '全年共收到申请'), text(60, 116, '22件，办结20件。')],
    ])
    const { quotes } = await originalPages('年报.pdf', file, ['收到申请 22 件', '没有的话', ''])
    expect(quotes).toMatchObject([[{ page: 2 }, { page: 2 }], [], []])
    const [first, second] = quotes[0]!.map(({ box }) => box.map(Math.round))
    expect(first).toEqual([90, expect.any(Number), 130, expect.any(Number)])
    expect(second![0]).toBe(60)
    expect(second![1]).toBeGreaterThan(first![1]!)
  })

  test('hide no figure of a table for looking like a part of a number', async () => {
    const rows = [
      ['联系电话', '手机', '数'],
      ['138', '1234', '5678'],
      ['138', '1234', '5678'],
    ]
    const [page] = await pagesOf([grid(60, 100, [90, 90, 90], rows)])
    expect(page!.hidden).toEqual([])
  })
})

describe('a page as a picture', () => {
  const bytes = pdfOf([{ content: [latin(60, 100, '12')] }])
  const draw = (page: number, scale: number) => drawPage('年报.pdf', bytes, { page, scale, hidden: [] })

  test('has so many pixels to a point', async () => {
    const drawn = await draw(1, 1)
    expect('png' in drawn && openPng(drawn.png)).toMatchObject({ width: 595, height: 842 })
  })

  test.each([1e9, 100, 8])('has no more pixels than there may be, at a scale of %d', async scale => {
    const drawn = await draw(1, scale)
    if (!('png' in drawn)) throw new Error('no picture')
    const { width, height } = openPng(drawn.png)
    expect(width * height).toBeLessThanOrEqual(limits.pdf.pictures.pixels * 1.01)
    expect(width * height).toBeGreaterThan(limits.pdf.pictures.pixels * 0.95)
  })

  test.each([
    [0, 1],
    [2, 1],
    [1.5, 1],
    [Number.NaN, 1],
    [1, 0],
    [1, -1],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
  ])('is none of page %d at a scale of %d', async (page, scale) => {
    expect(await draw(page, scale)).toEqual({ without: 'failed' })
  })

  test('is none of a file without pages', async () => {
    const words = new TextEncoder().encode('甲局')
    expect(await drawPage('a.txt', words, { page: 1, scale: 1, hidden: [] })).toEqual({ without: 'failed' })
  })
})
