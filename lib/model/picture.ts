/** A place of a page. `box` is left, top, right, bottom in PDF points, origin at the top left of the page as it is shown. */
export interface PagePlace {
  readonly page: number
  readonly box: readonly [number, number, number, number]
}

/**
 * Why there is no picture of a place: text in it is in a font that is not in the file, and would be left out; there are
 * too many pictures, or too much would have to be drawn; or drawing failed.
 */
export type NoPicture = 'font' | 'bounds' | 'failed'

/** What is seen at a place of the original, as PNG; its place is as much of the one asked for as is on the page. */
export interface Picture extends PagePlace {
  readonly png: Uint8Array
  /** Pixels to a point. */
  readonly scale: number
}

/** A place that was to be drawn, and what became of it. */
export type DrawnPlace = Picture | (PagePlace & { readonly without: NoPicture })
