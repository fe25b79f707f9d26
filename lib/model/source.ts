/**
 * Where a piece of text stands in the document, as a person counts: everything from 1.
 * `box` is left, top, right, bottom in PDF points, origin at the top left of the page.
 */
export type Source =
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'table'; readonly table: number; readonly row: number; readonly column: number }
  | {
      readonly kind: 'page'
      readonly page: number
      readonly box: readonly [number, number, number, number]
      readonly table: number
      readonly row: number
      readonly column: number
    }
