import { limits } from '../../limits.ts'
import { attribute, type Element } from '../walk.ts'
import { type Rule, readSheets } from './sheet.ts'

/** Gives the sheet at an address, where it came with the page. */
export type FindSheet = (address: string) => string | undefined

export interface PageSheets {
  readonly rules: readonly Rule[]
  readonly hidingAnimations: ReadonlySet<string>
  /** Whether a sheet of the page did not come with it. */
  readonly unread: boolean
  /** Whether some rules were left out because there are too many. */
  readonly capped: boolean
}

const textOf = (element: Element): string =>
  element.childNodes.map(node => ('value' in node ? node.value : '')).join('')

/** A sheet written into its own address. */
const dataSheet = (address: string): string | undefined => {
  const [, base64, text] = /^data:text\/css[^,]*?(;base64)?,(.*)$/isu.exec(address) ?? []
  if (text === undefined) return undefined
  try {
    return base64 === undefined ? decodeURIComponent(text) : Buffer.from(text, 'base64').toString('utf8')
  } catch {
    return undefined
  }
}

const isSheetLink = (element: Element): boolean => {
  const words = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/u)
  return (
    words.includes('stylesheet') &&
    !words.includes('alternate') &&
    attribute(element, 'disabled') === undefined
  )
}

const isCss = (element: Element): boolean => {
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase()
  return type === '' || type === 'text/css'
}

const IMPORTED = /^(?:url\(\s*)?["']?([^"')]*)["']?\s*\)?(.*)$/su

/** Reads the style sheets that the elements of a page give it, in their order. */
export const pageSheets = (elements: readonly Element[], find: FindSheet = () => undefined): PageSheets => {
  let characters = 0
  let depth = 0
  let unread = false
  let capped = false
  const add = (text: string, media: string): void => {
    characters += text.length
    if (characters > limits.html.sheetCharacters) capped = true
    else sheets.add(text, media)
  }
  const fetch = (address: string, media: string): void => {
    if (capped) return
    const text = dataSheet(address) ?? find(address)
    if (text === undefined || depth >= limits.html.importDepth) {
      unread = true
      return
    }
    depth++
    add(text, media)
    depth--
  }
  const sheets = readSheets(prelude => {
    const [, address = '', on = ''] = IMPORTED.exec(prelude) ?? []
    fetch(address, on.replace(/\b(?:layer|supports)(?:\([^)]*\))?/gu, ''))
  })
  for (const element of elements) {
    const media = attribute(element, 'media') ?? ''
    if (element.tagName === 'style' && isCss(element)) add(textOf(element), media)
    else if (element.tagName === 'link' && isSheetLink(element))
      fetch(attribute(element, 'href') ?? '', media)
  }
  return {
    rules: sheets.rules,
    hidingAnimations: sheets.hidingAnimations,
    unread,
    capped: capped || sheets.capped(),
  }
}
