import { limits } from '../limits.ts'
import { tooComplex } from './refusals.ts'

/**
 * Namespaces, transitional (ECMA-376) and strict (ISO 29500), to the prefix our code knows them by.
 * WordprocessingML has none, since nearly everything is: `tbl`, `m:t`, `mc:Choice`.
 */
const families: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': '',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': '',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a:',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a:',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c:',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c:',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm:',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm:',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp:',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp:',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps:',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg:',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc:',
  'urn:schemas-microsoft-com:vml': 'v:',
  'urn:schemas-microsoft-com:office:office': 'o:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x:',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x:',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p:',
  'http://purl.oclc.org/ooxml/presentationml/main': 'p:',
}

/** Families whose attributes are asked for. */
const attributed: ReadonlySet<string | undefined> = new Set(['', 'w14:', 'r:'])

type Attributes = Readonly<Record<string, string>>

/** An attribute whose name begins with `xmlns`. */
export interface Declaration {
  readonly name: string
  readonly value: string
}

interface Scope {
  readonly depth: number
  readonly families: ReadonlyMap<string, string | undefined>
  readonly known: Map<string, string>
  /** Prefixes of attributes that are asked for: of WordprocessingML, Office 2010's own part of it, relationships. */
  readonly word: readonly string[]
}

/** Turns printed names into our own, following the declarations in force. Cheaper than saxes' own resolving. */
export const nameResolver = () => {
  let scope: Scope = { depth: 0, families: new Map(), known: new Map(), word: [] }
  const outer: Scope[] = []

  return {
    /** Takes up the declarations of an element opened at `depth`. */
    enter(declarations: readonly Declaration[], depth: number): void {
      let bound: Map<string, string | undefined> | undefined
      for (const { name, value } of declarations) {
        const prefix = name === 'xmlns' ? '' : name.charCodeAt(5) === 58 ? `${name.slice(6)}:` : undefined
        if (prefix === undefined || scope.families.get(prefix) === families[value]) continue
        bound ??= new Map(scope.families)
        bound.set(prefix, families[value])
      }
      if (!bound) return
      if (bound.size > limits.prefixes)
        throw tooComplex(
          `命名空间超过 ${limits.prefixes} 个`,
          `it declares more than ${limits.prefixes} namespaces at once`,
        )
      // Its own first: nearly all attributes are.
      const word = [...bound]
        .filter(([, family]) => attributed.has(family))
        .sort(([, a], [, b]) => Number(a !== '') - Number(b !== ''))
        .map(([prefix]) => prefix)
      outer.push(scope)
      scope = { depth, families: bound, known: new Map(), word }
    },
    /** Forgets the declarations of the element closed at `depth`. */
    leave(depth: number): void {
      if (scope.depth === depth && outer.length > 0) scope = outer.pop()!
    },
    /** `tbl` for w:tbl, `m:t` for m:t; `?` and the printed name for what we do not know. */
    nameOf(printed: string): string {
      let name = scope.known.get(printed)
      if (name !== undefined) return name
      const colon = printed.indexOf(':') + 1
      const family = scope.families.get(printed.slice(0, colon))
      name = family === undefined ? `?${printed}` : family + printed.slice(colon)
      scope.known.set(printed, name)
      return name
    },
    /** An attribute by local name: WordprocessingML's own, or one without prefix. */
    attribute(attributes: Attributes, local: string): string | undefined {
      for (const prefix of scope.word) {
        const value = attributes[prefix + local]
        if (value !== undefined) return value
      }
      return attributes[local]
    },
  }
}
