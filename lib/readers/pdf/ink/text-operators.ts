import type { PageProgram } from '../engine/open.ts'
import { identity, toMatrix } from '../geometry.ts'
import type { State } from './state.ts'

type Handler = (state: State, values: readonly unknown[], program: PageProgram) => void

const numberAt = (values: readonly unknown[], at: number): number => {
  const value = values[at]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

const startAt = (state: State, x: number, y: number): void => {
  state.lineX = x
  state.lineY = y
  state.x = x
  state.y = y
}

const moveText = (state: State, x: number, y: number): void =>
  startAt(state, state.lineX + x, state.lineY + y)

export const setFont: Handler = (state, [name, size], program) => {
  const points = typeof size === 'number' && Number.isFinite(size) ? size : 0
  state.font = program.font(String(name))
  state.fontSize = Math.abs(points)
  state.fontDirection = points < 0 ? -1 : 1
}

/** Operators that change the text state (ISO 32000-1, tables 105 to 108), as pdf.js hands them on. */
export const textOperators: Readonly<Record<string, Handler>> = {
  beginText: state => {
    state.textMatrix = identity
    startAt(state, 0, 0)
  },
  setFont,
  setCharSpacing: (state, values) => {
    state.characterSpacing = numberAt(values, 0)
  },
  setWordSpacing: (state, values) => {
    state.wordSpacing = numberAt(values, 0)
  },
  setHScale: (state, values) => {
    state.scale = numberAt(values, 0) / 100
  },
  setLeading: (state, values) => {
    state.leading = -numberAt(values, 0)
  },
  setTextRise: (state, values) => {
    state.rise = numberAt(values, 0)
  },
  setTextRenderingMode: (state, values) => {
    state.mode = numberAt(values, 0)
  },
  setTextMatrix: (state, values) => {
    state.textMatrix = toMatrix(values[0])
    startAt(state, 0, 0)
  },
  moveText: (state, values) => moveText(state, numberAt(values, 0), numberAt(values, 1)),
  setLeadingMoveText: (state, values) => {
    state.leading = numberAt(values, 1)
    moveText(state, numberAt(values, 0), numberAt(values, 1))
  },
  nextLine: state => moveText(state, 0, state.leading),
}
