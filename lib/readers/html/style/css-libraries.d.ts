/** The part of css-tree we load: its parser, without the grammar of every property. */
declare module 'css-tree/parser' {
  interface Node {
    readonly type: string
    readonly name?: string | null
    readonly value?: Node | string | null
    readonly unit?: string
    readonly kind?: string
    readonly children?: Iterable<Node> | null
    readonly property?: string
    readonly important?: boolean | string
    readonly prelude?: Node | null
    readonly block?: Node | null
    readonly modifier?: string | null
    readonly mediaType?: string | null
    readonly condition?: Node | null
    readonly declaration?: Node
    readonly left?: Node
    readonly leftComparison?: string
    readonly middle?: Node
    readonly rightComparison?: string | null
    readonly right?: Node | null
  }

  interface Options {
    readonly context?: 'stylesheet' | 'declarationList' | 'mediaQueryList' | 'atrulePrelude'
    readonly atrule?: string
    readonly parseValue?: boolean
    readonly parseRulePrelude?: boolean
    readonly parseAtrulePrelude?: boolean
    readonly parseCustomProperty?: boolean
  }

  const parse: (text: string, options?: Options) => Node

  export type { Node, Options }
  export default parse
}

/** The part of culori we load: the colour spaces of CSS, and the way from each to sRGB. */
declare module 'culori/fn' {
  interface Rgb {
    readonly r: number
    readonly g: number
    readonly b: number
    readonly alpha?: number
  }
  interface Mode {
    readonly mode: string
  }
  export const useMode: (mode: Mode) => unknown
  export const parse: (text: string) => unknown
  export const converter: (mode: 'rgb') => (colour: unknown) => Rgb | undefined
  export const modeRgb: Mode
  export const modeHsl: Mode
  export const modeHwb: Mode
  export const modeLab: Mode
  export const modeLch: Mode
  export const modeOklab: Mode
  export const modeOklch: Mode
  export const modeXyz65: Mode
  export const modeXyz50: Mode
  export const modeP3: Mode
  export const modeLrgb: Mode
}
