import { extname } from 'node:path'

/** Device names of Windows, taken with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const longest = 200
const deepest = 8

const bytesOf = (text: string): number => Buffer.byteLength(text)

const shorten = (name: string): string => {
  const extension = extname(name).slice(0, 10)
  let stem = [...name.slice(0, name.length - extname(name).length)]
  while (bytesOf(stem.join('') + extension) > longest) stem = stem.slice(0, -1)
  return stem.join('') + extension
}

const safePart = (part: string): string => {
  const plain = part
    .replaceAll(/[\p{Cc}<>:"|?*\\]/gu, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  const name = reserved.test(plain) ? `_${plain}` : plain
  return bytesOf(name) > longest ? shorten(name) : name
}

/** A name from a browser as a path that may stand below the inbox on any system; null where nothing is left of it. */
export const safeName = (given: string): string | null => {
  const parts = given
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .map(safePart)
  if (parts.length === 0 || parts.length > deepest || parts.includes('')) return null
  return parts.join('/')
}
