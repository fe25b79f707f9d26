import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { type Box, boxAround, type Matrix, multiply } from '../geometry.ts'
import { tooComplex } from '../refusals.ts'
import type { RawText } from './characters.ts'
import { clips } from './clips.ts'
import { formObjects, kinds, type Objects, pageObjects } from './containers.ts'
import type { Layers } from './layers.ts'
import type { Memory } from './memory.ts'
import type { Clip, Font, Painted, PaintedPatch, PaintedPath, PaintedText } from './painted.ts'
import type { Purse } from './purse.ts'
import type { Stage } from './stage.ts'
import { readSteps } from './steps.ts'

/** Objects painted by one operator of a page or form. */
interface Container extends Objects {
  /** From its space to the page as it is shown. */
  readonly toPage: Matrix
  readonly clip: Clip
  readonly alpha: number
  readonly blended: boolean
  readonly depth: number
}

export interface Walk {
  readonly pdfium: Pdfium
  readonly memory: Memory
  readonly texts: ReadonlyMap<Address, RawText>
  readonly layerOf: ReadonlyMap<Address, number>
  readonly fontOf: (font: Address) => Font
  /** From the page's own space to the page as it is shown. */
  readonly toPage: Matrix
  readonly layers: Layers
  readonly stage: Stage
  /** Whether what is called white may be a pattern. */
  readonly patterns: boolean
  readonly spend: Purse
}

/** Each part from 0 to 255. */
const hex = (red: number, green: number, blue: number): string =>
  `#${(0x1000000 + red * 0x10000 + green * 0x100 + blue).toString(16).slice(1)}`

const white = '#ffffff'
/** A pattern is no colour, but it is seen. */
const pattern = 'pattern'

const boundsOf = ({ pdfium, memory }: Walk, object: Address, { toPage }: Container): Box => {
  const { call, scratch } = pdfium
  call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)
  const { float } = memory
  return boxAround(toPage, float(0), float(1), float(2), float(3))
}

/** PDFium calls a gradient white. */
const colourOf = (walk: Walk, object: Address, container: Container, told: string): string =>
  walk.patterns &&
  told === white &&
  walk.stage.drawn([object], boundsOf(walk, object, container)) === 'coloured'
    ? pattern
    : told

const paintOf = (walk: Walk, object: Address, container: Container, clip: Clip) => {
  const { call, scratch } = walk.pdfium
  const { memory } = walk
  const colour = (get: typeof call.FPDFPageObj_GetFillColor) => {
    if (get(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 1)
      return { colour: '#000000', alpha: container.alpha }
    return {
      colour: hex(memory.unsigned(0), memory.unsigned(1), memory.unsigned(2)),
      alpha: (memory.unsigned(3) / 255) * container.alpha,
    }
  }
  const fill = colour(call.FPDFPageObj_GetFillColor)
  const stroke = colour(call.FPDFPageObj_GetStrokeColor)
  return {
    operator: object,
    fill: colourOf(walk, object, container, fill.colour),
    stroke: stroke.colour,
    fillAlpha: fill.alpha,
    strokeAlpha: stroke.alpha,
    blended: container.blended || call.FPDFPageObj_HasTransparency(object) === 1,
    clip,
  }
}

const matrixOf = ({ pdfium, memory }: Walk, object: Address): Matrix => {
  pdfium.call.FPDFPageObj_GetMatrix(object, pdfium.scratch)
  return memory.matrix()
}

const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

const textOf = (walk: Walk, object: Address, container: Container, clip: Clip): PaintedText | null => {
  const raw = walk.texts.get(object)
  if (!raw) return null
  const [a, b, c, d, e, f] = walk.toPage
  const { call, scratch } = walk.pdfium
  const mode = call.FPDFTextObj_GetTextRenderMode(object)
  const toPage = multiply(walk.toPage, raw.matrix)
  call.FPDFPageObj_GetStrokeWidth(object, scratch)
  const em = Math.abs(raw.size) * Math.hypot(toPage[2], toPage[3])
  const strokeWidth = em > 0 ? (walk.memory.float(0) * scaleOf(container.toPage)) / em : 0
  return {
    kind: 'text',
    ...paintOf(walk, object, container, clip),
    characters: raw.characters.map(({ text, x, y, width }) => ({
      text,
      x: a * x + c * y + e,
      y: b * x + d * y + f,
      width,
    })),
    toPage,
    size: raw.size,
    vertical: raw.vertical,
    doubtful: walk.layers.doubtful.has(object),
    layer: walk.layerOf.get(object) ?? 0,
    font: walk.fontOf(raw.font),
    strokeWidth: (mode & 3) === 1 || (mode & 3) === 2 ? strokeWidth : 0,
    mode,
  }
}

const patchOf = (walk: Walk, object: Address, container: Container, clip: Clip): PaintedPatch => ({
  kind: 'patch',
  operator: object,
  box: boundsOf(walk, object, container),
  clip,
})

const pathOf = (
  walk: Walk,
  object: Address,
  container: Container,
  clip: Clip,
): PaintedPath | PaintedPatch => {
  const { call, scratch } = walk.pdfium
  const count = call.FPDFPath_CountSegments(object)
  if (count * 3 > limits.pdf.pathNumbers) return patchOf(walk, object, container, clip)
  call.FPDFPath_GetDrawMode(object, scratch, scratch + 4)
  const [filled, stroked] = [walk.memory.unsigned(0) !== 0, walk.memory.unsigned(1) !== 0]
  call.FPDFPageObj_GetStrokeWidth(object, scratch)
  const lineWidth = walk.memory.float(0)
  return {
    kind: 'path',
    ...paintOf(walk, object, container, clip),
    steps: readSteps(walk.pdfium, walk.memory, count, at => call.FPDFPath_GetPathSegment(object, at)),
    toPage: multiply(container.toPage, matrixOf(walk, object)),
    filled,
    stroked,
    lineWidth,
  }
}

function* objectsOf(walk: Walk, container: Container): Generator<Painted> {
  const { call } = walk.pdfium
  if (container.depth > 0) walk.spend.objects(container.count)
  const clipOf = clips(walk.pdfium, walk.memory, container.toPage, container.clip)
  for (let index = 0; index < container.count; index++) {
    const object = container.at(index)
    if (object === 0 || walk.layers.hidden.has(object)) continue
    const clip = clipOf(object)
    const kind = call.FPDFPageObj_GetType(object)
    if (kind === kinds.text) {
      const text = textOf(walk, object, container, clip)
      if (text) yield text
    } else if (kind === kinds.path) yield pathOf(walk, object, container, clip)
    else if (kind === kinds.image) {
      const matrix = multiply(container.toPage, matrixOf(walk, object))
      yield { kind: 'picture', operator: object, box: boxAround(matrix, 0, 0, 1, 1), clip }
    } else if (kind === kinds.shading) yield patchOf(walk, object, container, clip)
    else if (kind === kinds.form && container.depth < limits.pdf.formDepth) {
      const { fillAlpha, blended } = paintOf(walk, object, container, clip)
      yield* objectsOf(walk, {
        ...formObjects(walk.pdfium, object),
        toPage: multiply(container.toPage, matrixOf(walk, object)),
        clip,
        alpha: fillAlpha,
        blended,
        depth: container.depth + 1,
      })
    } else if (kind === kinds.form) throw tooComplex('图形嵌套过深', 'its drawings are nested too deep')
  }
}

/** Everything that a page paints, in the order of painting; what forms paint stands in their place. */
export const paintedOn = (walk: Walk, page: Address): Iterable<Painted> =>
  objectsOf(walk, {
    ...pageObjects(walk.pdfium, page),
    toPage: walk.toPage,
    clip: { box: null, square: true, shapes: [] },
    alpha: 1,
    blended: false,
    depth: 0,
  })
