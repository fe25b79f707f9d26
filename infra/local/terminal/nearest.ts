/** How many letters to put in, take out or change, or neighbours to swap, to make one word of the other. */
const distance = (a: string, b: string): number => {
  const row = (): number[] => Array.from({ length: b.length + 1 }, (_, at) => at)
  let [before, last] = [row(), row()]
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      now.push(Math.min(change, last[j]! + 1, now[j - 1]! + 1, swapped ? before[j - 2]! + 1 : change))
    }
    before = last
    last = now
  }
  return last[b.length]!
}

/** The word of a list that was probably meant; null where none is near. */
export const nearest = (given: string, words: readonly string[]): string | null => {
  const wanted = given.toLowerCase()
  const [best] = words
    .map(word => ({
      word,
      away: wanted.length > 1 && word.startsWith(wanted) ? 0 : distance(wanted, word.toLowerCase()),
    }))
    .toSorted((a, b) => a.away - b.away)
  return best && best.away <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : null
}
