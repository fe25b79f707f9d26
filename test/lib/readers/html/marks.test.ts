import { describe, expect, test } from 'vitest'
import { cell, losses, lossesInCell, outline } from '../../../support/html.ts'

describe('reference marks in cells', () => {
  test.each([
    ['16<sup>[1]</sup>', '16'],
    ['16<sup>1</sup>', '16'],
    ['16<sup> 1,2 </sup>', '16'],
    ['16 <sup>①</sup>', '16'],
    ['16<br><sup>1</sup>', '16'],
    ['109994元<sup>2</sup>', '109994元'],
    ['规范性文件<sup>*</sup>', '规范性文件'],
    ['<sup>注1</sup>16', '16'],
    ['<sup>①</sup>16', '16'],
    ['<sup><sup>1</sup></sup>6<sup>2</sup>', '6'],
    ['16<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>', '16'],
    ['16<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>', '16'],
    ['<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>', ''],
    ['16<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>', '16'],
    ['16<span style="vertical-align: super">3</span>', '16'],
    ["16<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>1</span>", '16'],
    ['16<span style="vertical-align:5px">1</span>', '16'],
    ['16<span style="vertical-align:-0.3em">1</span>', '16'],
  ])('%s', (content, text) => {
    expect(cell(content)).toBe(text)
    expect(lossesInCell(content)).toContain('note-mark-dropped')
  })

  test.each([
    ['<sup>-</sup>', '-'],
    ['<sup>/</sup>', '/'],
    ['22<sup>（其中修订 16 件）</sup>', '22（其中修订 16 件）'],
    ['CO<sub>2</sub>排放', 'CO2排放'],
    ['<a href="#reference">16</a>', '16'],
    ['<a href="/list?x=#fn2">2023年年度报告</a>', '2023年年度报告'],
  ])('%s is no mark', (content, text) => {
    expect(cell(content)).toBe(text)
    expect(lossesInCell(content)).toEqual([])
  })

  test('digits that are all a cell has are kept, but somebody should look', () => {
    expect(cell('<sup>16</sup>')).toBe('16')
    expect(lossesInCell('<sup>16</sup>')).toEqual(['raised-digits-kept'])
    expect(cell('<sup>1</sup> 6')).toBe('6')
    expect(lossesInCell('<sup>1</sup> 6')).toEqual(['raised-digits-kept', 'note-mark-dropped'])
  })

  test('in paragraphs only beside digits', () => {
    expect(
      outline('<p>申请22<sup>1</sup>件，《条例》<sup>[2]</sup>第<sup>3</sup>条，<sup>4</sup>5</p>'),
    ).toEqual(['申请22件，《条例》[2]第3条，5'])
    expect(losses('<p>申请22<sup>1</sup>件</p>')).toEqual([
      ['note-mark-dropped', { kind: 'paragraph', paragraph: 1 }],
    ])
  })

  test('notes at the end are paragraphs, without the way back that mammoth adds', () => {
    expect(
      outline(
        '<p>正文</p><ol><li id="footnote-1"><p> 含下属单位。 <a href="#footnote-ref-1">↑</a></p></li></ol>',
      ),
    ).toEqual(['正文', '含下属单位。'])
  })
})
