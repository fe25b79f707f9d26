/**
 * Remembers what a pure function of a label gave. Reports print the same few hundred labels, so most look-ups repeat;
 * long texts are no labels and are not kept, and a full memory is emptied: nothing grows without bound.
 */
export const remember = <T>(
  find: (text: string) => T,
  limit = 5_000,
  longest = 120,
): ((text: string) => T) => {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const found = find(text)
    if (text.length > longest) return found
    if (known.size >= limit) known.clear()
    known.set(text, found)
    return found
  }
}
