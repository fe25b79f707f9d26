/** Asked of every listing: XML cannot hold each character that a key may have. */
export const encoded = { EncodingType: 'url' } as const

/** A key as a listing gives it, raw again: encoded like a form, where the answer says so. */
export const rawKey = (key: string, encoding: string | undefined): string =>
  encoding === 'url' ? decodeURIComponent(key.replaceAll('+', ' ')) : key
