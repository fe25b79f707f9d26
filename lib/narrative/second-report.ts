import type { Block } from '../model/document.ts'
import type { Candidate } from './headings.ts'
import { findTitle, type Title } from './title.ts'

/** Where another report begins in the same file, and the titles of both. */
export interface SecondReport {
  /** Index in the document's blocks of its title. */
  readonly block: number
  readonly titles: readonly [string, string]
}

/** A numbered section title; below that a paragraph may be a sub-heading or a line of contents. */
const surely = 4
/** Links to other years' reports are titles too, but no sections follow them. */
const enoughSections = 3

const another = (a: Title, b: Title): boolean => {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true
  return (
    a.authority !== null &&
    b.authority !== null &&
    !a.authority.includes(b.authority) &&
    !b.authority.includes(a.authority)
  )
}

/**
 * The second report of a file that holds two (another year, another authority): a title of its own after the first
 * one's sections, with sections of its own behind it. Nothing behind it belongs to the first.
 */
export const secondReport = (
  blocks: readonly Block[],
  candidates: readonly Candidate[],
): SecondReport | null => {
  const headings = candidates.filter(candidate => candidate.score >= surely).map(({ block }) => block)
  const start = headings[0]
  const last = headings[headings.length - enoughSections]
  if (start === undefined || last === undefined) return null
  const lines = (from: number, to: number) =>
    blocks.slice(from, to).filter(block => block.kind === 'paragraph')
  const first = findTitle(lines(0, start))
  if (!first) return null
  for (let at = start; at < last; at++) {
    const block = blocks[at]!
    if (block.kind !== 'paragraph' || block.text.length > 120) continue
    const title = findTitle([block])
    if (title && another(first, title)) return { block: at, titles: [first.title, title.title] }
  }
  return null
}
