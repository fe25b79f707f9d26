import { expect, test } from 'vitest'
import { cpuTime } from '../../../support/cpu-time.ts'
import { losses, read } from '../../../support/html.ts'

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('')
const page = (sheet: string, rows: number): string =>
  `<style>${sheet}</style><table>${times(rows, row => `<tr class="r"><td id="i${row}">规章<td class="b">${row}<td>5`)}</table>`

/** Sheets that ask for more than any page needs: read in time, and the figures told of where they were not followed. */
test.each([
  [
    '100,000 selectors',
    page(
      times(100_000, at => `.b .x${at},.r .b{color:#333}`),
      2000,
    ),
    true,
  ],
  [
    '30,000 rules for every element',
    page(
      times(30_000, at => `*[data-x="${at}"]{color:red}`),
      2000,
    ),
    true,
  ],
  ['brackets in brackets', page(`${':not('.repeat(5000)}a${')'.repeat(5000)}{color:red}`, 50), true],
  [
    '2,000 deep selectors',
    page(
      times(2000, () => `${':not('.repeat(50)}.a${')'.repeat(50)}{color:red}`),
      1500,
    ),
    true,
  ],
  ['rules in rules', page(`${'.a &.b &{'.repeat(40)}color:red${'}'.repeat(40)}`, 50), true],
  [
    '20,000 conditions',
    page(
      times(20_000, at => `@media (min-width:${at}px){.b{color:#333}}`),
      100,
    ),
    true,
  ],
  [
    'a value in a value',
    page(
      `:root{${times(40, at => `--v${at}:var(--v${at + 1}) var(--v${at + 1});`)}}td{color:var(--v0)}`,
      500,
    ),
    false,
  ],
  ['a million open comments', page('/*'.repeat(1_000_000), 50), false],
  ['brackets without end', page(`td{background:${'('.repeat(50)}${'a '.repeat(100_000)}}`, 50), false],
  ['long attributes', page(`[class*="${'a'.repeat(500_000)}"]{color:red}`, 500), true],
  [
    'siblings',
    `<style>td ~ td ~ td ~ b ~ td{color:red}</style><table><tr>${'<td>1'.repeat(3000)}</table>`,
    false,
  ],
  ['descendants', `<style>.y .y .y .y .q div{color:red}</style>${'<div class=y>'.repeat(20_000)}`, false],
])('%s', (_, html, told) => {
  const started = cpuTime()
  read(html)
  expect(cpuTime() - started).toBeLessThan(15_000)
  expect(losses(html).length > 0).toBe(told)
})
