import { black, type Colour, isUnseen } from './colour.ts'

/** What a file says of how text is set that decides what an eye sees of it. Undefined: it says nothing. */
export interface Look {
  readonly hidden?: boolean
  /** Deleted by a tracked change that nobody has accepted yet. */
  readonly deleted?: boolean
  readonly struck?: boolean
  /** Above or below the line. */
  readonly raised?: boolean
  /** `null`: automatic, which is seen on any shading. */
  readonly colour?: Colour | null
  /** The letters let the ground through. */
  readonly transparent?: boolean
  /** Ground of the text itself, and a marker over that; `null`: none. */
  readonly shading?: Colour | null
  readonly highlight?: Colour | null
  /** Much smaller than any text of a report; what stands beside it in another size is no part of it. */
  readonly small?: boolean
  /** Too small, narrow or crowded to be read. */
  readonly tiny?: boolean
  /** In a font whose digits look like something else. */
  readonly symbols?: boolean
  /** Two lines in one, or a text turned within its line. */
  readonly stacked?: boolean
  readonly rightToLeft?: boolean
}

/** What an eye sees of text that is set so: instead of colours, whether they let it be seen. */
export interface Sight extends Omit<Look, 'colour' | 'transparent' | 'shading' | 'highlight'> {
  /** Not to be told from its ground, as far as that is known. */
  readonly white?: boolean
}

/** As most text is: nothing is to be said of it. */
export const plain: Sight = {}

const isLost = ({ colour, transparent, shading, highlight }: Look, ground: Colour): boolean => {
  if (transparent) return true
  if (typeof colour === 'number') return isUnseen(colour, highlight ?? shading ?? ground)
  // Automatic colour turns white on dark shading, but stays black under a marker.
  return typeof highlight === 'number' && isUnseen(black, highlight)
}

/** What is seen of text on the ground of its paragraph, cell or page. `flat`: its line or row is too low for it. */
export const sightOf = (look: Look, ground: Colour, flat = false): Sight => {
  const { hidden, deleted, struck, raised, small, tiny, symbols, stacked, rightToLeft } = look
  const white = isLost(look, ground)
  const marked = hidden || deleted || struck || raised || small || tiny || symbols || stacked || rightToLeft
  if (!marked && !white && !flat) return plain
  return {
    hidden: hidden === true,
    deleted: deleted === true,
    struck: struck === true,
    raised: raised === true,
    small: small === true,
    tiny: tiny === true || flat,
    symbols: symbols === true,
    stacked: stacked === true,
    rightToLeft: rightToLeft === true,
    white,
  }
}

/** Whether an eye sees the same of both. */
export const isSameSight = (a: Sight, b: Sight): boolean =>
  a === b ||
  (a.hidden === b.hidden &&
    a.deleted === b.deleted &&
    a.struck === b.struck &&
    a.white === b.white &&
    a.raised === b.raised &&
    a.small === b.small &&
    a.tiny === b.tiny &&
    a.symbols === b.symbols &&
    a.stacked === b.stacked &&
    a.rightToLeft === b.rightToLeft)
