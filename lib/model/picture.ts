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

/** A page as it is shown, in points. */
export interface PageSize {
  readonly page: number
  readonly width: number
  readonly height: number
}

/** A page of the original for people to look at. */
export interface ShownPage extends PageSize {
  /** What is painted over on a picture of it: numbers of persons, which no output repeats. */
  readonly hidden: readonly PagePlace['box'][]
  /** Why there is no picture of it; null where it can be drawn. */
  readonly without: NoPicture | 'personal' | null
}

/** A page to draw: so many pixels to a point, or as many as there may be. */
export interface WantedPage extends Pick<ShownPage, 'page' | 'hidden'> {
  readonly scale: number
}

/** What became of it. */
export type DrawnPage = { readonly png: Uint8Array } | { readonly without: NoPicture }

/** A place that was to be drawn, and what became of it. */
export type DrawnPlace = Picture | (PagePlace & { readonly without: NoPicture })
