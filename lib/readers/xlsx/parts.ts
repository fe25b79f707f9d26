import { limits } from '../limits.ts'
import { type Archive, partBytes } from '../package/archive.ts'
import { type Visitor, walk } from '../package/walk.ts'

/** An opened package, and how many bytes of it may still be inflated: it has many parts. */
export interface Package {
  readonly archive: Archive
  bytesLeft: number
}

export const openPackage = (archive: Archive): Package => ({ archive, bytesLeft: limits.documentBytes })

/** Reads one part with a visitor, under the guards of every XML part; false where there is none. */
export const visitPart = (book: Package, part: string, visitor: Visitor): boolean => {
  const bytes = partBytes(book.archive, part, book.bytesLeft)
  if (bytes === null) return false
  book.bytesLeft -= bytes.length
  walk(part, bytes, visitor)
  return true
}

export interface Relationship {
  readonly id: string
  /** The last segment of its type: transitional and strict ones differ only before it. */
  readonly kind: string
  /** Name of the part it means. */
  readonly part: string
}

const resolve = (folder: string, target: string): string => {
  const segments: string[] = []
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/'))
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  return segments.join('/')
}

/** The relationships of a part, '' for the package (ECMA-376 part 2, 9.3). */
export const relationshipsOf = (book: Package, owner: string): Relationship[] => {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
  const found: Relationship[] = []
  visitPart(book, `${folder}_rels/${owner.slice(folder.length)}.rels`, {
    open: (name, value) => {
      if (name !== 'rel:Relationship' || value('TargetMode') === 'External') return undefined
      const type = value('Type') ?? ''
      const kind = type.slice(type.lastIndexOf('/') + 1)
      found.push({ id: value('Id') ?? '', kind, part: resolve(folder, value('Target') ?? '') })
      return undefined
    },
  })
  return found
}
