import { type Box, boxOfAll, median } from '../geometry.ts'
import type { Glyph } from '../ink/model.ts'
import type { Line } from '../spelling/lines.ts'
import type { Placed } from '../spelling/local.ts'
import { evenness, isDigit, type Tracking } from '../spelling/tracking.ts'
import { isWide } from '../spelling/wide.ts'

/** A stretch of a line that no gap divides: all of a cell's line, or a part of it. */
export interface Fragment {
  readonly glyphs: readonly Glyph[]
  readonly box: Box
  readonly text: string
  readonly size: number
  readonly base: number
  /** Place in the order of painting of its first and its last character. */
  readonly first: number
  readonly last: number
}

/** Where each character comes in the painting of its page. */
export type Order = ReadonlyMap<Glyph, number>

/** A wider gap divides words, in ems; between two cells there is at least the padding of both. */
const dividing = 0.2
/** With a blank printed in it a gap must be wider. */
const dividingBlank = 1.25

const value = /^[+＋\-−－–]?[\d０-９][\d０-９,，.．]*$/u
const unit = /^(?:[件个項项条宗人次份篇部户类]|[百千万亿]{0,2}元|%|％|[（(].*[)）])$/u
const none = /^(?:[-−－–—/／]{1,2}|无|無)$/u

/** A number with its unit, or a mark for none. */
export const isValue = (text: string): boolean => {
  const bare = text.replace(/\s+/gu, '')
  if (none.test(bare) || value.test(bare)) return true
  const end = /^[+＋\-−－–]?[\d０-９][\d０-９,，.．]*/u.exec(bare)?.[0].length ?? 0
  return end > 0 && unit.test(bare.slice(end))
}

const isNumberPart = (text: string): boolean => isDigit(text) || /^[+＋\-−－–]$/u.test(text)

/** Whether the gap between two characters, `blank`: with a space printed in it, ends a fragment. */
const divides = (before: Placed, next: Placed, blank: boolean, tracking: Tracking): boolean => {
  const gap = (next.from - before.to) / Math.max(before.glyph.size, next.glyph.size)
  const [a, b] = [before.glyph.text, next.glyph.text]
  // Digits of one number stand at one distance.
  if (isNumberPart(a) && isNumberPart(b)) return Math.abs(gap - tracking.digits) > evenness
  const usual = isWide(a) || isWide(b) ? tracking.wide : Math.max(tracking.wide, tracking.digits)
  return gap > usual + (blank ? dividingBlank : dividing)
}

const fragmentOf = (placed: readonly Placed[], { size }: Line, order: Order): Fragment => {
  const glyphs = placed.map(({ glyph }) => glyph)
  const places = glyphs.map(glyph => order.get(glyph) ?? -1)
  return {
    glyphs,
    box: boxOfAll(glyphs.map(({ box }) => box)),
    text: glyphs.map(({ text }) => text).join(''),
    size,
    // Lines that stand very near are read as one; each piece keeps its own base line.
    base: median(placed.map(({ base }) => base)),
    first: Math.min(...places),
    last: Math.max(...places),
  }
}

const textOf = (placed: readonly Placed[]): string => placed.map(({ glyph }) => glyph.text).join('')

/** A number and the unit behind it are one. */
const withUnits = (groups: readonly Placed[][], { size }: Line): Placed[][] => {
  const joined: Placed[][] = []
  for (const group of groups) {
    const before = joined.at(-1)
    const near = before && group[0]!.from - before.at(-1)!.to <= besideNumber * size
    if (near && unit.test(textOf(group)) && value.test(textOf(before)))
      joined[joined.length - 1] = [...before, ...group]
    else joined.push(group)
  }
  return joined
}

/** A unit stands no farther behind its number, in ems. */
const besideNumber = 0.8

/** The fragments of a line, left to right. */
export const fragmentsOf = (line: Line, tracking: Tracking, order: Order): Fragment[] => {
  const groups: Placed[][] = []
  let blank = false
  for (const item of line.placed) {
    if (item.glyph.text.trim() === '') {
      blank = true
      continue
    }
    const group = groups.at(-1)
    if (group && !divides(group.at(-1)!, item, blank, tracking)) group.push(item)
    else groups.push([item])
    blank = false
  }
  return withUnits(groups, line).map(group => fragmentOf(group, line, order))
}
