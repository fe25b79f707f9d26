import { inSimplified } from '../../util/simplified.ts'

/** A name as it is compared: white space, brackets and width of characters evened out, simplified; every letter kept. */
export const evenName = (name: string): string => {
  const evened = inSimplified(
    name
      .normalize('NFKC')
      .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '')
      .replace(/[〔［【]/gu, '(')
      .replace(/[〕］】]/gu, ')'),
  )
  // Most are even as they are: the text itself then, so that of a nation's names none is held twice.
  return evened === name ? name : evened
}
