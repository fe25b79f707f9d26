import { limits } from '../../limits.ts'
import type { Font } from '../engine/open.ts'
import { type Box, identity, type Matrix } from '../geometry.ts'

/** Graphics and text state (ISO 32000-1, 8.4 and 9.3), as far as it decides what is seen where. */
export interface State {
  toPage: Matrix
  lineWidth: number
  stroke: string
  fill: string
  strokeAlpha: number
  fillAlpha: number
  /** Colours are mixed with those below, not painted over them. */
  blended: boolean
  masked: boolean
  /** What is painted outside it is not seen; null: no limit. */
  clip: Box | null
  /** The clip fills its box. */
  clipSquare: boolean
  font: Font | null
  fontSize: number
  fontDirection: 1 | -1
  characterSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

export const black = '#000000'

export const initialState = (toPage: Matrix): State => ({
  toPage,
  lineWidth: 1,
  stroke: black,
  fill: black,
  strokeAlpha: 1,
  fillAlpha: 1,
  blended: false,
  masked: false,
  clip: null,
  clipSquare: true,
  font: null,
  fontSize: 0,
  fontDirection: 1,
  characterSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  textMatrix: identity,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
})

/** The current state and those saved below it. */
export interface States {
  current: State
  readonly save: () => void
  readonly restore: () => void
}

export const states = (toPage: Matrix): States => {
  const saved: State[] = []
  let overflow = 0
  const all: States = {
    current: initialState(toPage),
    save: () => {
      if (saved.length < limits.pdf.depth) saved.push({ ...all.current })
      else overflow += 1
    },
    restore: () => {
      if (overflow > 0) overflow -= 1
      else all.current = saved.pop() ?? all.current
    },
  }
  return all
}

/** So light that text below or above can be read. */
export const isPale = (colour: string): boolean => /^#(?:[a-f].){3}$/iu.test(colour)

/** White, or so near to it that nobody sees it on paper. */
export const isWhite = (colour: string): boolean => /^#f[89a-f]f[89a-f]f[89a-f]$/iu.test(colour)
