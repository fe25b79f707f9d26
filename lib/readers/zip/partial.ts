import { Problem } from '../../model/problems.ts'
import { limits } from '../limits.ts'
import { directoryReading } from '../package/directory.ts'
import { entryReading } from '../package/entry.ts'
import { readAsBrought, type Span } from '../package/reading.ts'
import { isReportArchive, namedEntries } from './index.ts'

/** A part of a file to ask for. */
export type Part = Span | { readonly last: number }

/** What came of it: bytes from `from` on, of a file of `size` bytes. */
export interface PartRead {
  readonly bytes: Uint8Array
  readonly from: number
  readonly size: number
}

/** Reads a part of one file; null where the file is gone. */
export type ReadPart = (part: Part) => Promise<PartRead | null>

/** Bytes of the end that are asked for first: the directory of nearly every archive, and all of a small one. */
const end = 256 * 1024

class Gone extends Error {}

/** A file at its full size, zero wherever nothing of it was brought yet. */
const openPartly = async (readPart: ReadPart) => {
  const read = async (part: Part): Promise<PartRead> => {
    const found = await readPart(part)
    if (!found) throw new Gone()
    return found
  }
  const last = await read({ last: end })
  const bytes = new Uint8Array(last.size)
  const there: Span[] = []
  const take = (found: PartRead): void => {
    bytes.set(found.bytes, found.from)
    there.push({ from: found.from, to: found.from + found.bytes.length })
  }
  take(last)
  const bring = async (span: Span): Promise<void> => {
    let from = Math.max(span.from, 0)
    let to = Math.min(span.to, bytes.length)
    for (const known of there) {
      if (known.from <= from && from < known.to) from = known.to
      if (known.from < to && to <= known.to) to = known.from
    }
    if (from < to) take(await read({ from, to }))
  }
  return { bytes, bring }
}

/**
 * The same as `unpackReport`, without reading the archive as a whole: its end, its first bytes, its directory, and of
 * its files only this one. Null also where the archive is gone. Throws the same, and what `readPart` throws.
 */
export const unpackReportPartly = async (readPart: ReadPart, name: string): Promise<Uint8Array | null> => {
  try {
    const { bytes, bring } = await openPartly(readPart)
    await bring({ from: 0, to: 4 })
    await readAsBrought(directoryReading(bytes), bring).catch(error => {
      // Told below, as of an archive that is there as a whole.
      if (!(error instanceof Problem)) throw error
    })
    if (!isReportArchive(bytes)) return null
    const file = namedEntries(bytes).get(name)
    if (!file) return null
    return await readAsBrought(entryReading(bytes, file.entry, name, limits.fileBytes), bring)
  } catch (error) {
    if (error instanceof Gone) return null
    throw error
  }
}
