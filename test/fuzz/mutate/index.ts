import { unzipSync, zipSync } from 'fflate'
import type { Chance, Mutated } from '../seed.ts'
import { touchedBetween } from '../touched.ts'
import { parsePage, parseXml, writePage, writeXml } from '../tree.ts'
import { strikeBytes } from './bytes.ts'
import { strikeLines } from './text.ts'
import { strikeTree } from './tree.ts'

/** How deep a mutation looks: bytes, lines of text, or the tree of a page or of the XML in a package. */
export type Level = 'bytes' | 'text' | 'tree'

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const isPackage = (name: string): boolean => /\.(?:docx|odt)$/u.test(name)
const isText = (name: string): boolean => /\.(?:txt|md)$/u.test(name)

/** The levels a document of that name can be mutated at, the more telling ones more often. */
export const levelsOf = (name: string): Level[] => {
  if (isPackage(name)) return ['bytes', 'tree', 'tree', 'tree']
  if (name.endsWith('.html')) return ['bytes', 'text', 'tree', 'tree', 'tree']
  return isText(name) ? ['bytes', 'text', 'text', 'text'] : ['bytes']
}

const mainParts = ['word/document.xml', 'content.xml']

/** Printed text is near what it stands in; numbers in a binary format may be governed from farther away. */
const reachOf = (name: string): number =>
  name.endsWith('.rtf') ? 200 : isText(name) || name.endsWith('.html') ? 3 : 24

const mutatePackage = (bytes: Uint8Array, chances: readonly Chance[]): Mutated => {
  const parts = unzipSync(bytes)
  const name = mainParts.find(part => part in parts)!
  const root = parseXml(decode(parts[name]!))
  const touched = chances.flatMap(chance => strikeTree(root, chance))
  const changed = { ...parts, [name]: Buffer.from(writeXml(root)) }
  // The clock has no part in a mutant: the same chances give the same bytes.
  return { bytes: zipSync(changed, { level: 1, mtime: '2024-01-31T00:00:00' }), touched }
}

const mutatePage = (bytes: Uint8Array, chances: readonly Chance[]): Mutated => {
  const root = parsePage(decode(bytes))
  const touched = chances.flatMap(chance => strikeTree(root, chance))
  return { bytes: Buffer.from(writePage(root)), touched }
}

const mutateText = (bytes: Uint8Array, chances: readonly Chance[]): Mutated => {
  let text = decode(bytes)
  const end = text.includes('\n') ? '\n' : '\r'
  const touched = chances.flatMap(chance => {
    const before = text
    text = strikeLines(text.split(end), chance).join(end)
    return touchedBetween(before, text, 3)
  })
  return { bytes: Buffer.from(text), touched }
}

const mutateBytes = (name: string, bytes: Uint8Array, chances: readonly Chance[]): Mutated => {
  let struck = Buffer.from(bytes)
  const touched = chances.flatMap(chance => {
    if (struck.length === 0) return []
    const before = struck
    struck = Buffer.from(strikeBytes(struck, chance))
    return isPackage(name)
      ? []
      : touchedBetween(before.toString('latin1'), struck.toString('latin1'), reachOf(name))
  })
  return { bytes: struck, touched }
}

/** Damages a document by one blow for each chance given. Throws where it can no longer be taken apart at that level. */
export const mutate = (
  name: string,
  bytes: Uint8Array,
  level: Level,
  chances: readonly Chance[],
): Mutated => {
  if (level === 'bytes') return mutateBytes(name, bytes, chances)
  if (level === 'text') return mutateText(bytes, chances)
  return isPackage(name) ? mutatePackage(bytes, chances) : mutatePage(bytes, chances)
}
