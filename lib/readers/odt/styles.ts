import { limits } from '../limits.ts'
import type { AttributeValue, Visitor } from '../package/walk.ts'
import { type Colour, colourFromHex } from '../style/colour.ts'
import type { Look } from '../style/look.ts'
import { isCrowded, isFlat, isNarrow, isSmall, isSymbolFont, isTiny } from '../style/size.ts'
import { lengthOf, percentOf } from '../style/units.ts'

interface Style {
  readonly parent: string | undefined
  /** How its text is set. */
  look: Look
  /** Ground of its paragraphs or cells. */
  ground?: Colour | null
  /** Its rows are too low to show their text. */
  flat?: boolean
}

/** The styles of a document, common and automatic ones, by family and name. */
export interface Styles {
  /** Takes up the style definitions among the elements of a part. */
  readonly visitor: Pick<Required<Visitor>, 'open' | 'close'>
  readonly look: (family: Family, name: string | undefined) => Look
  /** Ground of a paragraph or cell; `null`: none. */
  readonly ground: (family: Family, name: string | undefined) => Colour | null
  readonly isFlat: (row: string | undefined) => boolean
}

type Family = 'text' | 'paragraph' | 'table-cell'

/** Percent of the size around it, and how much a letter must cover. */
const smallestShare = 60
const leastOpacity = 20

const colourOf = (text: string | undefined): Colour | null | undefined =>
  text === undefined ? undefined : (colourFromHex(text.replace('#', '')) ?? null)

const textLook = (value: AttributeValue): Look => {
  const display = value('text:display')
  const line = value('style:text-line-through-style') ?? value('style:text-line-through-type')
  const position = value('style:text-position')
  const colour = value('style:use-window-font-color') === 'true' ? null : colourOf(value('fo:color'))
  const shading = colourOf(value('fo:background-color'))
  const size = lengthOf(value('fo:font-size'))
  const share = percentOf(value('fo:font-size'))
  const opacity = percentOf(value('loext:opacity'))
  const apart = lengthOf(value('fo:letter-spacing'))
  const width = percentOf(value('style:text-scale'))
  const font = `${value('style:font-name') ?? ''} ${value('fo:font-family') ?? ''}`.trim()
  const combined = value('style:text-combine')
  const turned = value('style:text-rotation-angle')
  const tiny =
    (size !== undefined && isTiny(size)) ||
    (share !== undefined && share < smallestShare / 2) ||
    (width !== undefined && isNarrow(width)) ||
    (apart !== undefined && isCrowded(apart))
  const small = (size !== undefined && isSmall(size)) || (share !== undefined && share < smallestShare)
  return {
    ...(display === undefined ? {} : { hidden: display === 'none' }),
    ...(line === undefined ? {} : { struck: line !== 'none' }),
    // Beside the automatic colour LibreOffice writes an opacity of nothing, which means none of its own.
    ...(colour === undefined
      ? {}
      : { colour, transparent: colour !== null && opacity !== undefined && opacity < leastOpacity }),
    ...(shading === undefined ? {} : { shading }),
    ...(position === undefined ? {} : { raised: !/^0%/.test(position) }),
    ...(size === undefined && share === undefined ? {} : { small }),
    ...(tiny || size !== undefined ? { tiny } : {}),
    ...(font === '' ? {} : { symbols: isSymbolFont(font) }),
    ...(combined === undefined && turned === undefined
      ? {}
      : { stacked: !['none', undefined].includes(combined) || !['0', undefined].includes(turned) }),
  }
}

const takeProperties = (style: Style, name: string, value: AttributeValue): void => {
  if (name === '?style:text-properties') style.look = textLook(value)
  const ground = colourOf(value('fo:background-color'))
  const hasGround = name === '?style:paragraph-properties' || name === '?style:table-cell-properties'
  if (hasGround && ground !== undefined) style.ground = ground
  const height = lengthOf(value('style:row-height'))
  if (name === '?style:table-row-properties' && height !== undefined) style.flat = isFlat(height)
}

export const styleReader = (): Styles => {
  const styles = new Map<string, Style>()
  const looks = new Map<string, Look>()
  let open: Style | undefined
  /** A style, those it is based on, and of paragraphs the default. */
  const chain = (family: string, name: string | undefined): Style[] => {
    const all: Style[] = []
    let style = name === undefined ? undefined : styles.get(`${family} ${name}`)
    for (; style && all.length < limits.styleDepth; style = styles.get(`${family} ${style.parent ?? ''}`))
      all.push(style)
    const standard = family === 'paragraph' ? styles.get('paragraph default') : undefined
    return standard ? [...all, standard] : all
  }
  return {
    visitor: {
      open: (name, value, path) => {
        if (name === '?style:style') {
          open = { parent: value('style:parent-style-name'), look: {} }
          styles.set(`${value('style:family')} ${value('style:name')}`, open)
        } else if (name === '?style:default-style') {
          open = { parent: undefined, look: {} }
          styles.set(`${value('style:family')} default`, open)
        } else if (open && path.at(-1)?.endsWith('style')) takeProperties(open, name, value)
        return undefined
      },
      close: name => {
        if (name === '?style:style' || name === '?style:default-style') open = undefined
      },
    },
    look: (family, name) => {
      const known = looks.get(`${family} ${name}`)
      if (known) return known
      const all: Look = {}
      for (const { look } of chain(family, name).toReversed()) Object.assign(all, look)
      looks.set(`${family} ${name}`, all)
      return all
    },
    ground: (family, name) => chain(family, name).find(({ ground }) => ground !== undefined)?.ground ?? null,
    isFlat: row => row !== undefined && styles.get(`table-row ${row}`)?.flat === true,
  }
}
