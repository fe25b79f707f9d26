import { describe, expect, test } from 'vitest'
import { documentFromHtml } from '../../../../lib/readers/html/document.ts'
import { cell, losses, outline, read } from '../../../support/html.ts'

describe('what is not printed', () => {
  test('scripts, styles, templates and comments are no text and no loss', () => {
    const document = read(
      `<head><style>p{}</style></head><script>var x='<p>1</p>'</script><noscript>2</noscript><!-- 3 -->
       <template><p>4</p></template><input type=hidden value=5><input value=6><p>正文</p>`,
    )
    expect(document.blocks).toEqual([{ kind: 'paragraph', number: 1, text: '正文' }])
    expect(document.losses).toEqual([])
  })

  test('hidden text is left out and noted', () => {
    expect(outline('<p>a<span style="color:red; display :none">9</span><span hidden>8</span></p>')).toEqual([
      'a',
    ])
    expect(losses('<p>a</p><div style="DISPLAY:NONE"><p>9</p></div><p hidden></p>')).toEqual([
      ['hidden-text-dropped', { kind: 'paragraph', paragraph: 1 }],
    ])
    expect(cell('16<span style="mso-hide:all">7</span>')).toBe('16')
    expect(cell('16<del><table><tr><td>a<td>b</table></del>')).toBe('16')
    expect(outline('<table><tr style="display:none"><td>x<td>y<tr><td>a<td hidden>z<td>b</table>')).toEqual([
      [['a', 'b']],
    ])
  })

  test.each([
    ['16<del>7</del>', '16', 'deleted-text-dropped'],
    ['16<sup style="vertical-align:baseline;font-size:inherit">1</sup>', '16', 'raised-digits-dropped'],
    ['<ruby>规<rp>(</rp><rt>gui</rt><rp>)</rp></ruby>章', '规章', 'ruby-dropped'],
    ['16<math><mi>x</mi></math>', '16', 'formula-dropped'],
    ['<input type=checkbox checked value=16>', '', 'form-field-dropped'],
    ['<select multiple><option>16<option selected>7</select>', '', 'form-field-dropped'],
    ['<input placeholder="16">', '', 'form-field-dropped'],
    ['<input value="16" style="visibility:hidden">', '', 'hidden-text-dropped'],
    ['<iframe src="table.htm">16</iframe>', '', 'embedded-document-dropped'],
    ['<svg><text>16</text></svg>', '', 'picture-dropped'],
    ['<img alt="16" src="a.png">', '', 'picture-dropped'],
    ['16<span style="font-size:9pt; COLOR: #FFFFFF">7</span>', '16\n7', 'white-text-kept'],
    ['1<font color="white">6</font>', '1\n6', 'white-text-kept'],
    ['<span style="color:rgb(255, 255, 254)">16</span>', '16', 'white-text-kept'],
    ['<span style="color:rgba(255 255 255 / 1)">16</span>', '16', 'white-text-kept'],
    ['<span style="color:#ffffffff">16</span>', '16', 'white-text-kept'],
    ['<span style="color:transparent">16</span>', '16', 'white-text-kept'],
    ['<span style="color:hsl(0,0%,100%)">16</span>', '16', 'white-text-kept'],
    ["<span style='color:white;mso-themecolor:background1'>1</span>6", '1\n6', 'white-text-kept'],
    [
      '<div style="background: #ffffff none repeat scroll 0% 0%"><span style="color:white">16</span></div>',
      '16',
      'white-text-kept',
    ],
    ['<div style="background:white"><span style="color:white">16</span></div>', '16', 'white-text-kept'],
  ])('%s in a cell is a loss of that cell', (content, text, code) => {
    expect(cell(content)).toBe(text)
    expect(losses(`<table><tr><td>数量<td>${content}</table>`)).toEqual([
      [code, { kind: 'table', table: 1, row: 1, column: 2 }],
    ])
  })

  test.each([
    '<table><tr><td>数量<td style="color:#FFFFFF">16</table>',
    '<table><tr style="color:white"><td>数量<td>16</table>',
    '<table style="color:#fff"><tr><td>数量<td>16</table>',
  ])('white digits in a cell that is white itself, or takes it from its row or table: %s', page => {
    expect(losses(page)).toEqual([['white-text-kept', { kind: 'table', table: 1, row: 1, column: 2 }]])
  })

  test.each([
    '<table><tr><td style="background:#036">数量<td bgcolor="#003366"><span style="color:#fff">16</span></table>',
    '<table bgcolor="navy"><tr><td>数量<td><span style="color:white">16</span></table>',
    '<table><tr><td><span style="color:#fff">数量</span><td><span style="color:#333">16</span></table>',
    '<table><tr><td>数量<td><span style="border-color:#fff;color:#000">16</span></table>',
  ])('white words, and white digits on a ground of their own, are no loss: %s', page => {
    expect(outline(page)).toEqual([[['数量', '16']]])
    expect(losses(page)).toEqual([])
  })

  test('a picture tells where it stood: its paragraph, or the one it follows; once for each place', () => {
    expect(losses('<p>甲</p><p>乙<img>丙<img></p><p><img></p><p><img></p><p>丁</p><div><img></div>')).toEqual(
      [
        ['picture-dropped', { kind: 'paragraph', paragraph: 2 }],
        ['picture-dropped', { kind: 'paragraph', paragraph: 3 }],
      ],
    )
    expect(losses('<p><img></p><p>甲</p>')).toEqual([['picture-dropped', undefined]])
  })

  test('losses are told in both languages, after those the caller knows of', () => {
    const known = { code: 'text-box-dropped', message: { zh: '文本框', en: 'text box' } } as const
    const document = documentFromHtml('<p>甲<img></p>', 'docx', [known])
    expect(document.losses[0]).toBe(known)
    expect(document.losses[1]!.message.zh).toMatch(/图片/)
    expect(document.losses[1]!.message.en).toMatch(/picture/)
  })
})

test.each([
  ['.a{display:none}', '<span class="a">1</span>6', 'hidden-text-dropped'],
  ['td .b, p .a { color : #FFF }', '<b class="b">1</b>6', 'white-text-kept'],
  ['p .a { color : #FFF }', '<b class="a">1</b>6', undefined],
  ['.a{text-decoration:line-through}', '<span class="a">16</span>', 'deleted-text-dropped'],
  ['.a::before{content:"1"}', '<span class="a">6</span>', 'generated-text-kept'],
  ['.a{vertical-align:super}', '16<span class="a">1</span>', 'note-mark-dropped'],
  ['/* .a{display:none} */ .a{color:#333}', '<span class="a">16</span>', undefined],
  ['@media all{.a{display:none}}', '<span class="a">1</span>6', 'hidden-text-dropped'],
  ['@media (max-width:600px){.a{display:none}}', '<span class="a">1</span>6', undefined],
  ['@media print{.a{display:none}}', '<span class="a">1</span>6', 'style-sheet-not-read'],
  ['', '<bdo dir="rtl">71</bdo>', 'style-sheet-not-read'],
  ['', '<span style="unicode-bidi:bidi-override;direction:rtl">71</span>', 'style-sheet-not-read'],
  ['', '<span style="opacity:0">1</span>6', 'hidden-text-dropped'],
  ['', '<span style="opacity:0.9">16</span>', undefined],
  ['.a b{display:none}', '<span class="a">16</span>', undefined],
  ['.a{text-decoration:none;border-color:#fff}', '<span class="a">16</span>', undefined],
])('the style sheet %s on a figure %s is said where it matters', (sheet, content, said) => {
  const page = `<style>${sheet}</style><table><tr><td>数量<td>${content}</table>`
  expect((losses(page) as unknown[][]).map(([code]) => code)).toEqual(said === undefined ? [] : [said])
})

test('the class of a cell counts too, and outside tables', () => {
  const sheet = '<style>.hidden{visibility:hidden}</style>'
  expect(losses(`${sheet}<table><tr><td>数量<td class="hidden">16</table>`)).toEqual([
    ['hidden-text-dropped', { kind: 'table', table: 1, row: 1, column: 2 }],
  ])
  expect(outline(`${sheet}<p>申请<b class="hidden">1</b>6件</p>`)).toEqual(['申请6件'])
})
