import { limits } from '../limits.ts'
import { type Archive, partBytes } from '../package/archive.ts'
import { walk } from '../package/walk.ts'
import type { Colour } from '../style/colour.ts'
import type { Look } from '../style/look.ts'
import { isPlain, isRunProperty, type Looking, lookProperties, shadingOf } from './look.ts'
import { withoutSilent } from './silent.ts'
import type { TableStyle } from './table-style.ts'

/** What a style says of the things that matter to us; undefined where it says nothing. */
export interface StyleFacts {
  /** Outline level, 1 = outermost. */
  readonly level?: number
  readonly numbered?: boolean
  readonly look: Look
  /** Ground of its paragraphs; `null`: none. */
  readonly shading?: Colour | null
}

export interface Styles {
  readonly get: (id: string) => StyleFacts | undefined
  /** How text looks that no style of its own, no table and no property says anything of. */
  readonly defaults: Look
  /** The table style of that id, or the default one. */
  readonly table: (id: string | undefined) => TableStyle | undefined
}

interface Style {
  basedOn?: string
  level?: number
  numbered?: boolean
  readonly look: Looking
  shading?: Colour | null
  /** Of a table style: what it says of some rows, columns or corners, by their name. */
  readonly parts: Map<string, Style>
}

const newStyle = (): Style => ({ look: {}, parts: new Map() })

/** A heading level from `w:outlineLvl`, where 0 is the outermost and 9 is body text. */
export const outlineLevel = (value: string | undefined): number | undefined => {
  const level = Number(value)
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : undefined
}

interface StyleSheet {
  readonly styles: ReadonlyMap<string, Style>
  readonly defaults: Style
  readonly defaultParagraph: string | undefined
  readonly defaultTable: string | undefined
}

const parse = (bytes: Uint8Array, part: string): StyleSheet => {
  const styles = new Map<string, Style>()
  const defaults = newStyle()
  const defaultIds = new Map<string, string>()
  let style = newStyle()
  let conditional: Style | undefined
  walk(
    part,
    bytes,
    {
      open: (name, value, path) => {
        const target = conditional ?? style
        switch (name) {
          case 'style': {
            style = newStyle()
            const id = value('styleId') ?? ''
            styles.set(id, style)
            if (value('default') === '1' || value('default') === 'true')
              defaultIds.set(value('type') ?? 'paragraph', id)
            return
          }
          case 'tblStylePr':
            conditional = newStyle()
            style.parts.set(value('type') ?? '', conditional)
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
          case 'shd':
            if (path.at(-1) !== 'rPr') {
              target.shading = shadingOf(value)
              return
            }
            break
          case 'latentStyles':
            return true
        }
        const take = lookProperties[name]
        if (!take) return
        if (isRunProperty(path, 'rPrDefault')) take(defaults.look, value, path)
        else if (isRunProperty(path, 'style') || isRunProperty(path, 'tblStylePr'))
          take(target.look, value, path)
        return
      },
      close: name => {
        if (name === 'tblStylePr') conditional = undefined
      },
    },
    withoutSilent,
  )
  return {
    styles,
    defaults,
    defaultParagraph: defaultIds.get('paragraph'),
    defaultTable: defaultIds.get('table'),
  }
}

/** What `style` says, and where it says nothing, `below`. */
const upon = (below: Style, style: Style): Style => {
  const { parts, ...own } = style
  const merged = new Map(below.parts)
  for (const [name, part] of parts) merged.set(name, upon(merged.get(name) ?? newStyle(), part))
  return { ...below, ...own, look: { ...below.look, ...own.look }, parts: merged }
}

const resolve = (styles: ReadonlyMap<string, Style>, id: string): Style => {
  const chain: Style[] = []
  for (
    let style = styles.get(id);
    style && chain.length < limits.styleDepth;
    style = styles.get(style.basedOn ?? '')
  )
    chain.push(style)
  return chain.reduceRight(upon, newStyle())
}

const noStyles: Styles = { get: () => undefined, defaults: {}, table: () => undefined }

/** Reads the styles part; each style's facts include those it is based on. Throws Problem: `file-damaged`. */
export const readStyles = (archive: Archive, part: string | undefined): Styles => {
  const bytes = part === undefined ? null : partBytes(archive, part, limits.sidePartBytes)
  if (!bytes || part === undefined) return noStyles
  const { styles, defaults, defaultParagraph, defaultTable } = parse(bytes, part)
  const known = new Map<string, Style>()
  const get = (id: string): Style | undefined => {
    if (!styles.has(id)) return undefined
    const facts = known.get(id) ?? resolve(styles, id)
    known.set(id, facts)
    return facts
  }
  const normal = defaultParagraph === undefined ? undefined : get(defaultParagraph)
  return {
    get,
    defaults: { ...defaults.look, ...normal?.look },
    table: id => {
      const style = get(id !== undefined && styles.has(id) ? id : (defaultTable ?? ''))
      return style && { ...style, speaks: [style, ...style.parts.values()].some(part => !isPlain(part.look)) }
    },
  }
}
