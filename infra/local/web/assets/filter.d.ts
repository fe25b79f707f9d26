import type { Entry } from '../../results/listing.ts'

/** Null: everything. */
export interface Filter {
  readonly year: number | null
  readonly kind: string | null
  readonly check: string | null
  readonly unit: string | null
  readonly text: string
  readonly state: string | null
  readonly keys: ReadonlySet<string> | null
}

export const kindOf: (entry: Entry) => string
export const filterOf: (params: URLSearchParams) => Filter
export const queryOf: (filter: Filter) => URLSearchParams
export const unfit: (entry: Entry, filter: Filter) => readonly (keyof Filter)[]
export const matches: (entry: Entry, filter: Filter) => boolean
