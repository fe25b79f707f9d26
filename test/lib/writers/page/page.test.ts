import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { style, styleHash } from '../../../../lib/writers/page/style.ts'
import { withWaysBack } from '../../../../lib/writers/page/top.ts'
import { judgedOf } from '../../../support/judged.ts'
import { pageOf } from '../../../support/page.ts'
import { reportOf } from '../../../support/report.ts'
import { faultySample, paragraph, samples, tableOf } from '../samples.ts'

type Element = DefaultTreeAdapterTypes.Element

const elementsOf = (html: string): Element[] => {
  const elements: Element[] = []
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) elements.push(node)
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parse(html))
  return elements
}
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(each => each.name === name)?.value
const textOf = (element: Element): string =>
  element.childNodes
    .map(node => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : ''))
    .join('')
const byId = (elements: readonly Element[], id: string): Element => {
  const found = elements.find(element => attribute(element, 'id') === id)
  if (!found) throw new Error(`nothing has the id ${id}`)
  return found
}

const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'><a href="javascript:alert(3)">'

describe('writePage', () => {
  for (const [name, sample] of Object.entries(samples)) {
    it(`${name}: names nothing twice and links to nothing that is not there`, () => {
      const elements = elementsOf(pageOf(sample))
      const ids = elements.map(element => attribute(element, 'id')).filter(id => id !== undefined)
      expect(new Set(ids).size).toBe(ids.length)
      const inner = elements.map(element => attribute(element, 'href')).filter(href => href?.startsWith('#'))
      expect(inner.length).toBeGreaterThan(0)
      for (const href of inner) expect(ids).toContain(decodeURIComponent(href!.slice(1)))
    })

    it(`${name}: every figure names its header cells`, () => {
      const elements = elementsOf(pageOf(sample))
      const headers = new Set(
        elements.filter(({ tagName }) => tagName === 'th').map(element => attribute(element, 'id')),
      )
      for (const key of sample.report.figures.keys()) {
        const named = attribute(byId(elements, key), 'headers')!.split(' ')
        expect(named.length).toBeGreaterThan(1)
        for (const header of named) expect(headers).toContain(header)
      }
    })
  }

  it('shows the cells as printed, blank as blank and missing as missing', () => {
    const elements = elementsOf(pageOf(faultySample))
    const shown = (key: string) => textOf(byId(elements, key)).replace(/\[\d+\]|\s/g, '')
    expect(shown('requests.newRequests.total')).toBe('17')
    expect(shown('requests.carriedOver.otherOrganization')).toBe('（缺）')
    expect(shown('requests.outcomes.total.commercialEnterprise')).toBe('-')
    expect(shown('proactiveDisclosure.normativeDocuments.newlyProduced')).toBe('空白')
  })

  it('marks the cell at fault and links it to its findings and back', () => {
    const elements = elementsOf(pageOf(faultySample))
    const cell = byId(elements, 'requests.newRequests.total')
    expect(attribute(cell, 'class')).toBe('cell error main')
    const links = elementsOf(pageOf(faultySample)).filter(({ tagName }) => tagName === 'a')
    expect(links.some(link => attribute(link, 'href') === '#requests.newRequests.total')).toBe(true)
    const finding = cell.childNodes.find(node => 'tagName' in node && node.tagName === 'a') as Element
    expect(textOf(byId(elements, attribute(finding, 'href')!.slice(1)))).toContain('17')
  })

  it('marks the quoted clause in the text and links it to its finding', () => {
    const elements = elementsOf(pageOf(faultySample))
    const mark = elements.find(({ tagName }) => tagName === 'mark')!
    expect(textOf(mark)).toMatch(/^共收到政府信息公开申请22件 \[\d+\]$/)
    const links = elements.filter(element => attribute(element, 'href') === `#${attribute(mark, 'id')}`)
    expect(links).toHaveLength(1)
  })

  it('shows everything from the document as text', () => {
    const report = reportOf({
      figures: { 'requests.newRequests.total': hostile },
      report: {
        title: hostile,
        authority: hostile,
        signature: { authority: hostile, date: null },
        preamble: [paragraph(1, hostile)],
        sections: [
          {
            key: 'overview',
            heading: hostile,
            source: { kind: 'paragraph', paragraph: 2 },
            paragraphs: [paragraph(3, `之前${hostile}之后`)],
          },
        ],
        tables: [{ table: tableOf(1, [[hostile]]), form: null }],
        losses: [{ code: 'text-box-dropped', message: { zh: hostile, en: hostile } }],
        observations: [
          {
            kind: 'rowUnknown',
            form: 'requests',
            label: hostile,
            values: [hostile],
            source: { kind: 'table', table: 1, row: 1, column: 1 },
          },
        ],
      },
    })
    const finding = {
      id: hostile,
      check: hostile,
      severity: 'error',
      outcome: 'broken',
      message: { zh: hostile, en: hostile },
      cells: ['requests.newRequests.total'],
      evidence: [{ section: 'overview', quote: hostile }],
    } as const
    const judged = judgedOf(report, [finding])
    const html = pageOf({ ...judged, source: { ...judged.source, name: `${hostile}\ud800.docx` } })
    const elements = elementsOf(html)
    expect(elements.filter(({ tagName }) => ['script', 'img', 'iframe', 'object'].includes(tagName))).toEqual(
      [],
    )
    for (const element of elements) {
      expect(
        element.attrs.filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'src'),
      ).toEqual([])
      expect(attribute(element, 'href') ?? '#').toMatch(/^(#|\.\/)/)
    }
    expect(textOf(byId(elements, 'requests.newRequests.total'))).toContain(hostile)
    expect(elements.filter(({ tagName }) => tagName === 'mark').map(textOf)).toEqual([`${hostile} [1]`])
  })

  it('lets in its own style sheet and nothing else', () => {
    expect(styleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`)
    const [meta] = elementsOf(pageOf(samples['clean']!)).filter(
      element => attribute(element, 'http-equiv') === 'Content-Security-Policy',
    )
    expect(attribute(meta!, 'content')).toBe(
      `default-src 'none'; style-src '${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
  })

  it('shows English and ids where the switch is ticked, which comes before all of them', () => {
    const elements = elementsOf(pageOf(samples['clean']!))
    const at = elements.findIndex(element => attribute(element, 'id') === 'english')
    expect(attribute(elements[at]!, 'type')).toBe('checkbox')
    expect(elements.slice(0, at).filter(element => attribute(element, 'lang') === 'en')).toEqual([])
    expect(style).toContain(
      '#english:not(:checked)~* [lang=en],#english:not(:checked)~* .technical{display:none}',
    )
  })

  it('has a way back where it is served, and on a disk no link that leads nowhere', () => {
    const html = pageOf(samples['clean']!)
    const ways = [{ href: '/report?key=a&b="', zh: '对照<原件>', en: 'Beside' }]
    const links = (page: string) =>
      elementsOf(page).filter(element => attribute(element, 'href')?.startsWith('/'))
    expect(links(html)).toEqual([])
    const [link, ...others] = links(withWaysBack(html, ways))
    expect([attribute(link!, 'href'), textOf(link!), others]).toEqual([
      '/report?key=a&b="',
      '对照<原件> Beside',
      [],
    ])
    expect(withWaysBack('<p>$&</p>', ways)).toBe('<p>$&</p>')
  })

  it('links to the files beside it, whatever the upload was called', () => {
    const judged = samples['clean']!
    const html = pageOf({ ...judged, source: { ...judged.source, name: 'javascript:年报 50%#1.docx' } })
    const hrefs = elementsOf(html).map(element => attribute(element, 'href'))
    expect(hrefs).toContain('./javascript%3A%E5%B9%B4%E6%8A%A5%2050%25%231.xlsx')
    expect(hrefs).toContain('./javascript%3A%E5%B9%B4%E6%8A%A5%2050%25%231.json')
  })
})
