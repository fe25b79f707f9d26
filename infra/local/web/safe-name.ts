import { extname } from 'node:path'

/** Device names of Windows, taken with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const longest = 200
const deepest = 8

/** Nobody calls a file so: what is done to a name takes time with its length. */
export const longestGiven = 4096

const bytesOf = (text: string): number => Buffer.byteLength(text)

/** As much of the stem as there is room for; its ending stays. */
const shorten = (name: string): string => {
  const ending = extname(name)
  const extension = ending.slice(0, 10)
  let room = longest - bytesOf(extension)
  let stem = ''
  for (const letter of name.slice(0, name.length - ending.length)) {
    room -= bytesOf(letter)
    if (room < 0) break
    stem += letter
  }
  return stem + extension
}

const safePart = (part: string): string => {
  const plain = part
    .replaceAll(/[\p{Cc}<>:"|?*\\]/gu, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  const name = reserved.test(plain) ? `_${plain}` : plain
  return bytesOf(name) > longest ? shorten(name) : name
}

/** Behind a folder of such a name lie the files of an archive. */
const asFolder = (part: string): string => part.replace(/!$/u, '_')

/** A name from a browser as a path that may stand below the inbox on any system; null where nothing is left of it. */
export const safeName = (given: string): string | null => {
  if (given.length > longestGiven) return null
  const parts = given
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .map(safePart)
    .map((part, at, all) => (at < all.length - 1 ? asFolder(part) : part))
  if (parts.length === 0 || parts.length > deepest || parts.includes('')) return null
  return parts.join('/')
}
