import { type Archive, partBytes } from './archive.ts'
import { type Visitor, walk } from './walk.ts'

/** Takes an XML part of one package through a visitor; false where there is none. Throws Problem. */
export type VisitPart = (part: string, visitor: Visitor) => boolean

/** Visits parts of at most `most` bytes each, inflated. */
export const partsUpTo =
  (archive: Archive, most: number): VisitPart =>
  (part, visitor) => {
    const bytes = partBytes(archive, part, most)
    if (bytes !== null) walk(part, bytes, visitor)
    return bytes !== null
  }

/** Visits parts of at most `most` bytes in all, inflated. */
export const partsWithin = (archive: Archive, most: number): VisitPart => {
  let left = most
  return (part, visitor) => {
    const bytes = partBytes(archive, part, left)
    if (bytes === null) return false
    left -= bytes.length
    walk(part, bytes, visitor)
    return true
  }
}

export interface Relationship {
  readonly id: string
  readonly type: string
  /** The last segment of its type: transitional and strict ones differ only before it. */
  readonly kind: string
  /** Name of the part it means. */
  readonly part: string
}

/** Name of the part a relationship target means, seen from `folder` (RFC 3986, 5.2.4). */
const partName = (folder: string, target: string): string => {
  const segments: string[] = []
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/'))
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  return segments.join('/')
}

/** The relationships of a part to others of its package, '' for the package itself (ECMA-376 part 2, 9.3). */
export const relationshipsOf = (visit: VisitPart, owner: string): Relationship[] => {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
  const found: Relationship[] = []
  visit(`${folder}_rels/${owner.slice(folder.length)}.rels`, {
    open: (name, value) => {
      if (name !== 'rel:Relationship' || value('TargetMode') === 'External') return undefined
      const type = value('Type') ?? ''
      const kind = type.slice(type.lastIndexOf('/') + 1)
      found.push({ id: value('Id') ?? '', type, kind, part: partName(folder, value('Target') ?? '') })
      return undefined
    },
  })
  return found
}
