import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { SaxesParser } from 'saxes'

/** A document as a tree that can be pulled apart: elements and texts, whatever the notation. */
export interface Branch {
  name: string
  attributes: [string, string][]
  children: (Branch | string)[]
}

type Html = DefaultTreeAdapterTypes.ChildNode

const fromHtml = (node: Html): (Branch | string)[] => {
  if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value]
  if (!('tagName' in node)) return []
  return [
    {
      name: node.tagName,
      attributes: node.attrs.map(({ name, value }) => [name, value]),
      children: node.childNodes.flatMap(fromHtml),
    },
  ]
}

/** The tree of a web page. */
export const parsePage = (html: string): Branch => ({
  name: '',
  attributes: [],
  children: parse(html).childNodes.flatMap(fromHtml),
})

/** The tree of an XML part. Throws where it is not well-formed. */
export const parseXml = (xml: string): Branch => {
  const root: Branch = { name: '', attributes: [], children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const branch: Branch = { name, attributes: Object.entries(attributes), children: [] }
    open.at(-1)!.children.push(branch)
    open.push(branch)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', text => {
    if (open.length > 1) open.at(-1)!.children.push(text)
  })
  parser.write(xml).close()
  return root
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/gu, character => escapes[character]!)
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const raw = new Set('script style'.split(' '))

const write = (node: Branch | string, page: boolean, inRaw = false): string => {
  if (typeof node === 'string') return inRaw ? node : escaped(node)
  const inside = node.children.map(child => write(child, page, page && raw.has(node.name))).join('')
  if (node.name === '') return inside
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  if (page && empty.has(node.name)) return `<${node.name}${attributes}>${inside}`
  // Programs write empty elements so, and readers may have a shorter way with them.
  if (!page && inside === '') return `<${node.name}${attributes}/>`
  return `<${node.name}${attributes}>${inside}</${node.name}>`
}

export const writePage = (root: Branch): string => `<!doctype html>${write(root, true)}`
export const writeXml = (root: Branch): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${write(root, false)}`

/** All that is printed in a branch. */
export const textOf = (node: Branch | string): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join(' ')

/** A place in the tree: child `at` of `parent`. */
export interface Place {
  readonly parent: Branch
  readonly at: number
}

/** Every place, outermost first. */
export const placesIn = (root: Branch): Place[] => {
  const places: Place[] = []
  const waiting = [root]
  for (let parent = waiting.pop(); parent; parent = waiting.pop())
    parent.children.forEach((child, at) => {
      places.push({ parent: parent!, at })
      if (typeof child !== 'string') waiting.push(child)
    })
  return places
}
