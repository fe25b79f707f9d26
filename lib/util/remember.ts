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

/** A limit for the little that is asked of every label of a document, over and over: that of a table of 20,000 rows is asked once. */
export const allLabels = 20_000

/** Remembers what a pure function of an object gave, as long as there is the object. */
export const rememberFor = <K extends object, T>(find: (of: K) => T): ((of: K) => T) => {
  const known = new WeakMap<K, T>()
  return of => {
    const before = known.get(of)
    if (before !== undefined || known.has(of)) return before as T
    const found = find(of)
    known.set(of, found)
    return found
  }
}
