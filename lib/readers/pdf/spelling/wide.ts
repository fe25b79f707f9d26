const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\u{20000}-\u{3ffff}]/u

/** Whether a character belongs to writing without spaces between words. */
export const isWide = (text: string): boolean => wide.test(text)
