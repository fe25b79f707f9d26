import { describe, expect, test } from 'vitest'
import { losses, outline, read } from '../../../support/html.ts'

/** A page with this style sheet and this cell beside a label. */
const page = (sheet: string, cell: string, around: readonly [string, string] = ['', '']): string =>
  `<!doctype html><style>${sheet}</style>${around[0]}<table><tr><td>事项<td>件数<td>合计
   <tr class="r"><td>规章<td class="v">${cell}<td>5</table>${around[1]}`
/** The text of the cell, and what is said of it. */
const seen = (html: string): readonly [text: string, told: readonly string[]] => {
  const document = read(html)
  const table = document.blocks.find(block => block.kind === 'table')
  const at = table?.cells.find(({ row, column }) => row === 2 && column === 2)
  const told = document.losses.filter(
    ({ source }) => source?.kind === 'table' && source.row === 2 && source.column === 2,
  )
  return [at?.text ?? 'none', told.map(({ code }) => code)]
}

const hidden = ['hidden-text-dropped']
const unsure = ['style-sheet-not-read']
const white = ['white-text-kept']
const mark = ['note-mark-dropped']

describe('what a rule does to a part of a figure', () => {
  test.each([
    ['.x{display:none}', '12', hidden],
    ['#i{display:none}', '12', hidden],
    ['b[data-old]{visibility:hidden}', '12', hidden],
    ['td b:first-child{opacity:0}', '12', hidden],
    ['.v > b{font-size:0}', '12', hidden],
    ['td :is(b, i){display:none}', '12', hidden],
    ['.r{& .x{display:none}}', '12', hidden],
    ['.r{.x{display:none}}', '12', hidden],
    ['@layer a{b{display:none!important}} b{display:inline!important}', '12', hidden],
    [':root{--h:none}.x{display:var(--h)}', '12', hidden],
    [':root{--h:none}.x{display:var(--no, none)}', '12', hidden],
    ['.x{position:absolute;left:-9999px}', '12', hidden],
    ['.x{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}', '12', hidden],
    ['.x{display:inline-block;text-indent:-9999px}', '12', hidden],
    ['.x{display:inline-block;transform:scale(0)}', '12', hidden],
    ['.x{display:block;max-height:0;overflow:hidden}', '12', hidden],
    ['.x{clip-path:inset(50%)}', '12', hidden],
    ['.x{zoom:.05}', '12', hidden],
    ['.x{-webkit-text-security:disc}', '12', hidden],
    ['.x{text-decoration:line-through}', '12', ['deleted-text-dropped']],
    ['.x{text-decoration-line:underline line-through}', '12', ['deleted-text-dropped']],
    ['.x{color:#fff}', '9\n12', white],
    ['.x{color:oklch(1 0 0)}', '9\n12', white],
    ['.x{-webkit-text-fill-color:transparent}', '9\n12', white],
    ['.v{background:#c00}.x{color:rgb(200 0 0)}', '9\n12', white],
    ['.x{vertical-align:super}', '12', ['raised-digits-kept', 'note-mark-dropped']],
    ['.x{font-size:6px}', '9\n12', ['raised-digits-kept']],
    ['.v{font-size:12px}.x{font-size:9px}', '9\n12', ['raised-digits-kept']],
    ['.x{display:block}', '9\n12', []],
    ['.v{display:flex}', '9\n12', []],
    ['.x{float:right}', '9\n12', []],
    ['.x{margin-right:2em;margin-left:1em}', '9\n12', []],
    ['@media (width >= 600px){.x{display:none}}', '12', hidden],
    ['@media (max-width:600px){.x{display:none}}', '912', []],
    ['@media print{.x{display:none}}', '912', unsure],
    ['@container (min-width:1px){.x{display:none}}', '912', unsure],
    ['@supports (display:grid){.x{display:none}}', '12', hidden],
    ['.x:hover{display:none}', '912', []],
    ['.x{display:none}.x{display:inline}', '912', []],
    ['.x{display:none}b{display:inline}', '12', hidden],
    ['.x{display:none;display:-moz-nonsense}', '12', hidden],
    ['p .x{display:none}', '912', []],
    ['.X{display:none}', '912', []],
    ['.x:nonsense,.x{display:none}', '912', []],
    ['.v::first-letter{color:#fff}', '912', unsure],
    ['@keyframes k{to{opacity:0}}.x{animation:k 1s forwards}', '912', unsure],
    ['.x{position:relative;left:-20px}', '912', unsure],
    ['.v{letter-spacing:-1em}', '912', unsure],
    ['.v{filter:blur(9px)}', '912', unsure],
    ['.v{filter:grayscale(1)}', '912', []],
    ['.v{position:relative}.v::after{content:"";position:absolute;border-top:1px solid}', '912', unsure],
  ])('%s', (sheet, text, told) => {
    expect(seen(page(sheet, '<b class="x" id="i" data-old>9</b>12'))).toEqual([text, told])
  })
})

describe('what a rule does to all that stands in it', () => {
  test.each([
    ['.r{display:none}', 'none', []],
    ['tr:nth-child(2){visibility:collapse}', '', hidden],
    ['.r:not(:first-child) td + td{text-decoration:line-through}', '', ['deleted-text-dropped']],
    ['table{opacity:0}', '', hidden],
    ['section{color:white}', '12', white],
    ['section{color:white}table{background:#036}', '12', []],
    ['section{color:white}table{background:url(dark.png)}', '12', []],
    ['section{display:none}', 'none', []],
  ])('%s', (sheet, text, told) => {
    expect(seen(page(sheet, '12', ['<section>', '</section>']))).toEqual([text, told])
  })

  test('a row that is struck out keeps its label, so that its figures are told apart from those never given', () => {
    const html = page('.r td{text-decoration:line-through}', '12')
    expect(outline(html)).toEqual([
      [
        ['事项', '件数', '合计'],
        ['规章', '', ''],
      ],
    ])
  })
})

test.each([
  ['.v::before{content:"3"}', '12', '312', ['generated-text-kept']],
  ['.v::after{content:"万"}', '12', '12万', ['generated-text-kept']],
  ['.v::after{content:"件"}', '12', '12件', []],
  ['.v::after{content:"[1]";vertical-align:super}', '12', '12', mark],
  ['.v::after{content:counter(n)}', '12', '12', unsure],
  ['.v::after{content:attr(class)}', '12', '12v', []],
  ['.v::after{content:"\\f101"}', '12', '12', []],
  ['.v::after{content:"3";display:none}', '12', '12', []],
])('text that a style puts in: %s', (sheet, cell, text, told) => {
  expect(seen(page(sheet, cell))).toEqual([text, told])
})

test.each([
  ['12<a href="#zhu1">1</a>', '12', mark],
  ['12<a href="#注1">1</a>', '12', mark],
  ['12<a href="#%E6%B3%A81">①</a>', '12', mark],
  ['12<a href="#note1">[1]</a>', '12', mark],
  ['12<a href="page.html#fn1" role="doc-noteref">1</a>', '12', mark],
  ['12<a href="#b">1</a>', '12', ['anchor-digits-dropped']],
  ['12<span style="vertical-align:top;font-size:6px">3</span>', '12', mark],
  ['12<span style="position:relative;top:-4px">3</span>', '12', mark],
  ['12<span style="display:inline-block;transform:translateY(-5px)">3</span>', '12', mark],
  ['12<span style="vertical-align:top">3</span>', '123', []],
  ['<a href="#b">12</a>', '12', []],
])('a note beside a figure, however it is set: %s', (cell, text, told) => {
  expect(seen(page('', cell))).toEqual([text, told])
})

describe('sheets that are not there', () => {
  const link = '<link rel="stylesheet" href="site.css">'
  test.each([
    ['<b class="hidden">9</b>12', unsure],
    ['<b class="q">9</b>12', unsure],
    ['<b class="q">12</b>', []],
    ['12', []],
  ])('%s', (cell, told) => {
    expect(seen(page('', cell, [link, '']))[1]).toEqual(told)
  })

  test('a sheet written into its address is there', () => {
    const data = '<link rel="stylesheet" href="data:text/css,.x%7Bdisplay:none%7D">'
    expect(seen(page('', '<b class="x">9</b>12', [data, '']))).toEqual(['12', hidden])
  })
})

test.each([
  [
    '<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>',
    ['t', 'class=t'],
    ['r', 'class=r'],
    ['c', 'class=c'],
  ],
  ['', ['t', 'role=table'], ['r', 'role=row'], ['c', 'role=cell']],
])('a table made of other elements: %s', (sheet, [, table], [, row], [, cell]) => {
  const line = (...texts: string[]): string =>
    `<div ${row}>${texts.map(text => `<span ${cell}>${text}</span>`).join('')}</div>`
  expect(outline(`${sheet}<div ${table}>${line('规章', '12')}${line('文件', '3')}</div>`)).toEqual([
    [
      ['规章', '12'],
      ['文件', '3'],
    ],
  ])
  // A single line arranges a page.
  expect(outline(`${sheet}<div ${table}>${line('导航', '正文')}</div>`)).not.toContainEqual(expect.any(Array))
})

test.each([
  ['1<input value=2>', '1\n2'],
  ['<input value=1><input value=2>', '1\n2'],
  ['<input value=12>件', '12件'],
])('a field stands in a box of its own: %s', (cell, text) => {
  expect(seen(page('', cell))).toEqual([text, []])
})

test('class names differ by case only where the page is of the old kind', () => {
  const html = page('.OLD{display:none}', '<b class="old">9</b>12')
  expect(seen(html)[0]).toBe('912')
  expect(seen(html.replace('<!doctype html>', ''))[0]).toBe('12')
})

test('what is hidden in a closed summary, and a column that is collapsed', () => {
  expect(seen(page('', '<details><summary>12</summary>3</details>'))).toEqual(['12', hidden])
  expect(losses('<table><col><col style="visibility:collapse"><tr><td>数量<td>12</table>')).toEqual([
    ['style-sheet-not-read', { kind: 'table', table: 1, row: 1, column: 2 }],
  ])
})

test.each([
  ['12<small>3</small>', ['raised-digits-kept']],
  ['12<span style="font-size:80%">3</span>', ['raised-digits-kept']],
  ['<span style="font-size:14px">1</span><span style="font-size:16px">2</span>', []],
  ['<small>12</small>', []],
  ['12<small>件</small>', []],
])('digits of one number in two sizes are kept and said: %s', (cell, losses) => {
  expect(seen(page('', cell))[1]).toEqual(losses)
})

test('an empty block that a style puts in breaks the line: two numbers are not one', () => {
  const page =
    '<style>.a::after{display:block;content:attr(data-n)}</style>' +
    '<table><tr><td>规章</td><td><i class="a">1</i>2</td></tr></table>'
  const table = read(page).blocks.find(block => block.kind === 'table')
  expect(table?.kind === 'table' && table.cells[1]!.text).toBe('1\n2')
})
