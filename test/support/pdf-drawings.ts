import { latin, pageHeight, text } from './pdf.ts'

/** A figure printed in a cell from 120 to 180 and 120 to 140. */
export interface Printed {
  readonly digits: string
  readonly size: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly base: number
}

/** Numbers from 0 to 1, one after the other. */
export type Chance = () => number

/** What is drawn below and upon a figure. */
export interface Drawn {
  readonly below?: string
  readonly upon?: string
}

export type Drawings = Readonly<Record<string, (figure: Printed, chance: Chance) => Drawn>>

const n = (value: number): string => String(Math.round(value * 1000) / 1000)
const up = (y: number): string => n(pageHeight - y)

/** States of 0 to 10 tenths of opacity, one that multiplies, and two shadings: a pale and a dark one. */
export const drawingResources = `/ExtGState << ${Array.from({ length: 11 }, (_, at) => `/A${at} << /ca ${at / 10} /CA ${at / 10} >>`).join(' ')} /Mul << /BM /Multiply >> >> /Shading << ${[
  ['S1', '1 1 1', '0.9 0.9 1'],
  ['S2', '0 0 0', '0.2 0 0'],
]
  .map(
    ([name, from, to]) =>
      `/${name} << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [100 0 200 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [${from}] /C1 [${to}] /N 1 >> >>`,
  )
  .join(' ')} >>`

const among = <T>(items: readonly T[], chance: Chance): T => items[Math.floor(chance() * items.length)]!
const between = (least: number, most: number, chance: Chance): number => least + (most - least) * chance()
const dark = (chance: Chance) => among(['0 0 0', '1 0 0', '0 0 1', '0.4 0.4 0.4', '0 0.5 0'], chance)
const pale = (chance: Chance) => among(['1 1 0.6', '0.8 1 0.8', '0.9 0.9 0.9', '0.8 0.9 1'], chance)

const area = (left: number, top: number, right: number, bottom: number, colour: string, state = '') =>
  `q ${state} ${colour} rg ${n(left)} ${up(bottom)} ${n(right - left)} ${n(bottom - top)} re f Q`

const pen = (colour: string, width: number, steps: string) => `q ${colour} RG ${n(width)} w ${steps} S Q`
const straight = (x0: number, y0: number, x1: number, y1: number) =>
  `${n(x0)} ${up(y0)} m ${n(x1)} ${up(y1)} l`

/** A picture of one colour; its pixels are drawn where `is` says so, on nothing. */
const stencil = (
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: string,
  [across, down]: readonly [number, number],
  is: (x: number, y: number) => boolean,
) => {
  let bits = ''
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x += 8) {
      let byte = 0
      for (let bit = 0; bit < 8; bit++) if (!is(x + bit, y)) byte |= 0x80 >> bit
      bits += byte.toString(16).padStart(2, '0')
    }
  return `q ${colour} rg ${n(right - left)} 0 0 ${n(bottom - top)} ${n(left)} ${up(bottom)} cm BI /W ${across} /H ${down} /IM true /BPC 1 /F /AHx ID ${bits}> EI Q`
}

const photo = (
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: string,
  state = '',
) =>
  `q ${state} ${n(right - left)} 0 0 ${n(bottom - top)} ${n(left)} ${up(bottom)} cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID ${colour}> EI Q`

/** Things nobody can read a figure through, or that say it is void. */
export const disturbing: Drawings = {
  'an area': ({ left, right, top, base }, chance) => ({
    upon: area(
      left - 2,
      top - 1,
      left + (right - left) * between(0.5, 1.2, chance),
      base + 1,
      among(['1 1 1', '0 0 0', '1 0 0'], chance),
    ),
  }),
  'an area over its lower half': ({ left, right, top, base }) => ({
    upon: area(left - 1, (top + base) / 2, right + 1, base + 3, '1 1 1'),
  }),
  'a white bar as thin as a ruling': ({ left, right, top, base }, chance) => ({
    upon: area(left - 1, (top + base) / 2 - between(0.7, 1.3, chance), right + 1, (top + base) / 2, '1 1 1'),
  }),
  'an area that lets little through': ({ left, right, top, base }) => ({
    upon: area(left - 2, top - 2, right + 2, base + 2, '1 1 1', '/A9 gs'),
  }),
  'a picture': ({ left, right, top, base }, chance) => ({
    upon: photo(
      [left - between(0, 4, chance), top - 2, right + 2, base + 2],
      among(['ffffff', '000000', 'ffcccc'], chance),
    ),
  }),
  'a picture of the whole page that paints only there': ({ left, right, top, base }, chance) => ({
    upon: stencil(
      [0, 0, 595, pageHeight],
      among(['1 1 1', dark(chance)], chance),
      [149, 211],
      (x, y) => x * 4 > left - 5 && x * 4 < right + 2 && y * 4 > top - 5 && y * 4 < base + 3,
    ),
  }),
  'a picture of a line': ({ left, right, top, base }, chance) => ({
    upon: stencil(
      [left - 2, top, right + 2, base],
      dark(chance),
      [40, 20],
      (x, y) => Math.abs(x / 40 - y / 20) < 0.08,
    ),
  }),
  'a shading': ({ left, right, top, base }, chance) => ({
    upon: `q ${n(left - 2)} ${up(base + 2)} ${n(right - left + 4)} ${n(base - top + 4)} re W n /${among(['S1', 'S2'], chance)} sh Q`,
  }),
  'a slanting stroke': ({ left, right, top, base }, chance) => ({
    upon: pen(dark(chance), between(0.4, 2, chance), straight(left - 1, base, right + 1, top)),
  }),
  'a curve': ({ left, right, top, base }, chance) => {
    const y = () => up(base - (base - top) * between(0.2, 0.8, chance))
    return {
      upon: pen(
        dark(chance),
        between(0.4, 1.5, chance),
        `${n(left - 2)} ${y()} m ${n(left + 4)} ${y()} ${n(right - 4)} ${y()} ${n(right + 2)} ${y()} c`,
      ),
    }
  },
  'many little strokes': ({ left, right, top, base }, chance) => {
    const steps = 12 + Math.floor(chance() * 30)
    const step = (right - left + 4) / steps
    const ys = Array.from({ length: steps + 1 }, () => base - (base - top) * between(0.35, 0.65, chance))
    const pieces = Array.from({ length: steps }, (_, at) =>
      straight(left - 2 + at * step, ys[at]!, left - 2 + (at + 1) * step, ys[at + 1]!),
    )
    return { upon: pen(dark(chance), between(0.5, 1.2, chance), pieces.join(' ')) }
  },
  'white lines': ({ left, right, top, base }) => ({
    upon: pen(
      '1 1 1',
      1,
      Array.from({ length: 6 }, (_, at) => straight(left - 1, top + at * 1.5, right + 1, top + at * 1.5))
        .filter((_, at) => top + at * 1.5 < base)
        .join(' '),
    ),
  }),
  'another number': ({ left, base, size }, chance) => ({
    upon: among([text, latin], chance)(
      left + between(-1, 1, chance),
      base + between(-1, 1, chance),
      among(['34', '96', '51'], chance),
      size,
    ),
  }),
  'a stamp': ({ left, base, size }, chance) => ({
    upon: `q ${among(['1 0 0', '0 0 0'], chance)} rg BT /F2 ${n(size * 2)} Tf 0.8 0.6 -0.6 0.8 ${n(left)} ${up(base + 4)} Tm (VOID) Tj ET Q`,
  }),
}

/** Things that make another figure of one, or may be a part of it, beside and between its digits. */
export const completing: Drawings = {
  'a 1 as a thin bar before it': ({ left, base, size }, chance) => {
    const x = left - between(1, 3, chance)
    return { upon: area(x - 0.8, base - size * 0.72, x, base, dark(chance)) }
  },
  'a 1 as a line after it': ({ right, base, size }, chance) => {
    const x = right + between(0.6, 4, chance)
    return { upon: pen(dark(chance), 0.8, straight(x, base - size * 0.72, x, base)) }
  },
  'a minus before it': ({ left, base, size }, chance) => {
    const [x, y] = [left - between(0.3, 0.6, chance), base - size * 0.3]
    return {
      upon: among(
        [pen('0 0 0', 0.7, straight(x - 2, y, x, y)), area(x - 2, y - 0.4, x, y + 0.4, '0 0 0')],
        chance,
      ),
    }
  },
  'a point after it': ({ right, base }, chance) => {
    const [x, side] = [right + between(0.3, 1, chance), between(0.8, 1.6, chance)]
    return {
      upon: among(
        [
          area(x, base - side, x + side, base, '0 0 0'),
          photo([x, base - side, x + side, base], '000000'),
          `q 1 J ${pen('0 0 0', side, straight(x + side / 2, base - side / 2, x + side / 2, base - side / 2 + 0.01))} Q`,
        ],
        chance,
      ),
    }
  },
  'a 0 as a box': ({ right, base, size }, chance) => {
    const x = right + between(0.6, 3, chance)
    return { upon: `q 0.8 w ${n(x)} ${up(base)} ${n(size * 0.45)} ${n(size * 0.7)} re S Q` }
  },
}

/** Things below, beside and upon a figure that is seen as it is. */
export const harmless: Drawings = {
  nothing: () => ({}),
  'a line beside it': ({ right, top, base }, chance) => ({
    upon: pen(
      dark(chance),
      0.7,
      straight(right + between(3, 6, chance), base, right + between(13, 18, chance), top),
    ),
  }),
  'a line under it': ({ left, right, base, size }) => ({
    upon: pen('0 0 0', 0.5, straight(left, base + size * 0.13, right, base + size * 0.13)),
  }),
  'a marker': ({ left, right, top, base }, chance) => ({
    upon: area(
      left - 1,
      top - 1,
      right + 1,
      base + 2,
      among(['1 1 0', '0.6 1 0.6', '1 0.8 0.9'], chance),
      '/Mul gs',
    ),
  }),
  'a coloured cell': (_, chance) => ({ below: area(120, 120, 180, 140, pale(chance)) }),
  'a shaded cell': () => ({ below: `q 120 ${up(140)} 60 20 re W n /S1 sh Q` }),
  'a picture below it': () => ({ below: photo([60, 100, 260, 160], 'f4f4ee') }),
  'a pale picture over the page': (_, chance) => ({
    upon: photo(
      [0, 0, 595, pageHeight],
      among(['ffffff', 'ff0000', '888888'], chance),
      `/A${among([1, 2, 3], chance)} gs`,
    ),
  }),
  'a picture over the page that paints elsewhere': (_, chance) => ({
    upon: stencil([0, 0, 595, pageHeight], dark(chance), [149, 211], (_x, y) => y * 4 > 300),
  }),
  'a watermark': (_, chance) => ({
    upon: `q /A${among([1, 2, 3], chance)} gs BT /F2 ${n(between(30, 60, chance))} Tf 0.7 0.7 -0.7 0.7 ${n(between(100, 130, chance))} ${n(between(640, 690, chance))} Tm 0.5 g (DRAFT) Tj ET Q`,
  }),
}

/** Drawings that may be a figure, as a print shop makes outlines of digits, or a hand writes them. */
export const figureLike: Drawings = {
  outlines: ({ left, base, size }, chance) => {
    const at = left + between(0, 30, chance)
    const points = '2 17 34 17 34 0 43 0 43 17 52 17 52 25 43 25 43 70 35 70 2 25'.split(' ').map(Number)
    const steps = Array.from(
      { length: points.length / 2 },
      (_, point) =>
        `${n(at + (points[point * 2]! / 100) * size)} ${up(base - (points[point * 2 + 1]! / 100) * size)} ${point === 0 ? 'm' : 'l'}`,
    )
    return { upon: `q ${dark(chance)} rg ${steps.join(' ')} h f Q` }
  },
  'a hand': ({ left, base, size }, chance) => {
    const points = Array.from(
      { length: 5 },
      () => `${n(left + between(2, 10, chance))} ${up(base - between(0, size * 0.8, chance))} l`,
    )
    return {
      upon: pen(
        dark(chance),
        between(0.5, 1.4, chance),
        `${n(left + 4)} ${up(base)} m ${points.join(' ')} ${n(left + 5)} ${up(base - size * 0.7)} l`,
      ),
    }
  },
  'a small picture': ({ left, top, base }, chance) => ({
    upon: stencil(
      [left + between(0, 20, chance), top, left + 30, base],
      dark(chance),
      [8, 8],
      (x, y) => x === y || x === 2,
    ),
  }),
  'a picture of the whole page': ({ left, base }, chance) => ({
    upon: stencil(
      [0, 0, 595, pageHeight],
      dark(chance),
      [298, 421],
      (x, y) => Math.abs(x * 2 - left - 10) < 6 && Math.abs(y * 2 - base + 4) < 5 && (x + y) % 3 > 0,
    ),
  }),
  'a line down': ({ left, base }) => ({
    upon: pen('0 0 0', 1, straight(left + 6, base - 7, left + 6, base)),
  }),
  'text set askew': ({ left, base, size }) => ({
    upon: `BT /F2 ${n(size)} Tf 0.98 0.17 -0.17 0.98 ${n(left)} ${up(base)} Tm (37) Tj ET`,
  }),
}

/** Drawings in a cell that say that it has nothing to say, or say nothing. */
export const empty: Drawings = {
  ...Object.fromEntries(
    ['nothing', 'a coloured cell', 'a shaded cell', 'a picture below it', 'a watermark'].map(name => [
      name,
      harmless[name]!,
    ]),
  ),
  'a line from corner to corner': (_, chance) => ({
    upon: pen(
      '0 0 0',
      between(0.3, 1, chance),
      among([straight(120, 140, 180, 120), straight(121, 121, 179, 139)], chance),
    ),
  }),
  'a drawn dash': () => ({ upon: pen('0 0 0', 0.7, straight(140, 130, 152, 130)) }),
}
