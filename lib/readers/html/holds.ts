import { type Element, walk } from './walk.ts'

export const TEXT = /\S/u
export const DIGIT = /[\d０-９]/u
/** What changes a number that stands beside it. */
export const CHANGES_A_NUMBER = /[\d０-９万亿千百十元负减]/u

/** Never text: what scripts and styles hold. */
const UNPRINTED: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript'])

/** Whether there is text in the element that `wanted` finds. */
export const holds = (element: Element, wanted: RegExp): boolean => {
  let found = false
  walk(
    element,
    inner => (found || UNPRINTED.has(inner.tagName) ? 'skip' : undefined),
    text => {
      found ||= wanted.test(text)
    },
  )
  return found
}
