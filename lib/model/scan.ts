import type { PagePlace } from './picture.ts'

/** Whether anything is printed in a cell, by two tests; `unsure` where they do not agree. */
export type Printed = 'blank' | 'ink' | 'unsure'

/** What one reader makes of what is printed in a cell. */
export interface Reading {
  /** Name of the reader. */
  readonly reader: string
  /** Readers of one family err alike: two of them are one witness. */
  readonly family: string
  /** As it reads it, lines parted by `\n`; null where it reads nothing. */
  readonly text: string | null
  /** Of its least certain character, 0 to 1. */
  readonly confidence: number
  /** So many digits were read that they may be a person's number: neither they nor their picture is shown anywhere. */
  readonly withheld?: true
}

/** A cell of a table in a picture, and what is read there. Its place is that of the page as it was handed in. */
export interface CellReading extends PagePlace {
  readonly printed: Printed
  readonly readings: readonly Reading[]
  /** How well the label of its row was matched in the order of the form, 0 to 1; null where no label was met. */
  readonly label: number | null
  /** SHA-256 of the picture of the cell, as readers got it, in lower-case hex. */
  readonly crop: string
}

/** Where the title of a report stands. `crop`: SHA-256 of its picture, as of a cell. */
export interface TitlePicture extends PagePlace {
  readonly crop: string
}

/** What was read from pictures of pages: no figure of such a report counts before it is proven (lib/scans/proof/). */
export interface Scan {
  readonly pages: number
  /** Absent where no title was met on the first page. */
  readonly title?: TitlePicture
  readonly cells: readonly CellReading[]
}

/** Why a figure read from a picture is taken for what is printed. */
export interface ReadingEvidence extends PagePlace {
  /** Names of the readers that agree. */
  readonly readers: readonly string[]
  /** The sums it stands in, all of which hold: ids of checks. */
  readonly sums: readonly string[]
}
