import { areaOf, type Box, boxAround, common, type Matrix, multiply } from '../geometry.ts'
import type { Canvas } from './canvas.ts'
import { evenCharacter, isUnreadable } from './characters.ts'
import type { Flow } from './model.ts'
import { isPale, isWhite, type State } from './state.ts'

/** A character as the parser hands it out; a number between characters moves them closer. */
interface Shown {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly [number, number, number] | null
}

/** Type reaches so far above and below its line, in ems, whatever the font says of itself. */
const ascent = 0.8
const descent = -0.2

/** sin 3°: scans that were straightened are still askew by less. */
const mostSkew = 0.05

/** Where text runs to on the page; null where it is askew. */
const flowOf = (matrix: Matrix, vertical: boolean): Flow | null => {
  const [a, b, c, d] = matrix
  const [x, y] = vertical ? [-c, -d] : [a, b]
  const length = Math.hypot(x, y)
  if (Math.abs(y) <= mostSkew * length) return x >= 0 ? 0 : 180
  if (Math.abs(x) <= mostSkew * length) return y >= 0 ? 90 : 270
  return null
}

const widest = 50
const replacement = '\ufffd'

/** Ink less opaque than this leaves nothing that an eye sees on paper. */
const unseenBelow = 0.1

const isInvisible = (state: State): boolean => {
  const mode = state.mode & 3
  return mode === 3 || (mode === 1 ? state.strokeAlpha : state.fillAlpha) < unseenBelow
}

/** Text less opaque than this is meant to be read through. */
const seeThrough = 0.6

const isFaint = (state: State): boolean =>
  (state.mode & 3) === 0 && ((isPale(state.fill) && !isWhite(state.fill)) || state.fillAlpha < seeThrough)

/** Less of a character than this is as good as nothing; more of it may be read, but is not whole. */
const cutOff = 0.15
const cutInto = 0.7

/** How much of a character's box lies inside what limits painting. */
const shownShare = (box: Box, clip: Box | null): number => {
  if (clip === null || areaOf(box) === 0) return 1
  const seen = common(box, clip)
  return seen === null ? 0 : areaOf(seen) / areaOf(box)
}

const addGlyph = (
  canvas: Canvas,
  state: State,
  text: string,
  flow: Flow | null,
  matrix: Matrix,
  place: readonly [left: number, baseline: number, width: number],
): void => {
  const blank = text.trim() === ''
  if (flow === null) {
    if (!blank) canvas.askew += 1
    return
  }
  const [left, baseline, width] = place
  const { fontSize } = state
  const box = boxAround(
    matrix,
    left,
    baseline + descent * fontSize,
    left + width,
    baseline + ascent * fontSize,
  )
  if (![box.left, box.top, box.right, box.bottom].every(Number.isFinite)) return
  const shown = shownShare(box, state.clip)
  const white = (state.mode & 3) === 0 && isWhite(state.fill) && !canvas.dark(box)
  const unseen = isInvisible(state) || white || shown < cutOff
  if (unseen && !blank) canvas.unseen.push(box)
  if (unseen && (!blank || isInvisible(state))) return
  if (!blank && isUnreadable(text)) canvas.unreadable += 1
  const size = fontSize * Math.hypot(matrix[2], matrix[3])
  const glyph = { text: evenCharacter(text), box, size, flow }
  canvas.glyphs.push({
    ...glyph,
    ...(isFaint(state) ? { faint: true } : {}),
    ...(shown < cutInto ? { overdrawn: true } : {}),
  })
}

/** Shows a string: a glyph for each character, and the state moved on to behind it (ISO 32000-1, 9.4.4). */
export const showText = (
  canvas: Canvas,
  state: State,
  items: readonly (Shown | number)[],
  seen: boolean,
): void => {
  const { font, fontSize, fontDirection, rise } = state
  const vertical = font?.vertical === true
  const scale = state.scale * fontDirection
  const matrix = multiply(state.toPage, state.textMatrix)
  // A negative size turns both axes.
  const flow = flowOf(
    fontDirection < 0 ? [-matrix[0], -matrix[1], -matrix[2], -matrix[3], 0, 0] : matrix,
    vertical,
  )
  if (!font) {
    // The parser gives up fonts it cannot read, with all their text: something stands here, nobody knows what.
    if (seen) addGlyph(canvas, state, replacement, flow, matrix, [state.x, state.y + rise, fontSize / 2])
    return
  }
  const perUnit = fontSize * (font.fontMatrix?.[0] ?? 0.001)
  let advance = 0
  for (const item of items) {
    if (typeof item === 'number') {
      advance += ((vertical ? 1 : -1) * item * fontSize) / 1000
      continue
    }
    const spacing = (item.isSpace ? state.wordSpacing : 0) + state.characterSpacing
    const [down, aside, up] = item.vmetric ?? font.defaultVMetrics ?? [-1000, 500, 880]
    const width = Math.min(Math.max(item.width * perUnit, 0), widest * fontSize)
    const x = vertical ? -(item.vmetric ? aside : item.width / 2) * perUnit : advance
    const left = state.x + (vertical ? x : x * scale)
    const baseline = state.y + rise - (vertical ? advance + up * perUnit : 0)
    if (seen)
      addGlyph(canvas, state, item.unicode ?? '', flow, matrix, [
        scale < 0 ? left - width * Math.abs(scale) : left,
        baseline,
        width * Math.abs(scale),
      ])
    advance += vertical
      ? -down * perUnit - spacing * fontDirection
      : item.width * perUnit + spacing * fontDirection
  }
  if (vertical) state.y -= advance
  else state.x += advance * scale
}
