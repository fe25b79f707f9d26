import { formKeys, type SectionKey, type SectionTitle } from '../forms/form.ts'
import { sections } from '../forms/sections.ts'
import type { Block, Paragraph } from '../model/document.ts'
import {
  bareLabel,
  findLabel,
  type LabelMatch,
  labelEntries,
  labelNumber,
} from '../recognition/labels/labels.ts'
import { even } from '../util/even.ts'

/** A paragraph that may be the title of a section. */
export interface Candidate {
  readonly section: SectionTitle
  /** Index in the document's blocks. */
  readonly block: number
  readonly paragraph: Paragraph
  readonly heading: string
  /** Text that follows the title in the same paragraph. */
  readonly rest: string
  readonly official: boolean
  readonly score: number
}

const longestHeading = 45
const entries = labelEntries(sections.map(section => ({ ...section, value: section })))
/** Whether a heading prints a section's title in its official wording, or in one met in real reports. */
export const isKnownTitle = (heading: string): boolean => {
  const bare = bareLabel(heading)
  return entries.some(entry => entry.bare === bare)
}

const topNumber = /^第?([一二三四五六七八九十]{1,2})(?:部分[、.,:：]?|[、.,:：])/u

const headingOf = (text: string): { heading: string; rest: string } => {
  const trimmed = text.trim()
  if (trimmed.length <= longestHeading && !/[。：:].{2,}$/su.test(trimmed))
    return { heading: trimmed, rest: '' }
  // 六、其他需要报告的事项：无。 — title and text in one paragraph, told by the number in front.
  const match = /^(第?[一二三四五六][、.．,，]\s*[^。：:\n]{4,30})[。：:\n]\s*(.+)$/su.exec(trimmed)
  return match ? { heading: match[1]!, rest: match[2]! } : { heading: '', rest: '' }
}

const scoreOf = (section: SectionTitle, text: string, paragraph: Paragraph, official: boolean): number => {
  const number = labelNumber(text)
  const top = topNumber.exec(even(text))?.[1]
  const numbered = top === section.number ? 4 : top ? 2 : number === '' ? 1 : /^\d/u.test(number) ? 1 : -3
  return numbered + (official ? 1 : 0) + (paragraph.level !== undefined && paragraph.level <= 2 ? 1 : 0)
}

/** What the six titles speak of, for titles in words of their own: 三、政府信息公开申请情况. */
const subjects: Readonly<Record<SectionKey, RegExp>> = {
  overview: /总体|概况|概述|基本情况/u,
  proactiveDisclosure: /主动公开/u,
  requests: /申请/u,
  reconsiderationAndLitigation: /复议|诉讼/u,
  problemsAndImprovements: /问题|改进/u,
  otherMatters: /其他|其它|需要报告|需要说明/u,
}
const longestOwnTitle = 30

/** A title in other words: told by its number in the order of the form and by what it speaks of. */
const byNumber = (heading: string, bare: string): LabelMatch<SectionTitle> | null => {
  const number = topNumber.exec(even(heading))?.[1]
  const section = sections.find(each => each.number === number)
  const fits = section && bare.length <= longestOwnTitle && subjects[section.key].test(bare)
  return fits ? { value: section, variant: true } : null
}

/** All paragraphs that print a section's title, traps included: choosing among them is `chooseHeadings`. */
export const headingCandidates = (blocks: readonly Block[]): Candidate[] =>
  blocks.flatMap((block, at): Candidate[] => {
    if (block.kind !== 'paragraph' || block.text.trim() === '') return []
    const { heading, rest } = headingOf(block.text)
    if (heading === '') return []
    const bare = bareLabel(heading)
    const match = findLabel(bare, entries) ?? byNumber(heading, bare)
    if (!match) return []
    // Without a number in front only a known wording is a title; 无其他需要报告的事项。 is a sentence.
    if (/[。！]$/u.test(heading) || (!isKnownTitle(heading) && labelNumber(heading) === '')) return []
    const official = !match.variant
    const score = scoreOf(match.value, heading, block, official)
    return score > 0
      ? [{ section: match.value, block: at, paragraph: block, heading, rest, official, score }]
      : []
  })

const tableSections: readonly SectionKey[] = formKeys
/** What standing right before its own table is worth: more than any numbering. */
const beforeItsTable = 6
/** A title followed at once by the next title stands in a list of contents. */
const inContents = -4

/** For each candidate the next one that surely begins another section. */
const nextSections = (candidates: readonly Candidate[]): (Candidate | undefined)[] => {
  const nexts = new Array<Candidate | undefined>(candidates.length)
  let nearest: Candidate | undefined
  /** The nearest of another section than `nearest`. */
  let other: Candidate | undefined
  for (let at = candidates.length - 1; at >= 0; at--) {
    const candidate = candidates[at]!
    nexts[at] = nearest?.section.key === candidate.section.key ? other : nearest
    if (candidate.score < 2) continue
    if (nearest && nearest.section.key !== candidate.section.key) other = nearest
    nearest = candidate
  }
  return nexts
}

/**
 * One heading per section: the best numbered; a table's section is the one its table follows; of equals the last,
 * since a list of contents comes first. `tableAt` gives the block index of each statutory table.
 */
export const chooseHeadings = (
  candidates: readonly Candidate[],
  tableAt: ReadonlyMap<SectionKey, number>,
): Candidate[] => {
  const nexts = nextSections(candidates)
  const scored = candidates.map((candidate, at) => {
    const table = tableAt.get(candidate.section.key)
    const next = nexts[at]
    const leads =
      tableSections.includes(candidate.section.key) &&
      table !== undefined &&
      table > candidate.block &&
      (!next || table < next.block)
    const listed = candidates[at + 1]?.block === candidate.block + 1 && candidate.rest === ''
    return { candidate, score: candidate.score + (leads ? beforeItsTable : 0) + (listed ? inContents : 0) }
  })
  const best = new Map<SectionKey, { candidate: Candidate; score: number }>()
  for (const entry of scored) {
    const known = best.get(entry.candidate.section.key)
    if (!known || entry.score >= known.score) best.set(entry.candidate.section.key, entry)
  }
  return [...best.values()].map(({ candidate }) => candidate).sort((a, b) => a.block - b.block)
}
