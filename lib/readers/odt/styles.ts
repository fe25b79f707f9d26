import type { AttributeValue, Visitor } from '../package/walk.ts'
import { type Colour, colourFromHex } from '../story/colour.ts'
import { isCrowded, isNarrow, isSmall, isSymbolFont, isTiny } from '../story/sizes.ts'

/** What a style says of its text; undefined where it says nothing. */
export interface TextFacts {
  readonly hidden?: boolean
  readonly struck?: boolean
  readonly raised?: boolean
  /** `null`: the colour that can be seen on any ground. */
  readonly colour?: Colour | null
  /** Ground of the characters; `null`: none. */
  readonly ground?: Colour | null
  /** The letters let the ground through. */
  readonly transparent?: boolean
  readonly small?: boolean
  readonly tiny?: boolean
  readonly symbols?: boolean
  readonly stacked?: boolean
}

interface Style {
  readonly parent: string | undefined
  facts: TextFacts
  /** Ground of its paragraphs or cells. */
  ground?: Colour | null
  /** Its rows are too low to show their text. */
  flat?: boolean
}

/** The styles of a document, common and automatic ones, by family and name. */
export interface Styles {
  /** Takes up the style definitions among the elements of a part. */
  readonly visitor: Pick<Required<Visitor>, 'open' | 'close'>
  readonly facts: (family: Family, name: string | undefined) => TextFacts
  /** Ground of a paragraph or cell; `null`: none. */
  readonly ground: (family: Family, name: string | undefined) => Colour | null
  readonly isFlat: (row: string | undefined) => boolean
}

type Family = 'text' | 'paragraph' | 'table-cell'

/** OpenDocument sets no bound; LibreOffice's own styles are five deep. */
const deepest = 20

const points: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 }

/** A length in points; undefined for what is none, and for shares of another. */
const lengthOf = (text: string | undefined): number | undefined => {
  const match = /^(-?[\d.]+)(pt|in|cm|mm|px)$/.exec(text ?? '')
  return match ? Number(match[1]) * points[match[2]!]! : undefined
}

const percentOf = (text: string | undefined): number | undefined => {
  const match = /^([\d.]+)%$/.exec(text ?? '')
  return match ? Number(match[1]) : undefined
}

/** Points; rows lower than this show nothing of their text. */
const lowest = 5
/** Percent of the size around it, and how much a letter must cover. */
const smallestShare = 60
const leastOpacity = 20

const colourOf = (text: string | undefined): Colour | null | undefined =>
  text === undefined ? undefined : (colourFromHex(text.replace('#', '')) ?? null)

const textFacts = (value: AttributeValue): TextFacts => {
  const display = value('text:display')
  const line = value('style:text-line-through-style') ?? value('style:text-line-through-type')
  const position = value('style:text-position')
  const colour = value('style:use-window-font-color') === 'true' ? null : colourOf(value('fo:color'))
  const ground = colourOf(value('fo:background-color'))
  const size = lengthOf(value('fo:font-size'))
  const share = percentOf(value('fo:font-size'))
  const opacity = percentOf(value('loext:opacity'))
  const apart = lengthOf(value('fo:letter-spacing'))
  const width = percentOf(value('style:text-scale'))
  const font = `${value('style:font-name') ?? ''} ${value('fo:font-family') ?? ''}`.trim()
  const combined = value('style:text-combine')
  const turned = value('style:text-rotation-angle')
  const tiny =
    (size !== undefined && isTiny(size * 2)) ||
    (share !== undefined && share < smallestShare / 2) ||
    (width !== undefined && isNarrow(width)) ||
    (apart !== undefined && isCrowded(apart * 20))
  const small = (size !== undefined && isSmall(size * 2)) || (share !== undefined && share < smallestShare)
  return {
    ...(display === undefined ? {} : { hidden: display === 'none' }),
    ...(line === undefined ? {} : { struck: line !== 'none' }),
    // Beside the automatic colour LibreOffice writes an opacity of nothing, which means none of its own.
    ...(colour === undefined
      ? {}
      : { colour, transparent: colour !== null && opacity !== undefined && opacity < leastOpacity }),
    ...(ground === undefined ? {} : { ground }),
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
  if (name === '?style:text-properties') style.facts = textFacts(value)
  const ground = colourOf(value('fo:background-color'))
  const hasGround = name === '?style:paragraph-properties' || name === '?style:table-cell-properties'
  if (hasGround && ground !== undefined) style.ground = ground
  const height = lengthOf(value('style:row-height'))
  if (name === '?style:table-row-properties' && height !== undefined) style.flat = height < lowest
}

export const styleReader = (): Styles => {
  const styles = new Map<string, Style>()
  const facts = new Map<string, TextFacts>()
  let open: Style | undefined
  /** A style, those it is based on, and of paragraphs the default. */
  const chain = (family: string, name: string | undefined): Style[] => {
    const all: Style[] = []
    let style = name === undefined ? undefined : styles.get(`${family} ${name}`)
    for (; style && all.length < deepest; style = styles.get(`${family} ${style.parent ?? ''}`))
      all.push(style)
    const standard = family === 'paragraph' ? styles.get('paragraph default') : undefined
    return standard ? [...all, standard] : all
  }
  return {
    visitor: {
      open: (name, value, path) => {
        if (name === '?style:style') {
          open = { parent: value('style:parent-style-name'), facts: {} }
          styles.set(`${value('style:family')} ${value('style:name')}`, open)
        } else if (name === '?style:default-style') {
          open = { parent: undefined, facts: {} }
          styles.set(`${value('style:family')} default`, open)
        } else if (open && path.at(-1)?.endsWith('style')) takeProperties(open, name, value)
        return undefined
      },
      close: name => {
        if (name === '?style:style' || name === '?style:default-style') open = undefined
      },
    },
    facts: (family, name) => {
      const known = facts.get(`${family} ${name}`)
      if (known) return known
      const all: TextFacts = {}
      for (const style of chain(family, name).toReversed()) Object.assign(all, style.facts)
      facts.set(`${family} ${name}`, all)
      return all
    },
    ground: (family, name) => chain(family, name).find(({ ground }) => ground !== undefined)?.ground ?? null,
    isFlat: row => row !== undefined && styles.get(`table-row ${row}`)?.flat === true,
  }
}
