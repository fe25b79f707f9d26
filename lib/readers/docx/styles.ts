import { type Archive, partBytes } from './archive.ts'
import { limits } from './limits.ts'
import { withoutSilent } from './silent.ts'
import { type AttributeValue, walk } from './walk.ts'

/** What a style says of the things that matter to us; undefined where it says nothing. */
export interface StyleFacts {
  /** Outline level, 1 = outermost. */
  readonly level?: number
  readonly numbered?: boolean
  readonly hidden?: boolean
  /** Text is set above or below the line. */
  readonly shifted?: boolean
  readonly struck?: boolean
  readonly white?: boolean
}

export type Styles = ReadonlyMap<string, StyleFacts>

interface Style {
  basedOn?: string
  level?: number
  numbered?: boolean
  hidden?: boolean
  shifted?: boolean
  struck?: boolean
  white?: boolean
}

/** Whether an on/off element (ECMA-376 17.17.4) is on. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !['0', 'false', 'off', 'none'].includes(value)

/** A heading level from `w:outlineLvl`, where 0 is the outermost and 9 is body text. */
export const outlineLevel = (value: string | undefined): number | undefined => {
  const level = Number(value)
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : undefined
}

const white = /^f[89a-f]f[89a-f]f[89a-f]$/i
/** Half-points; Word raises or lowers notes by three points or more. */
const leastShift = 3

/** White or nearly so, by value or as the ground of the theme. */
export const isWhite = (value: AttributeValue): boolean =>
  white.test(value('val') ?? '') || /^(?:background1|light1)$/.test(value('themeColor') ?? '')

/** Whether `w:position` raises or lowers text as a note is. */
export const isRaisedBy = (value: string | undefined): boolean => Math.abs(Number(value)) >= leastShift

/** Whether a fill is white or none. */
export const isWhiteFill = (fill: string): boolean => fill === 'auto' || white.test(fill)

const parse = (bytes: Uint8Array, part: string): ReadonlyMap<string, Style> => {
  const styles = new Map<string, Style>()
  let style: Style = {}
  walk(
    part,
    bytes,
    {
      open: (name, value, path) => {
        switch (name) {
          case 'style':
            style = {}
            styles.set(value('styleId') ?? '', style)
            return
          case 'name': {
            const heading = path.at(-1) === 'style' && /^(?:heading|标题) ?([1-9])$/i.exec(value('val') ?? '')
            if (heading) style.level ??= Number(heading[1])
            return
          }
          case 'basedOn':
            style.basedOn = value('val') ?? ''
            return
          case 'outlineLvl': {
            const level = outlineLevel(value('val'))
            if (level !== undefined) style.level = level
            return
          }
          case 'numId':
            style.numbered = value('val') !== '0'
            return
          case 'vanish':
            if (path.at(-2) === 'style') style.hidden = isOn(value('val'))
            return
          case 'vertAlign':
            if (path.at(-2) === 'style') style.shifted = value('val') !== 'baseline'
            return
          case 'position':
            if (path.at(-2) === 'style' && isRaisedBy(value('val'))) style.shifted = true
            return
          case 'strike':
          case 'dstrike':
            if (path.at(-2) === 'style') style.struck = isOn(value('val')) || style.struck === true
            return
          case 'color':
            if (path.at(-2) === 'style') style.white = isWhite(value)
            return
          case 'latentStyles':
          case 'docDefaults':
          case 'tblStylePr':
          case 'tblPr':
            return true
        }
        return
      },
    },
    withoutSilent,
  )
  return styles
}

/** Word itself allows ten styles one upon another; also ends circles. */
const deepest = 20

const resolve = (styles: ReadonlyMap<string, Style>, id: string): StyleFacts => {
  const facts: Style = {}
  let style = styles.get(id)
  for (let depth = 0; style && depth < deepest; depth++) {
    if (style.level !== undefined) facts.level ??= style.level
    if (style.numbered !== undefined) facts.numbered ??= style.numbered
    if (style.hidden !== undefined) facts.hidden ??= style.hidden
    if (style.shifted !== undefined) facts.shifted ??= style.shifted
    if (style.struck !== undefined) facts.struck ??= style.struck
    if (style.white !== undefined) facts.white ??= style.white
    style = styles.get(style.basedOn ?? '')
  }
  return facts
}

/** Reads the styles part; each style's facts include those it is based on. Throws Problem: `file-damaged`. */
export const readStyles = (archive: Archive, part: string | undefined): Styles => {
  const bytes = part === undefined ? null : partBytes(archive, part, limits.sidePartBytes)
  if (!bytes || part === undefined) return new Map()
  const styles = parse(bytes, part)
  return new Map([...styles.keys()].map(id => [id, resolve(styles, id)]))
}
