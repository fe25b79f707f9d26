import type { PageProgram } from '../engine/open.ts'
import type { State } from './state.ts'
import { setFont } from './text-operators.ts'

type Handler = (state: State, values: readonly unknown[], program: PageProgram) => void

/** A pattern is no colour, but it is seen. */
const pattern = 'pattern'
const colourOf = (value: unknown): string => (typeof value === 'string' ? value : pattern)

/** Entries of an extended graphics state (ISO 32000-1, table 58) that matter here. */
const entries: Readonly<Record<string, (state: State, value: unknown, program: PageProgram) => void>> = {
  LW: (state, value) => {
    state.lineWidth = Number(value)
  },
  CA: (state, value) => {
    state.strokeAlpha = Number(value)
  },
  ca: (state, value) => {
    state.fillAlpha = Number(value)
  },
  BM: (state, value) => {
    state.blended = value !== 'source-over'
  },
  SMask: (state, value) => {
    state.masked = Boolean(value)
  },
  Font: (state, value, program) => {
    if (Array.isArray(value)) setFont(state, value, program)
  },
}

/** Operators that change the general graphics state; colours arrive as #rrggbb whatever their space. */
export const stateOperators: Readonly<Record<string, Handler>> = {
  setLineWidth: (state, [width]) => {
    state.lineWidth = Number(width)
  },
  setStrokeRGBColor: (state, [colour]) => {
    state.stroke = colourOf(colour)
  },
  setFillRGBColor: (state, [colour]) => {
    state.fill = colourOf(colour)
  },
  setStrokeColorN: state => {
    state.stroke = pattern
  },
  setFillColorN: state => {
    state.fill = pattern
  },
  setGState: (state, [list], program) => {
    if (!Array.isArray(list)) return
    for (const [key, value] of list) entries[String(key)]?.(state, value, program)
  },
}
