import { rememberFor } from '../../../util/remember.ts'
import type { Grey, StraightPage } from '../../contract.ts'

/** What is ink on a page, by its greys. */
export interface Levels {
  /** Darker is ink. */
  readonly ink: number
  /** Darker may be: no noise of paper is. */
  readonly trace: number
  /** Darker is part of a stroke where ink is beside it. */
  readonly soft: number
  /** By how much paper differs from place to place. */
  readonly noise: number
}

/** Noise of paper reaches so many deviations. */
const reach = 4.5
const palestTrace = 222
const darkestTrace = 150
const palestInk = 170
const darkestInk = 120
/** Paler than ink by so much at most, and darker than most of the noise. */
const softer = 50
const softReach = 2.2

/** Of the pixels of a page so many are as dark as paper with its deviation, ink aside. */
const half = 0.5
const deviation = 0.2

const levelAt = (histogram: Uint32Array, count: number, part: number): number => {
  let seen = 0
  for (let level = 0; level < 256; level++) {
    seen += histogram[level]!
    if (seen >= count * part) return level
  }
  return 255
}

const ofGrey = ({ greys }: Grey): Levels => {
  const histogram = new Uint32Array(256)
  let count = 0
  for (let at = 0; at < greys.length; at += 3, count++) histogram[greys[at]!] = histogram[greys[at]!]! + 1
  const paper = levelAt(histogram, count, half)
  const noise = (paper - levelAt(histogram, count, deviation)) * 1.2
  const trace = Math.max(darkestTrace, Math.min(palestTrace, paper - reach * noise))
  const ink = Math.max(darkestInk, Math.min(palestInk, trace))
  return { trace, noise, ink, soft: Math.max(ink, Math.min(ink + softer, paper - softReach * noise)) }
}

/** The levels of a page, which is even and stretched. */
export const levelsOf: (page: StraightPage) => Levels = rememberFor(page => ofGrey(page.grey))
