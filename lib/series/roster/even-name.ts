import { inSimplified } from '../../util/simplified.ts'

/** A name as it is compared: white space, brackets and width of characters evened out, simplified; every letter kept. */
export const evenName = (name: string): string =>
  inSimplified(
    name
      .normalize('NFKC')
      .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '')
      .replace(/[〔［【]/gu, '(')
      .replace(/[〕］】]/gu, ')'),
  )
