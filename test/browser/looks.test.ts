import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentFromHtml } from '../../lib/readers/html/document.ts'
import { type Browser, noBrowser, openBrowser } from './chromium.ts'

/**
 * Pages with rules made by chance, in a real browser and in our reader: where we give a number and say nothing, the
 * browser shows that number and no other one in the cell.
 */

const selectors = [
  ...[
    'td',
    'i',
    '.a',
    '.b',
    '#x',
    '.a i',
    'tr > td',
    'td > i',
    'tr.a td',
    '.a .b',
    'i + b',
    'td ~ td',
    'b',
    'tr',
  ],
  ...[
    'tr:nth-child(2)',
    'td:nth-child(2)',
    'td:first-child',
    'td:last-child i',
    'tr:nth-child(odd) td',
    '[data-n]',
  ],
  ...[
    '[data-n="1"]',
    'td:not(.a)',
    'i:not(.b):not(#x)',
    ':is(.a, .b) i',
    'td:has(b)',
    'i:only-child',
    'div',
    '.w',
  ],
  ...[
    'td :where(i, b)',
    'i:nth-of-type(2)',
    'table tr:last-child td',
    '.w td',
    'i:first-of-type',
    'td:empty',
    '*',
  ],
  ...['td::before', '.a::after', 'i::before', 'tbody > tr:nth-last-child(1) > td:nth-child(n+2)'],
]
const declarations = [
  ...[
    'display:none',
    'display:block',
    'display:inline',
    'display:inline-block',
    'visibility:hidden',
    'visibility:visible',
  ],
  ...['opacity:0', 'opacity:.95', 'color:#fff', 'color:black', 'color:transparent', 'color:rgb(250,250,250)'],
  ...[
    'color:hsl(0 0% 100%)',
    'color:oklch(1 0 0)',
    'background:#000',
    'background-color:white',
    'font-size:0',
  ],
  ...['font-size:8px', 'font-size:2em', 'font-size:medium', 'font-size:50%', 'text-decoration:line-through'],
  ...[
    'text-decoration:none',
    'vertical-align:super',
    'vertical-align:top',
    'vertical-align:baseline',
    'float:right',
  ],
  ...[
    'position:absolute;left:-9999px',
    'position:relative;top:-5px',
    'position:static',
    'content:"7"',
    'content:"件"',
  ],
  ...[
    'content:attr(data-n)',
    'margin-left:2em',
    'text-indent:-9999px',
    'transform:scale(0)',
    'clip-path:inset(100%)',
  ],
  ...['display:foo', 'color:nonsense', 'display:none!important', 'display:inline!important', 'color:inherit'],
  ...[
    'all:unset',
    'opacity:inherit',
    'visibility:inherit',
    'font-size:initial',
    'color:var(--c)',
    '--c:white',
  ],
  ...[
    '--c:black',
    'letter-spacing:-1em',
    'width:0;height:0;overflow:hidden',
    'font:8px serif',
    'white-space:pre',
  ],
]
const rule = fc
  .tuple(
    fc.constantFrom(...selectors),
    fc.array(fc.constantFrom(...declarations), { minLength: 1, maxLength: 2 }),
  )
  .map(([selector, said]) => `${selector}{${said.join(';')}}`)
const wrapped = fc.oneof(
  { weight: 4, arbitrary: rule },
  { weight: 1, arbitrary: rule.map(inner => `@media screen{${inner}}`) },
  { weight: 1, arbitrary: rule.map(inner => `@media print{${inner}}`) },
  { weight: 1, arbitrary: rule.map(inner => `@layer low{${inner}}`) },
  { weight: 1, arbitrary: rule.map(inner => `@supports (display:grid){${inner}}`) },
)

const names = fc.constantFrom('', ' class="a"', ' class="b"', ' class="a b"', ' data-n="1"')
const style = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...declarations.filter(each => !each.includes('"')))
      .map(said => ` style="${said}"`),
  },
)
const piece = fc
  .tuple(fc.constantFrom('i', 'b', 'i', 'span'), names, style, fc.integer({ min: 1, max: 99 }))
  .map(([tag, name, said, value]) => `<${tag}${name}${said}>${value}</${tag}>`)
const cell = fc
  .tuple(
    names,
    style,
    fc.array(fc.oneof(piece, fc.integer({ min: 1, max: 99 }).map(String)), { minLength: 1, maxLength: 3 }),
  )
  .map(([name, said, pieces]) => `<td${name}${said}>${pieces.join('')}</td>`)
const row = fc
  .tuple(names, style, fc.array(cell, { minLength: 2, maxLength: 3 }))
  .map(([name, said, cells]) => `<tr${name}${said}>${cells.join('')}</tr>`)
const page = fc
  .tuple(
    fc.array(wrapped, { minLength: 1, maxLength: 5 }),
    names,
    fc.array(row, { minLength: 2, maxLength: 3 }),
  )
  .map(
    ([rules, name, rows]) =>
      `<!doctype html><meta charset=utf-8><style>${rules.join('\n')}</style><div class="w" style="margin:90px 0"><table${name}>${rows.join('')}</table></div>`,
  )

interface ReadCell {
  readonly text: string
  readonly told: boolean
}
const readCells = (html: string): readonly (readonly ReadCell[])[] => {
  const { blocks, losses } = documentFromHtml(html, 'html')
  const told = new Set(
    losses.map(({ source }) =>
      source?.kind === 'table' ? `${source.table}/${source.row}/${source.column}` : '',
    ),
  )
  return blocks.flatMap(block =>
    block.kind === 'table'
      ? Array.from({ length: block.rows }, (_, index) =>
          block.cells
            .filter(({ row: at }) => at === index + 1)
            .map(each => ({
              text: each.text,
              told: told.has(`${block.number}/${each.row}/${each.column}`),
            })),
        )
      : [],
  )
}

const look = readFileSync(new URL('shown-cells.js', import.meta.url), 'utf8')

describe.skipIf(noBrowser)('what is read is what is seen', () => {
  let browser: Browser
  let tab: Page
  beforeAll(async () => {
    browser = await openBrowser()
    tab = await browser.context.newPage()
  })
  afterAll(() => browser.close())

  const shown = async (html: string): Promise<string[][][]> => {
    await tab.setContent(html)
    return tab.evaluate<string[][][]>(`${look}\nshownCells()`)
  }

  test('a number given without a word is the only one shown in its cell', { timeout: 600_000 }, async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(page, async html => {
        const seen = await shown(html)
        const cells = readCells(html)
        if (seen.length !== cells.length) return
        for (const [at, line] of cells.entries()) {
          if (line.length !== seen[at]!.length) continue
          for (const [column, { text, told }] of line.entries()) {
            if (told || !/^\d+$/u.test(text.trim())) continue
            compared++
            expect(seen[at]![column], `${html}\n${at + 1}/${column + 1}`).toEqual([text.trim()])
          }
        }
      }),
      // The same pages each time, so that a run speaks of the change and not of chance; SEED and RUNS try others.
      { numRuns: Number(process.env['RUNS'] ?? 300), seed: Number(process.env['SEED'] ?? 1) },
    )
    expect(compared).toBeGreaterThan(100)
  })

  test('rows and cells that are not shown are not read, and those that are shown are', async () => {
    const rows = [
      'tr',
      'tr.a',
      'tr:nth-child(2)',
      '.a',
      '.w tr:last-child',
      'td:nth-child(2)',
      'tr:has(.b)',
      '#x',
    ]
    for (const selector of rows) {
      const html = `<!doctype html><style>${selector}{display:none}</style><div class=w><table><tr><td>1<td>2<td>3<tr class=a><td>4<td class=b>5<td>6<tr id=x><td>7<td>8<td>9</table></div>`
      const seen = (await shown(html)).map(line => line.map(numbers => numbers.join()))
      expect(
        readCells(html).map(line => line.map(({ text }) => text)),
        selector,
      ).toEqual(seen)
    }
  })
})
