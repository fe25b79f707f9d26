import { SaxesParser } from 'saxes'
import { byteOrderMark, strictly } from '../format/encoding.ts'
import { limits } from '../limits.ts'
import { type Declaration, nameResolver } from './names.ts'
import { damaged, tooComplex } from './refusals.ts'

/** Value of an attribute of the element just opened, by local name. */
export type AttributeValue = (local: string) => string | undefined

export interface Visitor {
  /** `path` holds the names of the elements around this one, innermost last. True: skip all that is inside. */
  readonly open: (name: string, value: AttributeValue, path: readonly string[]) => boolean | undefined
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/**
 * Takes one XML part through `visitor` in one pass, under guard: no document type, bounded elements, depth and
 * namespaces, valid encoding (OPC allows UTF-8 and UTF-16). `shorten` may take out what the visitor has no use for.
 * Throws Problem: `file-damaged`, `too-complex`.
 */
export const walk = (
  part: string,
  bytes: Uint8Array,
  visitor: Visitor,
  shorten: (xml: string) => string = xml => xml,
): void => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const names = nameResolver()
  const path: string[] = []
  let attributes: Readonly<Record<string, string>> = {}
  let declarations: Declaration[] = []
  const value: AttributeValue = local => names.attribute(attributes, local)
  let elements = 0
  let depth = 0
  let skipFrom = 0
  const broken = (cause?: unknown) =>
    damaged(`“${part}”不是合格的 XML`, `“${part}” is not well-formed XML`, { cause })

  parser.on('error', error => {
    throw broken(error)
  })
  parser.on('doctype', () => {
    throw damaged(
      `“${part}”含有文档类型声明`,
      `“${part}” has a document type declaration, which Word never writes`,
    )
  })
  // Picked out as they come: going through the attributes of every element again takes half as long as parsing does.
  parser.on('attribute', attribute => {
    if (attribute.name.charCodeAt(0) === 120 && attribute.name.startsWith('xmlns'))
      declarations.push(attribute)
  })
  parser.on('opentag', tag => {
    depth++
    if (++elements > limits.elements)
      throw tooComplex(
        `“${part}”的元素超过 ${limits.elements} 个`,
        `“${part}” has more than ${limits.elements} elements`,
      )
    if (depth > limits.depth)
      throw tooComplex(
        `“${part}”嵌套超过 ${limits.depth} 层`,
        `“${part}” is nested more than ${limits.depth} levels deep`,
      )
    if (skipFrom > 0) {
      if (declarations.length > 0) declarations = []
      return
    }
    if (declarations.length > 0) {
      names.enter(declarations, depth)
      declarations = []
    }
    attributes = tag.attributes
    const name = names.nameOf(tag.name)
    if (visitor.open(name, value, path) === true) skipFrom = depth
    else path.push(name)
  })
  parser.on('closetag', () => {
    if (skipFrom === 0) {
      const name = path.pop()!
      visitor.close?.(name)
      names.leave(depth)
    } else if (skipFrom === depth) {
      skipFrom = 0
      names.leave(depth)
    }
    depth--
  })
  if (visitor.text) {
    const text = (data: string) => {
      if (skipFrom === 0) visitor.text!(data)
    }
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const text = strictly(bytes, byteOrderMark(bytes) ?? 'utf-8')
  if (text === null) throw broken()
  try {
    parser.write(shorten(text)).close()
  } catch (error) {
    // saxes checks the name of an entity with a pattern that overflows the stack when it is megabytes long.
    throw error instanceof RangeError ? broken(error) : error
  }
}
