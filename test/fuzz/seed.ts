/** A whole document that is read rightly; its mutants are held against it. */
export interface Seed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a mutation made of a document, and the texts it touched: figures printed there may change, no other may. */
export interface Mutated {
  readonly bytes: Uint8Array
  readonly touched: readonly string[]
}

/** Chance that can be repeated: whole numbers from 0 to below - 1. */
export type Chance = (below: number) => number

export const pick = <T>(items: readonly T[], chance: Chance): T => items[chance(items.length)]!

/** Numbers as they stand in a text, one by one and as a whole. */
export const numbersIn = (text: string): string[] => [
  text.trim(),
  ...(text.match(/[+\-−－–]?[\d０-９][\d０-９.,，．]*/gu) ?? []),
]
