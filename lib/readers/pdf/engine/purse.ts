/** Counts what a file costs; throws Problem `too-complex` where that is too much. */
export interface Purse {
  /** So many objects of a page or a form, each painted by one operator. */
  readonly objects: (count: number) => void
  readonly characters: (count: number) => void
  /** Pixels that are to be drawn; false where too many would be: what does not need them goes on without. */
  readonly pixels: (count: number) => boolean
}
