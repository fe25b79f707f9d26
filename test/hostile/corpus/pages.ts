import type { ReportJson } from '../../../lib/writers/contract.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'
import { repeat } from '../forge/word.ts'
import { converted, type HostileCase, hostile, refused, tells } from '../hostile-case.ts'

const page = reportHtml(drawReport('2021', { 'requests.newRequests.naturalPerson': 7 }))
/** The report with something behind its text; the browser, and so we, still see the whole report. */
const after = (html: string): string => page.replace('</body>', `${html}</body>`)
const inHead = (html: string): string => page.replace('</head>', `${html}</head>`)
const inSection = (html: string): string =>
  page.replace('各项工作平稳有序。</p>', `各项工作平稳有序。</p>${html}`)
const numbered = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('')

/** The report's own table is read as if nothing had been added. */
const whole = converted(({ figures }) => {
  const natural = figures['requests.newRequests.naturalPerson']
  if (natural?.value !== 7 || Object.values(figures).some(({ state }) => state !== 'number'))
    throw new Error(`the figures changed: ${JSON.stringify(natural)}`)
})
const html = (what: string, make: () => string | Uint8Array, expected = whole): HostileCase =>
  hostile('网页.html', what, make, expected)

/** Findings of one kind are listed up to a bound, and the rest counted. */
const tellsTheRest = ({ findings }: ReportJson): void => {
  if (findings.length > 1_100 || !findings.some(({ message }) => /另有 \d+ 条发现/u.test(message.zh)))
    throw new Error(`${findings.length} findings, and none that counts the rest`)
}

/** Web pages that no site means to serve. */
export const pages: readonly HostileCase[] = [
  html('100,000 unclosed paragraphs', () => after(repeat('<p>', 100_000))),
  html('40,000 unclosed paragraphs with text', () => after(repeat('<p>文', 40_000)), refused('too-complex')),
  html('100,000 unclosed bold letters', () => after(repeat('<b>', 100_000))),
  html('200,000 divisions in each other', () => after(repeat('<div>', 200_000))),
  html('50,000 divisions in each other around 50,000 paragraphs', () =>
    after(repeat('<div>', 50_000) + repeat('<p></p>', 50_000)),
  ),
  html('3,000 tables in each other', () => after(repeat('<table><tr><td>', 3_000))),
  html('text before 20,000 rows that belongs outside the table', () =>
    after(`<table>${repeat('x<tr><td>1', 20_000)}</table>`),
  ),
  html(
    '3,000 fonts to repeat in 3,000 paragraphs',
    () => after(`<p>${numbered(3_000, at => `<font size=${at}>`)}</p>${repeat('<p>x</p>', 3_000)}`),
    refused('too-complex'),
  ),
  html('links that would not end', () => after(repeat('<a href=#><table>', 5_000))),
  html('600,000 elements', () => after(repeat('<i></i>', 600_000)), refused('too-complex')),
  html('100,000 attributes on one element', () => after(`<p ${numbered(100_000, at => ` a${at}`)}>x</p>`)),
  html('an attribute of 15 MB', () => after(`<p title="${repeat('a', 15_000_000)}">x</p>`)),
  html('a style of 10 MB', () =>
    after(`<p style="${repeat(';', 5_000_000)}${repeat(' ', 5_000_000)}display">x</p>`),
  ),
  html('scripts', () =>
    inHead('<script>document.write("<table>")</script><script src="http://127.0.0.1:1/x.js"></script>'),
  ),
  html('a script never closed, behind the report', () => `${page}<script>${repeat('<td>9', 1_000)}`),
  html('a page that sends its readers away', () =>
    inHead('<meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/">'),
  ),
  html(
    'frames, objects and a base elsewhere',
    () =>
      after(
        '<base href="http://127.0.0.1:1/"><iframe srcdoc="<table><tr><td>9"></iframe><object data="http://127.0.0.1:1/"></object><embed src=x>',
      ),
    converted(tells(/嵌入/u)),
  ),
  html(
    'handlers in attributes',
    () =>
      after(
        '<img src=x onerror=alert(1)><p onclick=alert(1)>x</p><svg onload=alert(1)><desc><table><tr><td>1</svg>',
      ),
    converted(),
  ),
  html(
    'templates and hidden parts with other figures',
    () =>
      after(
        '<template><table><tr><td>9</table></template><div hidden><table><tr><td>9</table></div><noscript><table><tr><td>9</table></noscript>',
      ),
    converted(),
  ),
  html('colspan and rowspan of 10^12', () =>
    after('<table><tr><td colspan=1000000000000 rowspan=1000000000000>1<td>2<tr><td>3</table>'),
  ),
  html('1,000 cells, each 1,000 columns wide', () =>
    after(`<table><tr>${repeat('<td colspan=1000>1', 1_000)}</table>`),
  ),
  html(
    '1,000 rows of cells that all reach to the end',
    () => after(`<table>${repeat(`<tr>${repeat('<td rowspan=0>1', 20)}`, 1_000)}</table>`),
    refused('too-complex'),
  ),
  html('negative and broken spans', () =>
    after(
      '<table><tr><td colspan=-1 rowspan=-9>1<td colspan="3px">2<td colspan=1e3>3<td rowspan=0x10>4</table>',
    ),
  ),
  html(
    'a table of 2,000 cells and a million slots',
    () => after(`<table><tr>${repeat('<td>1', 1_000)}${repeat('<tr><td>1', 1_000)}</table>`),
    refused('too-complex'),
  ),
  html(
    '130,000 rows nobody knows in a statutory table',
    () => page.replace('</table>', `${numbered(130_000, at => `<tr><td>x${at}<td>1`)}</table>`),
    refused('too-complex'),
  ),
  html(
    '12,000 rows nobody knows in a statutory table',
    () => page.replace('</table>', `${numbered(12_000, at => `<tr><td>未知事项${at}<td>1<td>2`)}</table>`),
    converted(),
  ),
  html(
    '300,000 cells in small tables',
    () => after(repeat(`<table>${repeat('<tr><td>1<td>2', 100)}</table>`, 1_500)),
    refused('too-complex'),
  ),
  html('3,000 small tables', () => after(repeat('<table><tr><td>甲<td>1<tr><td>乙<td>2</table>', 3_000))),
  html(
    'a null byte in every cell',
    () => page.replaceAll('<td>', '<td>\u0000'),
    refused('format-unsupported'),
  ),
  html('two null bytes', () => page.replace('<td>7', '<td>\u0000\u00007')),
  html('a comment of 15 MB that never ends', () => `${page}<!--${repeat('-', 15_000_000)}`),
  html('two million character references', () => after(`<p hidden>${repeat('&#x1F600;', 2_000_000)}</p>`)),
  html('references without end', () => after(`<p hidden>&${repeat('amp', 4_000_000)}</p>`)),
  html('raw text never closed', () => `${page}<textarea>${repeat('<td>9', 10_000)}`, converted()),
  html(
    'foreign elements in each other',
    () => after(repeat('<svg><foreignObject><math><mi>', 5_000)),
    converted(),
  ),
  html(
    '25,000 pictures',
    () => after(repeat('<p>图<img src=x></p>', 25_000)),
    converted(tells(/有 25000 处同类情况/u)),
  ),
  html('20,000 section titles', () => inSection(repeat('<p>一、总体情况</p>', 20_000)), converted()),
  html(
    '25,000 paragraphs, all different',
    () => inSection(numbered(25_000, at => `<p>今年的工作有所进展，编号为第${at}号</p>`)),
    converted(),
  ),
  html(
    'a cell of digits and 50,000 ideographic blanks',
    () => page.replace('<td>7</td>', `<td>1${repeat('\u3000', 45_000)}x y</td>`),
    converted(({ figures }) => {
      if (figures['requests.newRequests.naturalPerson']?.state !== 'text') throw new Error('read as a number')
    }),
  ),
  html(
    'a cell of a million characters',
    () => page.replace('<td>7</td>', `<td>${repeat('1', 1_000_000)}</td>`),
    refused('too-complex'),
  ),
  html('a charset that is none', () => page.replace('charset="utf-8"', 'charset="utf-7"')),
  html(
    'bytes of another encoding in the middle',
    () => Buffer.concat([Buffer.from(page), Buffer.from([0xc0, 0xaf, 0xff, 0xfe, 0x81])]),
    converted(),
  ),
  html('nothing but a declaration', () => '<!doctype html>', refused('not-a-report')),
  ...(
    ['一是甲。三是乙。', '共收到政府信息公开申请99件。', '共制发文件9件，其中甲5件、其他1件。'] as const
  ).map(sentence =>
    html(
      `15,000 contradictions: ${sentence}`,
      () => inSection(repeat(`<p>${repeat(sentence, 50)}</p>`, 300)),
      converted(tellsTheRest),
    ),
  ),
]
