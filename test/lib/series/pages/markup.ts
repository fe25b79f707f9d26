import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** What a page is as markup, read by another parser than any that made it. */

export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

export const elementsOf = (html: string): readonly Element[] => {
  const elements: Element[] = []
  const walk = (node: Node) => {
    if ('tagName' in node) elements.push(node)
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parse(html))
  return elements
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(each => each.name === name)?.value

export const isOfClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name)

/** The text of an element without that of the elements that `without` tells. */
export const textOf = (node: Node, without: (element: Element) => boolean = () => false): string => {
  if ('value' in node) return node.value
  if ('tagName' in node && without(node)) return ''
  return 'childNodes' in node ? node.childNodes.map(child => textOf(child, without)).join('') : ''
}

export const below = (element: Element): readonly Element[] =>
  element.childNodes.flatMap(node => ('tagName' in node ? [node, ...below(node)] : []))

const lines = new Set(['h1', 'h2', 'h3', 'p', 'li', 'tr', 'dt', 'dd', 'caption', 'summary', 'section', 'div'])

/** A page as lines of text that a person can read and compare: a row or paragraph a line, cells between bars, links with what they lead to. */
export const outlineOf = (html: string): string => {
  let text = ''
  const walk = (node: Node) => {
    if ('value' in node) text += node.value.replace(/\s+/gu, ' ')
    if (!('childNodes' in node)) return
    const tag = 'tagName' in node ? node.tagName : ''
    if (tag === 'style' || tag === 'title') return
    if (lines.has(tag)) text += `\n${/^h\d$/u.test(tag) ? `${'#'.repeat(Number(tag[1]))} ` : ''}`
    for (const child of node.childNodes) walk(child)
    if (tag === 'td' || tag === 'th') text += ' | '
    if (tag === 'a') text += `(${attribute(node as Element, 'href')})`
    if (tag === 'br') text += ' / '
    if (tag === 'table') text += '\n'
  }
  walk(parse(html))
  return `${text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && line !== '|')
    .join('\n')}\n`
}
