/** The part of mammoth we load: its reader of the document body, without its zip, XML and HTML. */
declare module 'mammoth/lib/docx/body-reader.js' {
  import type { Element } from 'mammoth/lib/xml/nodes.js'

  export interface Text {
    readonly type: 'text'
    readonly value: string
  }

  export interface Break {
    readonly type: 'break'
    readonly breakType: 'line' | 'page' | 'column'
  }

  export interface Paragraph {
    readonly type: 'paragraph'
    readonly children: readonly Inline[]
  }

  export interface TableCell {
    readonly children: readonly (Inline | Paragraph | Table)[]
    readonly colSpan: number
    readonly rowSpan: number
  }

  export interface TableRow {
    readonly children: readonly TableCell[]
  }

  export interface Table {
    readonly type: 'table'
    readonly children: readonly TableRow[]
  }

  export type Inline = Text | Break

  export interface Result {
    readonly value: readonly (Paragraph | Table)[]
    /** What it could not carry. */
    readonly messages: readonly { readonly message: string }[]
  }

  /** Styles and numbering are asked for where elements name them, and ours name none. */
  export const createBodyReader: (options: { readonly styles: object; readonly numbering: object }) => {
    readonly readXmlElements: (elements: readonly Element[]) => Result
  }
}

/** The XML that mammoth reads. */
declare module 'mammoth/lib/xml/nodes.js' {
  export interface Text {
    readonly type: 'text'
    readonly value: string
  }

  export class Element {
    constructor(
      name: string,
      attributes?: Readonly<Record<string, string>>,
      children?: readonly (Element | Text)[],
    )
    readonly name: string
  }

  export const text: (value: string) => Text
}
