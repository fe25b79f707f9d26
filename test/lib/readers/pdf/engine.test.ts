import { describe, expect, test } from 'vitest'
import { grid, pdfOf, text, withObjects } from '../../../support/pdf.ts'
import { codes, outline, readContent, readPages, readPdf } from './outline.ts'

const cell = (words: string): string[] => grid(60, 100, [60, 60], [['数量', words]])
const white = (top: number): string => `q 1 g 122 ${842 - top - 16} 50 14 re f Q`

describe('what is printed counts', () => {
  test('not what a mark says in its place', async () => {
    const content = [...cell(''), '/Span << /ActualText (99) >> BDC', text(123, 114, '16'), 'EMC']
    expect(outline(await readContent(...content))).toEqual([[['数量', '16']]])
  })

  test('a number over one that was covered, though both begin alike', async () => {
    const document = await readContent(...cell('12'), white(102), text(123, 113.5, '13'))
    expect(outline(document)).toEqual([[['数量', '13']]])
    expect(codes(document)).toContain('hidden-text-dropped')
  })

  test('the same number over itself, covered between', async () => {
    const document = await readContent(...cell('12'), white(102), text(123, 113.5, '12'))
    expect(outline(document)).toEqual([[['数量', '12']]])
  })

  test('equal lines below each other', async () => {
    const lines = Array.from({ length: 20 }, (_, at) =>
      text(80, 100 + at * 14, '本年度没有发生此类情况，与上一年度相同。', 12),
    )
    const document = await readContent(...lines)
    expect(
      outline(document)
        .join('')
        .match(/本年度/gu),
    ).toHaveLength(20)
  })

  test('equal figures of a low table', async () => {
    const rows = Array.from({ length: 12 }, () => ['0', '0', '0'])
    const document = await readContent(...grid(60, 100, [9, 9, 9], rows, { height: 9, size: 8 }))
    expect(outline(document)).toEqual([rows])
  })
})

describe('a layer', () => {
  const layers = (content: readonly string[]): Buffer =>
    withObjects(
      pdfOf([{ content }]),
      [
        ['/Type /Catalog', '/Type /Catalog /OCProperties << /OCGs [90 0 R 91 0 R] /D << /OFF [90 0 R] >> >>'],
        ['/Resources <<', '/Resources << /Properties << /L1 90 0 R /L2 91 0 R >>'],
      ],
      '90 0 obj\n<< /Type /OCG /Name (off) >>\nendobj\n91 0 obj\n<< /Type /OCG /Name (on) >>\nendobj',
    )
  const covered = (layer: string): Buffer =>
    layers([...cell('16'), `/OC /${layer} BDC`, white(102), 'EMC', text(80, 200, '之后')])

  test('that is switched off hides nothing, and one that is on does', async () => {
    const off = await readPdf(covered('L1'))
    expect(outline(off)).toEqual([[['数量', '16']], '之后'])
    expect(codes(off)).toEqual([])
    const on = await readPdf(covered('L2'))
    expect(outline(on)).toEqual([[['数量', '']], '之后'])
    expect(codes(on)).toContain('hidden-text-dropped')
  })

  test('of text in a font that is not in the file cannot be told: it is read, and pointed out', async () => {
    const document = await readPdf(layers([...cell(''), '/OC /L1 BDC', text(123, 114, '16'), 'EMC']))
    expect(outline(document)).toEqual([[['数量', '16']]])
    expect(codes(document)).toContain('text-overdrawn')
  })
})

test('a page turned by a quarter is read as it is shown', async () => {
  const { blocks } = await readPages({ content: cell('16'), rotate: 90 })
  expect(blocks).toHaveLength(1)
})
