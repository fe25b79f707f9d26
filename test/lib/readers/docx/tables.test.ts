import { describe, expect, it } from 'vitest'
import { cell, mammothAlone, paragraph, readBody, row, run, table } from '../../../support/docx.ts'

const head = row(['项目', '自然人', '法人', '总计'])

describe('cells the row leaves out', () => {
  it('gridBefore and gridAfter become empty cells', async () => {
    const body = table(
      head,
      row(['5', '6', '11'], '<w:gridBefore w:val="1"/>'),
      row(['新收', '1'], '<w:gridAfter w:val="2"/>'),
    )
    const alone = await mammothAlone(body)
    expect(alone.grids[0]![1]!.slice(0, 3)).toEqual(['5', '6', '11'])
    const { grids } = await readBody(body)
    expect(grids).toEqual([
      [
        ['项目', '自然人', '法人', '总计'],
        ['', '5', '6', '11'],
        ['新收', '1', '', ''],
      ],
    ])
  })
})

describe('merged cells', () => {
  it('old hMerge becomes a column span', async () => {
    const body = table(
      head,
      row([cell('合计', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), '3', '4']),
    )
    const alone = await mammothAlone(body)
    expect(alone.grids[0]![1]).toEqual(['合计', '', '3', '4'])
    const { document, grids } = await readBody(body)
    expect(grids[0]![1]).toEqual(['合计', '合计', '3', '4'])
    expect(document.blocks[0]).toMatchObject({
      cells: expect.arrayContaining([expect.objectContaining({ text: '合计', columnSpan: 2 })]),
    })
  })

  it.each([
    ['a bookmark', '<w:bookmarkStart w:id="0" w:name="数据"/><w:bookmarkEnd w:id="0"/>'],
    ['a comment range', '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>'],
    ['a move range', '<w:moveToRangeStart w:id="1" w:name="m"/><w:moveToRangeEnd w:id="1"/>'],
    [
      'a permission',
      '<w:permStart w:id="1" w:edGrp="everyone"/><w:permEnd w:id="1"/><w:proofErr w:type="gramStart"/>',
    ],
  ])('%s between rows and cells leaves row spans alone', async (_, between) => {
    const body = table(
      row([cell('三、办理结果', '<w:vMerge w:val="restart"/>') + between, '予以公开', '7']),
      between,
      row([cell('', '<w:vMerge/>'), '部分公开', '8']),
    )
    const { grids } = await readBody(body)
    expect(grids).toEqual([
      [
        ['三、办理结果', '予以公开', '7'],
        ['三、办理结果', '部分公开', '8'],
      ],
    ])
  })

  it('mammoth alone loses every row span of a table with a bookmark between its rows', async () => {
    const body = table(
      row([cell('三、办理结果', '<w:vMerge w:val="restart"/>'), '予以公开', '7']),
      '<w:bookmarkStart w:id="0" w:name="数据"/><w:bookmarkEnd w:id="0"/>',
      row([cell('', '<w:vMerge/>'), '部分公开', '8']),
    )
    expect((await mammothAlone(body)).html).not.toContain('rowspan')
  })

  it('a cell that is narrower than the merged one above is a cell of its own and shifts nothing', async () => {
    const body = table(
      row([cell('结果', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), '7', '8']),
      row([cell('', '<w:vMerge/>'), '公开', '9', '10']),
    )
    expect((await mammothAlone(body)).grids[0]![1]).not.toContain('10,')
    expect((await mammothAlone(body)).grids[0]![1]!.slice(0, 4)).not.toEqual(['', '公开', '9', '10'])
    const { grids, losses } = await readBody(body)
    expect(grids[0]![1]).toEqual(['', '公开', '9', '10'])
    expect(losses).toEqual(['merge-mismatch'])
  })

  it('a merge does not reach over a row that interrupts it', async () => {
    const body = table(
      row(['甲', cell('乙', '<w:vMerge w:val="restart"/>'), '1']),
      row([cell('小计', '<w:gridSpan w:val="3"/>')]),
      row(['丙', cell('丁', '<w:vMerge/>'), '2']),
    )
    expect((await mammothAlone(body)).grids[0]![2]).not.toEqual(['丙', '丁', '2'])
    expect((await readBody(body)).grids[0]![2]).toEqual(['丙', '丁', '2'])
  })

  it('merges line up in rows with gridBefore', async () => {
    const body = table(
      row(['甲', cell('乙', '<w:vMerge w:val="restart"/>'), '1']),
      row([cell('', '<w:vMerge/>'), '2'], '<w:gridBefore w:val="1"/>'),
    )
    expect((await mammothAlone(body)).grids[0]).not.toEqual([
      ['甲', '乙', '1'],
      ['', '乙', '2'],
    ])
    expect((await readBody(body)).grids[0]).toEqual([
      ['甲', '乙', '1'],
      ['', '乙', '2'],
    ])
  })

  it('text in a merged-away cell is not shown, but said, at the cell that covers it', async () => {
    const { document, grids } = await readBody(
      table(
        row(['名称', cell('5', '<w:vMerge w:val="restart"/>')]),
        row(['名称', cell('99', '<w:vMerge/>')]),
      ),
    )
    expect(grids[0]!.flat()).not.toContain('99')
    expect(document.losses).toMatchObject([
      { code: 'merged-cell-text-dropped', source: { kind: 'table', table: 1, row: 1, column: 2 } },
    ])
    expect(document.losses[0]!.message.zh).toContain('99')
  })

  it.each(['0', '-3', 'x', '99999999'])('column span %s is brought into range, with a loss', async span => {
    const body = table(row([cell('甲', `<w:gridSpan w:val="${span}"/>`), '7']), row(['乙', '8']))
    const reading = readBody(
      span.length > 3 ? table(row([cell('甲', `<w:gridSpan w:val="${span}"/>`)]), row(['乙', '8'])) : body,
    )
    const { grids, losses } = await reading
    expect(losses).toEqual(['span-invalid'])
    expect(grids[0]!.at(-1)).toEqual(['乙', '8'])
  })
})

describe('tracked changes of the table', () => {
  it('a deleted row and a deleted cell are gone, an inserted row stays', async () => {
    const { grids, losses } = await readBody(
      table(
        row(['甲', '1'], '<w:ins w:id="1" w:author="a"/>'),
        row(['乙', '2'], '<w:del w:id="2" w:author="a"/>'),
        row(['丙', cell('3', '<w:cellDel w:id="3" w:author="a"/>'), '4']),
      ),
    )
    expect(grids).toEqual([
      [
        ['甲', '1'],
        ['丙', '4'],
      ],
    ])
    expect(losses).toEqual(['tracked-changes-accepted'])
  })

  it('mammoth alone keeps the deleted cell', async () => {
    const body = table(row(['丙', cell('3', '<w:cellDel w:id="3" w:author="a"/>'), '4']))
    expect((await mammothAlone(body)).grids).toEqual([[['丙', '3', '4']]])
  })

  it('former properties of a cell do not count', async () => {
    const { grids } = await readBody(
      table(
        row([
          cell(
            '甲',
            '<w:tcPrChange w:id="1" w:author="a"><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>',
          ),
          '1',
        ]),
        row(['乙', '2']),
      ),
    )
    expect(grids[0]).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ])
  })

  it('a hidden row is left out with a loss', async () => {
    const { grids, losses } = await readBody(table(row(['甲', '1']), row(['乙', '2'], '<w:hidden/>')))
    expect(grids).toEqual([[['甲', '1']]])
    expect(losses).toEqual(['hidden-text-dropped'])
  })
})

describe('tables in cells', () => {
  const inner = table(row(['内', '1']), row(['里', '2']))

  it('a table in a cell of a grid follows it, and is not the content of the cell', async () => {
    const body = table(row(['甲', '5']), row([cell(paragraph(run('乙')) + inner + paragraph('')), '6']))
    expect((await mammothAlone(body)).grids).not.toContainEqual([
      ['甲', '5'],
      ['乙', '6'],
    ])
    const { document, grids } = await readBody(body)
    expect(grids).toEqual([
      [
        ['甲', '5'],
        ['乙', '6'],
      ],
      [
        ['内', '1'],
        ['里', '2'],
      ],
    ])
    expect(document.losses).toMatchObject([
      { code: 'nested-table-moved', source: { table: 1, row: 2, column: 1 } },
    ])
  })

  it('a table that only frames the report is no table', async () => {
    const { grids, texts } = await readBody(
      table(row([cell(paragraph(run('一、总体情况')) + inner + paragraph(run('无。')))])),
    )
    expect(grids).toHaveLength(1)
    expect(texts).toEqual(['一、总体情况', '无。'])
  })

  it('a figure in a frame of its own is the content of its cell', async () => {
    const { grids, losses } = await readBody(
      table(row(['甲', cell(table(row(['16'])) + paragraph(''))]), row(['乙', '2'])),
    )
    expect(grids[0]).toEqual([
      ['甲', '16'],
      ['乙', '2'],
    ])
    expect(losses).toEqual([])
  })
})

it('content controls and custom XML around rows and cells are let through', async () => {
  const control = (content: string) =>
    `<w:sdt><w:sdtPr><w:alias w:val="控件"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
  const body = table(
    control(row(['甲', '1'])),
    `<w:customXml w:element="x">${row(['乙', '2'])}</w:customXml>`,
    `<w:tr>${control(cell('丙'))}${cell(control(paragraph(run('3'))))}</w:tr>`,
  )
  expect((await readBody(body)).grids).toEqual([
    [
      ['甲', '1'],
      ['乙', '2'],
      ['丙', '3'],
    ],
  ])
})
