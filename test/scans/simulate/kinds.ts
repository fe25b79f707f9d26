import type { Bilevel } from './bilevel.ts'
import type { Light } from './light.ts'
import type { SealInk } from './seals.ts'
import type { Lying } from './warp.ts'

/** How a printed report becomes a file of pictures: what happens to the paper, how it lies, what sees it, what writes it. */
export interface ScanKind extends Lying, Light {
  /** Pixels to the inch of what is handed in. */
  readonly dpi: number
  /** Of the lens, in pixels. */
  readonly blur: number
  /** Deviation of fine noise, of 255. */
  readonly noise: number
  /** Of the JPEG, 1 to 100. */
  readonly quality: number
  readonly colours?: true
  readonly seal?: SealInk
  /** Hands have marked one figure of six. */
  readonly pens?: true
  /** Printed in so many dots to the inch, on paper of this grey. */
  readonly dots?: { readonly cells: number; readonly paper: number }
  readonly bilevel?: Bilevel
  /** Quarters of a turn, clockwise. */
  readonly turned?: 1 | 2 | 3
  /** A page is handed in as so many pictures, one below the other. */
  readonly strips?: number
}

const office: ScanKind = { dpi: 200, skew: 0.6, blur: 0.6, noise: 4, quality: 60 }
const copier: ScanKind = { dpi: 200, skew: 0.8, blur: 0.7, noise: 13, quality: 100 }

/** By name; what is easy stands first. */
export const kinds = {
  clean200: { ...office, skew: 0.3, blur: 0.5, noise: 2, quality: 80 },
  office150: { ...office, dpi: 150, skew: 1, blur: 0.45 },
  office300: { ...office, dpi: 300, skew: 0.7, blur: 0.8, noise: 5, quality: 75 },
  skew: { ...office, skew: 2.4, noise: 5, quality: 50 },
  turned90: { ...office, turned: 1 },
  turned180: { ...office, turned: 2 },
  turned270: { ...office, turned: 3 },
  strips: { ...office, strips: 7 },
  borders: { ...office, skew: 1.2, fills: 0.93, beside: 14 },
  gradient: { ...office, skew: 0.8, blur: 0.8, noise: 6, quality: 50, gradient: [0.45, 1], contrast: 0.6 },
  redSeal: { ...office, colours: true, seal: 'red' },
  greySeal: { ...office, seal: 'grey' },
  pens: { ...office, colours: true, pens: true },
  pensGrey: { ...office, pens: true },
  bilevelLight: { ...copier, bilevel: { threshold: 0.45, salt: 0.0015 } },
  bilevelDark: { ...copier, bilevel: { threshold: 0.62, salt: 0.0015 } },
  copied300: {
    ...copier,
    dpi: 300,
    skew: 1.2,
    blur: 1.2,
    noise: 10,
    bilevel: { threshold: 0.56, salt: 0.001, specks: 60 },
  },
  photo: {
    ...{ ...office, colours: true, skew: 0.9, blur: 0.9, noise: 5 },
    ...{ perspective: 0.03, curl: 2, fills: 0.95, beside: 75, gradient: [0.55, 1], shadow: 0.2 },
  },
  hard150: {
    ...office,
    dpi: 150,
    skew: 1.5,
    blur: 0.8,
    noise: 7,
    quality: 40,
    gradient: [0.7, 1],
    shadow: 0.35,
  },
  dots: {
    ...{ ...office, skew: 0.9, blur: 0.8, perspective: 0.02, fills: 0.96, beside: 90, gradient: [0.7, 1] },
    ...{ contrast: 0.8, dots: { cells: 85, paper: 0.88 } },
  },
  worst120: {
    ...office,
    dpi: 120,
    skew: 1.8,
    blur: 0.9,
    noise: 9,
    quality: 40,
    gradient: [0.6, 1],
    contrast: 0.7,
  },
} as const satisfies Readonly<Record<string, ScanKind>>

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as readonly KindName[]

/** Pixels to the inch at which pages are drawn for a kind: always more than it has itself. */
export const sheetDpi = ({ dpi }: ScanKind): number => (dpi > 200 ? 400 : 300)
