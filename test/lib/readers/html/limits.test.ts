import { describe, expect, test } from 'vitest'
import type { Document } from '../../../../lib/model/document.ts'
import { cpuTime } from '../../../support/cpu-time.ts'
import { read, tablesOf } from '../../../support/html.ts'

describe('hostile and large pages', () => {
  const timed = (html: string): { document: Document; milliseconds: number } => {
    const started = cpuTime()
    const document = read(html)
    return { document, milliseconds: cpuTime() - started }
  }

  test.each([
    ['20,000 nested divisions', '<div>'.repeat(20_000), '底'],
    ['200,000 nested divisions', '<div>'.repeat(200_000), '底'],
    ['3,000 nested tables', '<table><tr><td>'.repeat(3000), '底'],
    ['20,000 nested raised marks', '<sup>'.repeat(20_000), '底'],
    ['20,000 nested links to notes', '<a href="#_ftn1"><div>'.repeat(20_000), '底'],
    ['20,000 nested hidden elements', `<p>底</p>${'<div hidden>'.repeat(20_000)}`, ''],
  ])('%s', (_, start, end) => {
    const { document, milliseconds } = timed(start + end)
    expect(document.blocks.map(block => block.kind === 'paragraph' && block.text)).toEqual(['底'])
    expect(milliseconds).toBeLessThan(15_000)
  })

  test('3,000 nested tables with cells beside them', () => {
    const html = '<table><tr><td>旁<td>'.repeat(3000) + '</table>'.repeat(3000)
    const { document, milliseconds } = timed(html)
    expect(document.blocks).toHaveLength(3000)
    expect(tablesOf(document)).toHaveLength(1)
    expect(milliseconds).toBeLessThan(15_000)
  })

  test('time follows the length of the document', () => {
    const row = `<tr>${'<td style="width:5%"><p><span style="color:red">16<sup>1</sup></span></p></td>'.repeat(10)}</tr>`
    const page = (times: number): string =>
      `<p>文字<br>文字</p><table>${row.repeat(30)}</table>`.repeat(times)
    const best = (html: string): number =>
      Math.min(...Array.from({ length: 5 }, () => timed(html).milliseconds))
    best(page(2))
    expect(best(page(40)) / best(page(4))).toBeLessThan(40)
  })

  test.each([
    [
      'repeated formatting',
      `<p>${Array.from({ length: 3000 }, (_, n) => `<font size=${n}>`).join('')}</p>${'<p>x</p>'.repeat(3000)}`,
    ],
    ['a table of a million slots', `<table><tr>${'<td>1'.repeat(1000)}${'<tr><td>1'.repeat(1000)}</table>`],
  ])('%s is refused in time', (_, html) => {
    const started = cpuTime()
    expect(() => read(html)).toThrow(expect.objectContaining({ code: 'too-complex' }))
    expect(cpuTime() - started).toBeLessThan(15_000)
  })
})
