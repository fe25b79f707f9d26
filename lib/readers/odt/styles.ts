import type { AttributeValue, Visitor } from '../docx/walk.ts'

/** What a style says of its text; undefined where it says nothing. */
export interface TextFacts {
  readonly hidden?: boolean
  readonly struck?: boolean
  readonly raised?: boolean
  readonly white?: boolean
}

interface Style {
  readonly parent: string | undefined
  facts: TextFacts
}

/** The styles of a document, common and automatic ones, by family and name. */
export interface Styles {
  /** Takes up the style definitions among the elements of a part. */
  readonly visitor: Pick<Required<Visitor>, 'open' | 'close'>
  readonly facts: (family: 'text' | 'paragraph', name: string | undefined) => TextFacts
}

/** OpenDocument sets no bound; LibreOffice's own styles are five deep. */
const deepest = 20

const textFacts = (value: AttributeValue): TextFacts => {
  const display = value('text:display')
  const line = value('style:text-line-through-style') ?? value('style:text-line-through-type')
  const position = value('style:text-position')
  const colour = value('fo:color')
  return {
    ...(display === undefined ? {} : { hidden: display === 'none' }),
    ...(line === undefined ? {} : { struck: line !== 'none' }),
    ...(colour === undefined ? {} : { white: /^#f[89a-f]f[89a-f]f[89a-f]$/i.test(colour) }),
    ...(position === undefined ? {} : { raised: !/^0%/.test(position) }),
  }
}

export const styleReader = (): Styles => {
  const styles = new Map<string, Style>()
  let open: Style | undefined
  return {
    visitor: {
      open: (name, value, path) => {
        if (name === '?style:style') {
          open = { parent: value('style:parent-style-name'), facts: {} }
          styles.set(`${value('style:family')} ${value('style:name')}`, open)
        } else if (name === '?style:text-properties' && open && path.at(-1) === '?style:style')
          open.facts = textFacts(value)
        return undefined
      },
      close: name => {
        if (name === '?style:style') open = undefined
      },
    },
    facts: (family, name) => {
      let facts: TextFacts = {}
      let style = name === undefined ? undefined : styles.get(`${family} ${name}`)
      for (let depth = 0; style && depth < deepest; depth++) {
        facts = { ...style.facts, ...facts }
        style = style.parent === undefined ? undefined : styles.get(`${family} ${style.parent}`)
      }
      return facts
    },
  }
}
