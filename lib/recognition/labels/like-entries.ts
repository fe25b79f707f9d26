import { rememberFor } from '../../util/remember.ts'

interface Spelled {
  readonly bare: string
  readonly characters: ReadonlySet<string>
}

/** The places, in a list of labels, of those that have a character. */
type Holders = ReadonlyMap<string, readonly number[]>

const holdersOf = rememberFor((entries: readonly Spelled[]): Holders => {
  const holders = new Map<string, number[]>()
  for (const [at, { characters }] of entries.entries())
    for (const character of characters) {
      const known = holders.get(character)
      if (known) known.push(at)
      else holders.set(character, [at])
    }
  return holders
})

/**
 * Whether a text has characters of one of the labels alone, as a piece of it has, or else no more others, and no more or fewer in
 * all, than `strange(the label's length)`. Each such is an edit: a text that is like none of them is none of them with slips.
 * Asks of each character which labels have it, not each label: a table of thousands of rows that nobody knows takes a part of the time.
 */
export const isLikeOne = (
  bare: string,
  entries: readonly Spelled[],
  strange: (length: number) => number,
): boolean => {
  const holders = holdersOf(entries)
  const shared = new Uint16Array(entries.length)
  let characters = 0
  for (const character of bare) {
    characters += 1
    for (const at of holders.get(character) ?? []) shared[at]! += 1
  }
  // Counted by hand: an iterator would cost more than the rest.
  for (let at = 0; at < shared.length; at++) {
    const own = shared[at]!
    if (own === 0) continue
    if (own === characters) return true
    const { length } = entries[at]!.bare
    const limit = strange(length)
    if (characters - own <= limit && Math.abs(bare.length - length) <= limit) return true
  }
  return false
}
