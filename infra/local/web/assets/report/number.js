/** A number as people type it: full-width digits and separators are the same. Null where it is none. */
export const numberOf = typed => {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '')
  return /^[-−]?\d+(?:\.\d+)?$/u.test(text) ? Number(text.replace('−', '-')) : null
}
