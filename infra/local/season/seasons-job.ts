import type { ListPaths } from './read-lists.ts'
import type { SeasonTroubleTold } from './season-trouble.ts'

/** What goes to the process that makes the seasons of all years at hand. */
export interface SeasonsJob {
  readonly lists: ListPaths
  /** Folders of results. */
  readonly from: readonly string[]
  readonly out: string
  /** ISO day. */
  readonly asOf: string
  /** What each season was made of before, in this job's terms: those of the same are not made again. */
  readonly madeOf: Readonly<Record<string, string>>
}

/** What comes back: one for each season as soon as it stands, and one at the end. */
export type SeasonsAnswer =
  | { readonly kind: 'made'; readonly year: number; readonly folder: string }
  | { readonly kind: 'done'; readonly madeOf: Readonly<Record<string, string>> }
  | { readonly kind: 'trouble'; readonly trouble: SeasonTroubleTold }
