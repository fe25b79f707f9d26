import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { convert } from '../../lib/convert.ts'
import { reportContract } from '../../lib/writers/contract.ts'
import { stemOf } from '../../lib/writers/output-names.ts'
import { drawReport, reportHtml, tableHtml } from '../support/form-html.ts'
import { hostileTexts } from './forge/cells.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>').replaceAll('\t', '&#9;')

const convertPage = (html: string, name = '年报.html') => {
  const bytes = Buffer.from(html)
  return convert({ name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
}

/** A report that prints the text everywhere a report prints text: title, narrative, cell, label, unknown row, other table. */
const everywhere = (text: string): string => {
  const short = escaped(text.slice(0, 30))
  const drawn = drawReport('2021', { 'requests.newRequests.naturalPerson': text })
  const other = tableHtml([
    [{ text: '说明' }, { text }],
    [{ text }, { text: '1' }],
  ])
  return reportHtml({
    ...drawn,
    requests: [...drawn.requests, [{ text, columnSpan: 3 }, { text: '1' }, { text }]],
  })
    .replace('<h1>青禾县数据局', `<h1>${short}`)
    .replace(
      '各项工作平稳有序。</p>',
      `各项工作平稳有序。</p><p>共收到申请99件，${escaped(text)}</p>${other}`,
    )
    .replace('<p>青禾县数据局</p>', `<p>${short}</p>`)
}

const elementsOf = (html: Uint8Array): DefaultTreeAdapterTypes.Element[] => {
  const found: DefaultTreeAdapterTypes.Element[] = []
  const waiting: DefaultTreeAdapterTypes.Node[] = [parse(Buffer.from(html).toString())]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (defaultTreeAdapter.isElementNode(node)) found.push(node)
    if ('childNodes' in node) waiting.push(...node.childNodes)
  }
  return found
}

const allowedElements = new Set(
  (
    'html head meta title style body a header nav ul ol li main section h1 h2 h3 h4 p div dl dt dd span strong b small ' +
    'table caption thead tbody tr th td blockquote mark bdi code footer br details summary input label'
  ).split(' '),
)
const allowedAttributes = new Set(
  'lang charset http-equiv content name class id href aria-label aria-labelledby tabindex role scope colspan rowspan headers data-finding dir title type for'.split(
    ' ',
  ),
)

describe.each(Object.entries(hostileTexts))('%s', (_, text) => {
  test('stands in the JSON as it was printed, and is a number only where what is wrong with it is said', async () => {
    const { outputs, report } = await convertPage(everywhere(text))
    const json = reportContract.parse(JSON.parse(Buffer.from(outputs.json).toString()))
    const told = json.findings.some(
      ({ check, cells }) =>
        check === 'invisible-characters' && cells.includes('requests.newRequests.naturalPerson'),
    )
    expect(json.figures['requests.newRequests.naturalPerson']?.state === 'number').toBe(told)
    expect(json.figures['requests.newRequests.naturalPerson']?.text).toBe(
      report.figures.get('requests.newRequests.naturalPerson')?.text,
    )
  })

  test('is text in the workbook, cut where a cell cannot hold it, and no formula', async () => {
    const { outputs } = await convertPage(everywhere(text))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(outputs.workbook) as unknown as ArrayBuffer)
    const start = text.trim().slice(0, 8)
    let met = 0
    book.eachSheet(sheet => {
      expect(sheet.name.length).toBeLessThanOrEqual(31)
      sheet.eachRow(row =>
        row.eachCell(cell => {
          if (cell.type === ExcelJS.ValueType.Formula)
            expect(cell.formula, `${sheet.name} ${cell.address}`).not.toMatch(
              /cmd|DDE|HYPERLINK|WEBSERVICE|https?:/iu,
            )
          if (typeof cell.value !== 'string') return
          expect(cell.value.length).toBeLessThanOrEqual(32_767)
          if (start !== '' && cell.value.includes(start)) met++
        }),
      )
    })
    if (!/[\ufdd0-\ufdef]/u.test(text)) expect(met).toBeGreaterThan(0)
  })

  test('is text in the page: no element, attribute or address comes of it', async () => {
    const { outputs } = await convertPage(everywhere(text))
    for (const { tagName, attrs } of elementsOf(outputs.page)) {
      expect(allowedElements, tagName).toContain(tagName)
      for (const { name, value } of attrs) {
        expect(allowedAttributes, `${tagName} ${name}`).toContain(name)
        if (name === 'href') expect(value).toMatch(/^(?:#|\.\/)/u)
        if (name === 'http-equiv') expect(value).toBe('Content-Security-Policy')
      }
    }
  })
})

const names: Readonly<Record<string, string>> = {
  climbing: '../../../etc/passwd.docx',
  'climbing in Windows': '..\\..\\Windows\\win.ini',
  absolute: '/etc/shadow',
  'a drive': 'C:\\年报.docx',
  'the folder itself': '.',
  'the folder above': '..',
  nothing: '',
  'an extension alone': '.docx',
  'a null byte': '年报\u0000.html',
  'line ends': '年报\r\nSet-Cookie: a=b.html',
  'right to left': '年报\u202exslx.html',
  'our own receipt': 'receipt.json',
  '255 bytes of Chinese': `${'公'.repeat(83)}.html`,
  '1,000 bytes of Chinese': `${'公'.repeat(333)}.html`,
  'half a pair': '年报\ud83d.html',
  markup: '"><script>alert(1)</script>.html',
  formula: '=cmd|x.html',
}

describe.each(Object.entries(names))('a file name of %s', (_, name) => {
  test('is told, but names no other place', async () => {
    const { outputs } = await convertPage(reportHtml(drawReport('2021')), name)
    const stem = stemOf(name)
    expect(stem).not.toMatch(/[\\/]/u)
    expect(['', '..']).not.toContain(stem)
    expect(Buffer.byteLength(`${stem}.json`)).toBeLessThanOrEqual(255)
    expect(['receipt', 'sent', 'refusal', 'failure', 'latest']).not.toContain(stem.toLowerCase())
    const { source } = reportContract.parse(JSON.parse(Buffer.from(outputs.json).toString()))
    expect(source.name).toBe(name)
    for (const { attrs } of elementsOf(outputs.page))
      for (const { name: attribute, value } of attrs)
        if (attribute === 'href') expect(value).toMatch(/^(?:#|\.\/(?!\.\.(?:\/|$)))[^/\\\r\n]*$/u)
    await new ExcelJS.Workbook().xlsx.load(Buffer.from(outputs.workbook) as unknown as ArrayBuffer)
  })
})

test('tables whose sheets would share a name get names of their own', async () => {
  const wish = `${'同名'.repeat(20)}[]:*?/\\`
  const tables = Array.from({ length: 12 }, () =>
    tableHtml([
      [{ text: wish }, { text: '1' }],
      [{ text: "'" }, { text: '2' }],
    ]),
  )
  const { outputs } = await convertPage(
    reportHtml(drawReport('2021')).replace(
      '各项工作平稳有序。</p>',
      `各项工作平稳有序。</p>${tables.join('')}`,
    ),
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(outputs.workbook) as unknown as ArrayBuffer)
  const sheets = book.worksheets.map(({ name }) => name.toLowerCase())
  expect(sheets.length).toBeGreaterThan(12)
  expect(new Set(sheets).size).toBe(sheets.length)
  for (const name of sheets) expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/u)
})
