import { describe, expect, test } from 'vitest'
import { grid, line, text } from '../../../support/pdf.ts'
import { codes, outline, readContent, readPages } from './outline.ts'

/** 25 characters: a full line of 16 points between the margins 80 and 480. */
const full = '公开目录进一步细化全年发布各类信息和政策解读材料共'
const first = full.slice(2)
const rest = '若干篇。'

describe('paragraphs', () => {
  test('are put together from their lines: indented first, short last', async () => {
    const document = await readContent(
      text(112, 100, first, 16),
      text(80, 128, full, 16),
      text(80, 156, rest, 16),
      text(112, 184, first, 16),
      text(80, 212, rest, 16),
    )
    expect(outline(document)).toEqual([`${first}${full}${rest}`, `${first}${rest}`])
  })

  test('begin with the headings of sections, which stand alone', async () => {
    const document = await readContent(
      text(112, 100, '一、总体情况', 16),
      text(112, 128, first, 16),
      text(80, 156, rest, 16),
      text(112, 184, '二、主动公开政府信息情况', 16),
      text(112, 212, first, 16),
      text(80, 240, rest, 16),
    )
    expect(outline(document)).toEqual([
      '一、总体情况',
      `${first}${rest}`,
      '二、主动公开政府信息情况',
      `${first}${rest}`,
    ])
  })

  test('without indentation end where a line has room left', async () => {
    const document = await readContent(
      text(80, 100, full, 16),
      text(80, 128, '其余内容较短。', 16),
      text(80, 156, full, 16),
      text(80, 184, rest, 16),
    )
    expect(outline(document)).toEqual([`${full}其余内容较短。`, `${full}${rest}`])
  })

  test('join words of Latin script with a space, and numbers moved to the next line without', async () => {
    const document = await readContent(
      text(112, 100, first, 16),
      text(80, 128, `${full.slice(0, 21)}annual`, 16),
      text(80, 156, 'report 2023', 16),
      text(112, 184, first, 16),
      text(80, 212, full.slice(0, 23), 16),
      text(80, 240, '102400条', 16),
    )
    expect(outline(document)).toEqual([
      `${first}${full.slice(0, 21)}annual report 2023`,
      `${first}${full.slice(0, 23)}102400条`,
    ])
  })

  test('go on over the page, past its number and running head', async () => {
    const document = await readPages(
      {
        content: [
          text(250, 50, '青禾县'),
          text(112, 740, first, 16),
          text(80, 768, full, 16),
          text(280, 815, '1'),
        ],
      },
      {
        content: [
          text(250, 50, '青禾县'),
          text(80, 100, rest, 16),
          text(112, 128, first, 16),
          text(280, 815, '2'),
        ],
      },
    )
    expect(outline(document)).toEqual([`${first}${full}${rest}`, first])
  })

  test('in the middle and larger than the text are titles', async () => {
    const document = await readContent(
      text(170, 80, '青禾县人民政府办公室', 22),
      text(137, 115, '二〇二三年信息公开工作报告', 22),
      text(112, 150, first, 16),
      text(80, 178, full, 16),
      text(80, 206, full, 16),
      text(80, 234, rest, 16),
    )
    expect(document.blocks.slice(0, 2)).toMatchObject([
      { text: '青禾县人民政府办公室', level: 1 },
      { text: '二〇二三年信息公开工作报告', level: 1 },
    ])
    expect(document.blocks).toHaveLength(3)
  })

  test('and tables follow each other as they stand on the page', async () => {
    const document = await readContent(
      ...grid(80, 200, [60, 60], [['甲', '1']]),
      text(80, 100, '表前。'),
      text(80, 260, '表后。'),
    )
    expect(outline(document)).toEqual(['表前。', [['甲', '1']], '表后。'])
  })
})

describe('tables without rulings', () => {
  const words = (row: string[], at: number) =>
    row.map((cell, column) => text(60 + column * 120, 100 + at * 20, cell))
  const rows = [
    ['信息内容', '制发件数', '废止件数'],
    ['规章', '0', '12'],
    ['规范性文件', '3', '4'],
  ]

  test('whose figures stand under their headings are tables', async () => {
    const document = await readContent(text(60, 60, '说明如下。'), ...rows.flatMap(words))
    expect(outline(document)).toEqual(['说明如下。', rows])
    expect(codes(document)).toEqual([])
  })

  test('or with rulings in one direction only are the same', async () => {
    const lines = [0, 1, 2, 3].map(at => line(50, 86 + at * 20, 400, 86 + at * 20))
    const document = await readContent(...lines, ...rows.flatMap(words))
    expect(outline(document)).toEqual([rows])
    expect(codes(document)).toEqual([])
  })

  test('are text, never cells, and are reported, where a figure stands between two headings', async () => {
    const between = [text(60, 160, '许可'), text(235, 160, '7'), text(300, 160, '8')]
    const document = await readContent(...rows.flatMap(words), ...between)
    expect(outline(document)).toEqual(['信息内容 制发件数 废止件数\n规章 0 12\n规范性文件 3 4\n许可 7 8'])
    expect(codes(document)).toEqual(['table-without-rulings'])
  })
})
