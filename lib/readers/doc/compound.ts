import { damaged } from './refusals.ts'

/** The storage of old Office files ([MS-CFB]): streams cut into sectors that are chained by an allocation table. */
export interface CompoundFile {
  /** A stream of the root storage, copied; null where there is none of that name. Throws Problem `file-damaged`. */
  readonly stream: (name: string) => Uint8Array | null
}

interface Entry {
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const STREAM = 2
const ROOT = 5
/** Sector numbers from here on are marks: end of chain, free, and the like. */
const LAST_SECTOR = 0xfffffffa
const NO_ENTRY = 0xffffffff
const HEADER_DIFAT = 109

const broken = () => damaged('其存储结构不完整', 'its storage is incomplete')

/** Follows a chain of sector numbers; one longer than the table itself is a circle. */
const chainFrom = (table: Uint32Array, start: number): number[] => {
  const chain: number[] = []
  for (let sector = start; sector < LAST_SECTOR; sector = table[sector]!) {
    if (sector >= table.length || chain.length >= table.length) throw broken()
    chain.push(sector)
  }
  return chain
}

/** Opens a compound file. Time and memory follow the length of the file. Throws Problem `file-damaged`. */
export const openCompound = (bytes: Uint8Array): CompoundFile => {
  if (bytes.length < HEADER_BYTES) throw broken()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorShift = view.getUint16(30, true)
  if ((sectorShift !== 9 && sectorShift !== 12) || view.getUint16(32, true) !== 6) throw broken()
  const sectorBytes = 1 << sectorShift
  const sectors = Math.ceil(bytes.length / sectorBytes) - 1
  const perSector = sectorBytes / 4
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes

  /** A whole sector as numbers; the last one of a file may be cut short. */
  const numbers = (sector: number, into: Uint32Array, at: number): void => {
    if (sector >= sectors) throw broken()
    const from = offsetOf(sector)
    const count = Math.min(perSector, Math.floor((bytes.length - from) / 4))
    for (let index = 0; index < perSector; index++)
      into[at + index] = index < count ? view.getUint32(from + index * 4, true) : NO_ENTRY
  }

  const tableOf = (list: readonly number[]): Uint32Array => {
    const table = new Uint32Array(list.length * perSector)
    list.forEach((sector, index) => {
      numbers(sector, table, index * perSector)
    })
    return table
  }

  const copyChain = (
    chain: readonly number[],
    unit: number,
    from: (sector: number) => Uint8Array,
    size: number,
  ) => {
    if (chain.length * unit < size) throw broken()
    const copy = new Uint8Array(size)
    for (let index = 0; index * unit < size; index++) {
      const wanted = Math.min(unit, size - index * unit)
      const piece = from(chain[index]!)
      if (piece.length < wanted) throw broken()
      copy.set(piece.subarray(0, wanted), index * unit)
    }
    return copy
  }
  const sectorAt = (sector: number): Uint8Array =>
    bytes.subarray(offsetOf(sector), offsetOf(sector) + sectorBytes)

  const allocation = tableOf(allocationSectors(view, sectors, perSector, numbers))
  const directory = chainFrom(allocation, view.getUint32(48, true)).flatMap(sector => {
    const entries = sectorAt(sector)
    return Array.from({ length: Math.floor(entries.length / ENTRY_BYTES) }, (_, index) =>
      entries.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES),
    )
  })
  const root = directory[0] && entryOf(directory[0])
  if (root?.type !== ROOT) throw broken()
  const streams = childrenOf(root, directory)
  const miniTable = tableOf(chainFrom(allocation, view.getUint32(60, true)))
  const cutoff = view.getUint32(56, true)
  let mini: Uint8Array | undefined

  return {
    stream: name => {
      const entry = streams.get(name)
      if (entry === undefined) return null
      if (entry.size > bytes.length) throw broken()
      if (entry.size >= cutoff)
        return copyChain(chainFrom(allocation, entry.start), sectorBytes, sectorAt, entry.size)
      mini ??= copyChain(chainFrom(allocation, root.start), sectorBytes, sectorAt, root.size)
      const container = mini
      const miniAt = (sector: number) => container.subarray(sector * 64, sector * 64 + 64)
      return copyChain(chainFrom(miniTable, entry.start), 64, miniAt, entry.size)
    },
  }
}

/** The sectors that hold the allocation table: 109 named in the header, the others in a chain ([MS-CFB] 2.5). */
const allocationSectors = (
  view: DataView,
  sectors: number,
  perSector: number,
  numbers: (sector: number, into: Uint32Array, at: number) => void,
): number[] => {
  const count = view.getUint32(44, true)
  if (count > sectors) throw broken()
  const list: number[] = []
  for (let index = 0; index < Math.min(count, HEADER_DIFAT); index++)
    list.push(view.getUint32(76 + index * 4, true))
  const page = new Uint32Array(perSector)
  for (let next = view.getUint32(68, true); list.length < count; next = page[perSector - 1]!) {
    numbers(next, page, 0)
    for (let index = 0; index < perSector - 1 && list.length < count; index++) list.push(page[index]!)
  }
  return list
}

const entryOf = (bytes: Uint8Array): Entry => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    type: bytes[66]!,
    left: view.getUint32(68, true),
    right: view.getUint32(72, true),
    child: view.getUint32(76, true),
    start: view.getUint32(116, true),
    size: view.getUint32(120, true),
  }
}

/** The streams directly in the root: embedded documents have a WordDocument of their own, deeper down. */
const childrenOf = (root: Entry, directory: readonly Uint8Array[]): ReadonlyMap<string, Entry> => {
  const found = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = [root.child]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const bytes = directory[at]
    if (bytes === undefined || seen.has(at)) continue
    seen.add(at)
    const entry = entryOf(bytes)
    waiting.push(entry.left, entry.right)
    const length = Math.min(64, bytes[64]! | (bytes[65]! << 8)) - 2
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.max(0, length)))
    if (entry.type === STREAM) found.set(name, entry)
  }
  return found
}
