import { limits } from '../limits.ts'
import type { Archive } from '../package/archive.ts'
import { otherKind } from '../package/kinds.ts'
import { partsUpTo, type Relationship, relationshipsOf } from '../package/parts.ts'
import { damaged, notWord } from '../package/refusals.ts'

/** The parts we read, as names inside the archive. */
export interface WordParts {
  readonly document: string
  readonly styles: string | undefined
  /** Documents of other kinds it takes up, by relationship. */
  readonly chunks: ReadonlyMap<string, string>
}

/** Transitional and strict relationship types differ only before the last segment. */
const firstOf = (related: readonly Relationship[], wanted: string): string | undefined =>
  related.find(({ type, kind }) => kind === wanted && type.includes('officeDocument'))?.part

/**
 * Follows the relationships from the package to the main document and its styles (ECMA-376 part 2, 9.3).
 * Throws Problem: `format-unsupported` for another kind of zip, `file-damaged` for a Word file without document.
 */
export const findWordParts = (archive: Archive): WordParts => {
  const visit = partsUpTo(archive, limits.sidePartBytes)
  const document = firstOf(relationshipsOf(visit, ''), 'officeDocument')
  if (
    document === undefined ||
    /^(xl|ppt)\//i.test(document) ||
    !archive.entries.has(document.toLowerCase())
  ) {
    const kind = otherKind(archive)
    if (kind) throw notWord(...kind)
    throw damaged('其中没有正文部分', 'it has no document part')
  }
  const related = relationshipsOf(visit, document)
  const chunks = new Map(related.filter(({ kind }) => kind === 'aFChunk').map(({ id, part }) => [id, part]))
  return { document, styles: firstOf(related, 'styles'), chunks }
}
