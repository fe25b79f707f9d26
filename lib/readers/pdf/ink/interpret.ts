import type { OpenPdf, PageProgram } from '../engine/open.ts'
import { areaOf, type Box, boxAround, common, type Matrix, multiply, toMatrix } from '../geometry.ts'
import { blankCanvas, type Canvas } from './canvas.ts'
import { uncovered } from './cover.ts'
import type { Ink } from './model.ts'
import { paintPath, reachOf } from './paths.ts'
import { showText } from './show-text.ts'
import { initialState, type States, states } from './state.ts'
import { stateOperators } from './state-operators.ts'
import { textOperators } from './text-operators.ts'

type Ops = OpenPdf['ops']

/** What is going on around the current operator. */
interface Run {
  readonly ops: Ops
  readonly program: PageProgram
  readonly canvas: Canvas
  readonly all: States
  /** For each open marked content and group: whether it is shown. */
  readonly marks: boolean[]
  unseen: number
  /** The last transformation, while nothing was painted after it. */
  idle: Matrix | null
  /** The next path limits what is painted. */
  clipping: boolean
}

type Handler = (run: Run, values: readonly unknown[]) => void

const open = (run: Run, shown: boolean): void => {
  run.marks.push(shown)
  if (!shown) run.unseen += 1
}

const close = (run: Run): void => {
  if (run.marks.pop() === false) run.unseen -= 1
}

const transform = (run: Run, matrix: unknown): void => {
  run.all.current.toPage = multiply(run.all.current.toPage, toMatrix(matrix))
}

/** Pictures cover more than this; less is the unit square of a coordinate system. */
const leastPicture = 2

/** A picture larger than this part of the page lies below its text, or is a watermark over all of it. */
const largestPatch = 0.3

/** A place to which nothing painted belongs. */
const nowhere: Box = { left: 0, top: 0, right: 0, bottom: 0 }

/** From here on nothing is seen outside a box, and outside what limits it already. */
const limit = ({ all: { current } }: Run, box: Box, square: boolean): void => {
  current.clip = common(box, current.clip) ?? nowhere
  current.clipSquare &&= square
}

const placePicture = ({ canvas, program, all }: Run, box: Box): void => {
  canvas.picture(box)
  const seen = common(box, all.current.clip)
  if (seen && areaOf(seen) < largestPatch * program.width * program.height) canvas.cover(seen, false)
}

const restore = (run: Run): void => {
  // Pictures are not handed over: their place is the unit square of a transformation under which nothing was painted.
  if (run.idle !== null && run.unseen === 0) {
    const box = boxAround(run.idle, 0, 0, 1, 1)
    if (areaOf(box) > leastPicture) placePicture(run, box)
  }
  run.idle = null
  run.all.restore()
}

const constructPath = (run: Run, [operator, data]: readonly unknown[]): void => {
  const { ops, canvas, all } = run
  const { current } = all
  run.idle = null
  const packed = Array.isArray(data) ? (data[0] as ArrayLike<number> | null) : null
  if (run.clipping && packed !== null) {
    const reach = reachOf(packed, current.toPage)
    if (reach) limit(run, reach.box, reach.square)
  }
  run.clipping = false
  if (packed === null || run.unseen > 0) return
  const fills = [
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]
  const strokes = [ops.stroke, ops.closeStroke, ...fills.slice(2)]
  paintPath(canvas, packed, current.toPage, {
    fill: fills.includes(operator as number) && current.fillAlpha > 0 ? current.fill : null,
    stroke: strokes.includes(operator as number) && current.strokeAlpha > 0 ? current.stroke : null,
    lineWidth: current.lineWidth,
    opaque:
      current.fillAlpha === 1 &&
      !current.blended &&
      !current.masked &&
      current.clipSquare &&
      current.fill.startsWith('#'),
    clip: current.clip,
  })
}

/** A rectangle given by two corners, on the page. */
const rectangle = ({ all }: Run, corners: unknown): Box | null => {
  const [x0, y0, x1, y1] = Array.from((corners ?? []) as ArrayLike<number>)
  const box = boxAround(all.current.toPage, x0 ?? Number.NaN, y0 ?? 0, x1 ?? 0, y1 ?? 0)
  return Number.isFinite(areaOf(box)) ? box : null
}

const handlers: Readonly<Record<string, Handler>> = {
  save: run => run.all.save(),
  restore,
  transform: (run, values) => {
    transform(run, values)
    run.idle = run.all.current.toPage
  },
  clip: run => {
    run.clipping = true
  },
  eoClip: run => {
    run.clipping = true
  },
  constructPath,
  showText: (run, [items]) => {
    run.idle = null
    showText(run.canvas, run.all.current, items as Parameters<typeof showText>[2], run.unseen === 0)
  },
  shadingFill: run => {
    run.idle = null
  },
  paintFormXObjectBegin: (run, [matrix, bounds]) => {
    run.all.save()
    transform(run, matrix ?? [1, 0, 0, 1, 0, 0])
    const box = rectangle(run, bounds)
    if (box) limit(run, box, true)
    run.idle = null
  },
  paintFormXObjectEnd: run => {
    run.all.restore()
    run.idle = null
  },
  // What is drawn into a mask is not seen itself.
  beginGroup: (run, [group]) => open(run, !(group as { smask?: unknown } | undefined)?.smask),
  endGroup: close,
  beginAnnotation: (run, [, place, onPage, own]) => {
    run.all.save()
    run.all.current = initialState(run.program.toPage)
    const box = rectangle(run, place)
    if (box) limit(run, box, true)
    transform(run, onPage)
    transform(run, own)
    run.idle = null
  },
  endAnnotation: run => {
    run.all.restore()
    run.idle = null
  },
  beginMarkedContent: run => open(run, true),
  beginMarkedContentProps: (run, [tag, layer]) =>
    open(run, tag !== 'OC' || !layer || run.program.shown(layer)),
  endMarkedContent: close,
}

const tables = new WeakMap<Ops, Handler[]>()

/** Handlers by the numbers the parser uses. */
const handlerTable = (ops: Ops): Handler[] => {
  const known = tables.get(ops)
  if (known) return known
  const table: Handler[] = []
  for (const [name, number] of Object.entries(ops)) {
    const simple = textOperators[name] ?? stateOperators[name]
    const handler: Handler | undefined =
      handlers[name] ?? (simple && ((run, values) => simple(run.all.current, values, run.program)))
    if (handler) table[number] = handler
  }
  tables.set(ops, table)
  return table
}

/** Runs a page's drawing program and tells what is seen on the page, without drawing it. */
export const inkOf = (program: PageProgram, ops: Ops): Ink => {
  const canvas = blankCanvas()
  const run: Run = {
    ops,
    program,
    canvas,
    all: states(program.toPage),
    marks: [],
    unseen: 0,
    idle: null,
    clipping: false,
  }
  const table = handlerTable(ops)
  program.operators.forEach((operator, at) => {
    table[operator]?.(run, program.arguments[at] ?? [])
  })
  const { rulings, pictures, unseen, askew, unreadable } = canvas
  const { glyphs, hidden } = uncovered(canvas.glyphs, canvas.covers, canvas.strokes)
  return {
    page: program.number,
    width: program.width,
    height: program.height,
    glyphs,
    rulings,
    pictures,
    unseen: [...unseen, ...hidden],
    askew,
    unreadable,
    overdrawn: canvas.overdrawn(),
    broken: program.broken,
  }
}
