/** css-tree's parser alone, which it exports without types: its grammar of every property is ten times the code. */
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
