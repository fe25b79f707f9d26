import { describe, expect, test } from 'vitest'
import { readMarkdown, readText } from '../../../../lib/readers/text/index.ts'
import { codesOf, outline } from './rows.ts'

describe('what extractors leave behind', () => {
  test('placeholders inside words are dropped and told', () => {
    const document = readText('本年公[image: IMG_0542]开信息3条。\n\n\t本[bookmark: _GoBack]年新收\n\t3\n')
    expect(outline(document)).toEqual(['本年公开信息3条。', [['本年新收', '3']]])
    expect(document.losses.map(({ code, source }) => ({ code, source }))).toEqual([
      { code: 'picture-dropped', source: { kind: 'paragraph', paragraph: 1 } },
      { code: 'bookmark-dropped', source: { kind: 'table', table: 1, row: 1, column: 1 } },
    ])
  })

  test('a loss in a cell is told however many came before it', () => {
    const rows = Array.from({ length: 120 }, (_, at) => `\t许可${at}\n\t[image: a]5\n\t1\n\n`).join('')
    const inCells = readText(rows).losses.filter(({ source }) => source?.kind === 'table')
    expect(inCells).toHaveLength(120)
  })

  test('a cell that is only a picture does not turn blank', () => {
    expect(outline(readText('\t许可\n\t[image: ]\n\t5\n'))).toEqual([[['许可', '[image: ]', '5']]])
  })

  test.each(['16[1]', '16［1］', '16 [注2]', '16¹', '16①'])(
    'note mark of %s does not become a digit',
    cell => {
      const document = readText(`\t许可\n\t${cell}\n\t5\n`)
      expect(outline(document)).toEqual([[['许可', '16', '5']]])
      expect(codesOf(document)).toEqual(['note-mark-dropped'])
    },
  )

  test.each(['16[^1]', '16<sup>1</sup>'])('nor does that of %s in Markdown', cell => {
    expect(outline(readMarkdown(`| 许可 | ${cell} |\n|---|---|\n`))).toEqual([[['许可', '16']]])
  })

  test('brackets that are no note marks stay', () => {
    const document = readText('\t国办公开办函[2021]30号\n\t[1]\n\t5\n')
    expect(outline(document)).toEqual([[['国办公开办函[2021]30号', '[1]', '5']]])
    expect(codesOf(document)).toEqual([])
  })

  test('no loss is left out: a check looks for those in the cell of a figure', () => {
    const document = readText('\t1[1]\n'.repeat(5000))
    expect(document.losses).toHaveLength(5000)
  })
})
