import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a forged archive: everything a writer of zips would work out can be a lie. */
export interface ForgedEntry {
  readonly name: string
  readonly data: Uint8Array | string
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  /** Sizes as declared, in the local header and in the directory. */
  readonly size?: number
  readonly packedSize?: number
  /** Takes the content of the entry of that number instead of its own: entries that overlap. */
  readonly sameAs?: number
}

export interface ForgedEnd {
  readonly count?: number
  readonly directoryOffset?: number
  readonly comment?: Uint8Array
}

const header = (
  signature: number,
  length: number,
): { bytes: Buffer; at: (offset: number, value: number, size?: 2 | 4) => void } => {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature, 0)
  return {
    bytes,
    at: (offset, value, size = 4) => {
      if (size === 2) bytes.writeUInt16LE(value & 0xffff, offset)
      else bytes.writeUInt32LE(value >>> 0, offset)
    },
  }
}

/** An archive as PKWARE's APPNOTE writes it, with whatever lies its entries ask for. */
export const forgeZip = (entries: readonly ForgedEntry[], end: ForgedEnd = {}): Uint8Array => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const entry of entries) {
    const { name, method = 8, flags = 0, sameAs } = entry
    const data = typeof entry.data === 'string' ? Buffer.from(entry.data) : entry.data
    const packed = method === 8 ? deflateRawSync(data) : data
    const nameBytes = Buffer.from(name)
    const crc = entry.crc ?? crc32(data)
    const packedSize = entry.packedSize ?? packed.length
    const size = entry.size ?? data.length
    const local = header(0x04034b50, 30)
    local.at(4, 20, 2)
    local.at(6, flags, 2)
    local.at(8, method, 2)
    local.at(14, crc)
    local.at(18, packedSize)
    local.at(22, size)
    local.at(26, nameBytes.length, 2)
    offsets.push(sameAs === undefined ? offset : offsets[sameAs]!)
    const central = header(0x02014b50, 46)
    central.at(4, 20, 2)
    central.at(6, 20, 2)
    central.at(8, flags, 2)
    central.at(10, method, 2)
    central.at(16, crc)
    central.at(20, packedSize)
    central.at(24, size)
    central.at(28, nameBytes.length, 2)
    central.at(42, offsets.at(-1)!)
    directory.push(central.bytes, nameBytes)
    if (sameAs !== undefined) continue
    locals.push(local.bytes, nameBytes, Buffer.from(packed))
    offset += 30 + nameBytes.length + packed.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const { comment = new Uint8Array(), count = entries.length } = end
  const last = header(0x06054b50, 22)
  last.at(8, count, 2)
  last.at(10, count, 2)
  last.at(12, length)
  last.at(16, end.directoryOffset ?? offset)
  last.at(20, comment.length, 2)
  return Buffer.concat([...locals, ...directory, last.bytes, comment])
}
