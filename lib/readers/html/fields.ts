import { attribute, type Element } from './walk.ts'

/** What a field shows. `certain` is false where it shows more or less than its value. */
export interface Shown {
  readonly text: string
  readonly certain: boolean
}

const TEXTUAL: ReadonlySet<string> = new Set(['', 'text', 'number', 'tel', 'search', 'url', 'email'])
/** Fields that show something else than text. */
const OTHER: ReadonlySet<string> = new Set(['checkbox', 'radio', 'range', 'color', 'file', 'password'])

const inputText = (element: Element): Shown => {
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase()
  const value = attribute(element, 'value') ?? ''
  if (OTHER.has(type)) return { text: '', certain: false }
  // A browser shows nothing where a number is none (HTML Standard, 4.10.5.1.12).
  if (type === 'number' && value !== '' && Number.isNaN(Number(value))) return { text: '', certain: false }
  // Dates and their like are shown as the reader's country writes them.
  if (value !== '')
    return { text: value, certain: TEXTUAL.has(type) || !/^(?:date|month|week|time|datetime)/u.test(type) }
  return { text: '', certain: !/[\d０-９]/u.test(attribute(element, 'placeholder') ?? '') }
}

const textOf = (element: Element): string =>
  attribute(element, 'label') ??
  element.childNodes
    .map(node => ('value' in node ? node.value : ''))
    .join('')
    .trim()

const MOST_OPTIONS = 10_000

const optionsOf = (select: Element): Element[] => {
  const options: Element[] = []
  for (const child of select.childNodes) {
    if (!('tagName' in child)) continue
    if (child.tagName === 'option') options.push(child)
    if (child.tagName === 'optgroup')
      for (const inner of child.childNodes)
        if ('tagName' in inner && inner.tagName === 'option') options.push(inner)
    if (options.length > MOST_OPTIONS) break
  }
  return options
}

const selectText = (element: Element): Shown => {
  const rows = Number.parseInt(attribute(element, 'size') ?? '1', 10)
  if (attribute(element, 'multiple') !== undefined || rows > 1) return { text: '', certain: false }
  const options = optionsOf(element)
  const chosen =
    options.findLast(option => attribute(option, 'selected') !== undefined) ??
    options.find(option => attribute(option, 'disabled') === undefined)
  return { text: chosen === undefined ? '' : textOf(chosen), certain: true }
}

/** What is seen of an `<input>` or `<select>`. */
export const shownIn = (element: Element): Shown =>
  element.tagName === 'select' ? selectText(element) : inputText(element)
