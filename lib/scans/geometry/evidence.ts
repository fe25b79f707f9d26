import type { Grey } from '../contract.ts'
import type { Run } from './runs.ts'

/** What is seen of a line between two places. */
export interface Seen {
  /** Of what can be told, so much is line: 0 to 1. */
  readonly part: number
  /** So much of it can be told. */
  readonly told: number
  /** The same at its ends alone, where characters leave paper: the lesser one, and both together. */
  readonly end: number
  readonly ends: number
}

/** Looks for lines of a straight page, finely. Places are in pixels of the low picture. */
export interface Evidence {
  readonly across: (at: number, from: number, to: number) => Seen
  readonly down: (at: number, from: number, to: number) => Seen
  /** Of lines that there surely are so much is seen: 1 on a good page, less where a copier ate of them. */
  readonly sound: number
}

/** From the middle of a ruling to surely beside it, in low pixels. */
const beside = 2.1
/** A line is not quite where it should be by so much. */
const mostOff = 1.6
/** The lines that cross take so much at each end. */
const crossing = 1.2
/** Of a piece so much is an end, and no less than this in low pixels. */
const endPart = 0.16
const leastEnd = 2
/** Darker is no paper. */
const noPaper = 150
/** A line is this part as dark as the lines that there surely are: hairlines are drawn half as dark, or not. */
const asDark = 0.25
const mostDark = 0.5
const leastDepth = 22
const mostDepth = 90
/** Of all places of a page so many are darker than what is beside them by noise alone, or less. */
const noisy = 0.93

/** How much darker a place is than what is beside it where there is but noise. */
const noiseOf = ({ width, height, greys }: Grey, side: number): number => {
  const counts = new Uint32Array(256)
  let count = 0
  for (let y = side; y < height - side; y += 13)
    for (let at = y * width + side, end = (y + 1) * width - side; at < end; at += 17, count++) {
      const middle = Math.min(greys[at]!, greys[at - 1]!, greys[at + 1]!)
      const depth = Math.max(0, Math.min(greys[at - side]!, greys[at + side]!) - middle)
      counts[depth] = counts[depth]! + 1
    }
  let seen = 0
  for (let depth = 0; depth < 256; depth++) {
    seen += counts[depth]!
    if (seen >= count * noisy) return depth
  }
  return 255
}

const [off, unknown, on] = [0, 1, 2] as const

interface Line {
  /** Of the first pixel, from one pixel to the next, and from one to that beside it, in the greys. */
  readonly start: number
  readonly along: number
  readonly over: number
  readonly length: number
}

/** How dark the middle of a line is against its darker and its brighter side. */
const looker = ({ greys }: Grey, side: number) => {
  const state = (at: number, over: number, depth: number): number => {
    const before = greys[at - over]!
    const here = greys[at]!
    const after = greys[at + over]!
    const middle = here < before ? Math.min(here, after) : Math.min(before, after)
    const a = greys[at - side * over]!
    const b = greys[at + side * over]!
    const [low, high] = a < b ? [a, b] : [b, a]
    if (low - middle >= depth) return on
    if (high - middle >= depth || middle < noPaper) return unknown
    return off
  }
  return state
}

/** Of a bilevel page, where one line is whole and another nearly gone. */
const eatenSound = 0.55

/** `surely`: lines that there are. `eaten`: a copier may have taken of them. `fine`: pixels of the page to one of the low picture. */
export const evidenceOf = (
  page: Grey,
  fine: number,
  surely: { readonly across: readonly Run[]; readonly down: readonly Run[] },
  eaten: boolean,
): Evidence => {
  const { width, height, greys } = page
  const side = Math.max(3, Math.round(beside * fine))
  const off1 = Math.round(mostOff * fine)
  const state = looker(page, side)

  const lineOf = (isAcross: boolean, at: number, from: number, to: number): Line | null => {
    const place = Math.floor(at)
    const [sides, ends] = isAcross ? [height, width] : [width, height]
    const [first, last] = [Math.max(0, Math.round(from)), Math.min(ends, Math.round(to))]
    if (place - side < 0 || place + side >= sides || last - first < 2) return null
    return isAcross
      ? { start: place * width + first, along: 1, over: width, length: last - first }
      : { start: first * width + place, along: width, over: 1, length: last - first }
  }

  const depths: number[] = []
  const sample = (isAcross: boolean, runs: readonly Run[]): void => {
    for (const run of runs) {
      const line = lineOf(isAcross, run.at * fine, run.from * fine, run.to * fine)
      if (line === null) continue
      for (let step = 0; step < line.length; step += 7) {
        const at = line.start + step * line.along
        let middle = 255
        for (let k = -2; k <= 2; k++) middle = Math.min(middle, greys[at + k * line.over]!)
        depths.push(Math.min(greys[at - side * line.over]!, greys[at + side * line.over]!) - middle)
      }
    }
  }
  sample(true, surely.across)
  sample(false, surely.down)
  depths.sort((a, b) => a - b)
  const usual = depths[depths.length >> 1] ?? 0
  const noise = noiseOf(page, side)
  const depth = Math.min(
    mostDepth,
    Math.max(leastDepth, Math.min(usual * mostDark, Math.max(noise, usual * asDark))),
  )

  const seenAt = ({ start, along, over, length }: Line): Seen => {
    const end = Math.min(length >> 1, Math.max(Math.round(leastEnd * fine), Math.round(length * endPart)))
    let [ons, offs, firstOn, firstOff, lastOn, lastOff] = [0, 0, 0, 0, 0, 0]
    for (let step = 0, at = start; step < length; step++, at += along) {
      const what = state(at, over, depth)
      if (what === unknown) continue
      const is = what === on ? 1 : 0
      ons += is
      offs += 1 - is
      if (step < end) {
        firstOn += is
        firstOff += 1 - is
      } else if (step >= length - end) {
        lastOn += is
        lastOff += 1 - is
      }
    }
    const part = (yes: number, no: number): number => (yes + no === 0 ? 0.5 : yes / (yes + no))
    return {
      part: part(ons, offs),
      told: (ons + offs) / length,
      end: Math.min(part(firstOn, firstOff), part(lastOn, lastOff)),
      ends: part(firstOn + lastOn, firstOff + lastOff),
    }
  }

  const nothing: Seen = { part: 0, told: 1, end: 0, ends: 0 }
  const best = (isAcross: boolean, at: number, from: number, to: number): Seen => {
    const inset = Math.min(crossing, (to - from) / 6)
    let found: Seen | null = null
    for (let by = -off1; by <= off1; by++) {
      const line = lineOf(isAcross, at * fine + by, (from + inset) * fine, (to - inset) * fine)
      if (line === null) continue
      const seen = seenAt(line)
      if (found === null || seen.part * seen.told + seen.ends > found.part * found.told + found.ends)
        found = seen
    }
    return found ?? nothing
  }

  return {
    across: (at, from, to) => best(true, at, from, to),
    down: (at, from, to) => best(false, at, from, to),
    sound: eaten ? eatenSound : 1,
  }
}
