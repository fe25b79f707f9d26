/** A repeatable source of chance: the same name gives the same numbers. Gives whole numbers from 0 to below - 1. */
export const seeded = (name: string): ((below: number) => number) => {
  let state = 2_166_136_261
  for (const character of name) state = Math.imul(state ^ character.codePointAt(0)!, 16_777_619)
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
