/** The same zip with the directory as streaming writers leave it: every size and offset in Zip64 fields. */
export const asZip64 = (zip: Buffer): Buffer => {
  const end = zip.length - 22
  const start = zip.readUInt32LE(end + 16)
  const count = zip.readUInt16LE(end + 10)
  const entries: Buffer[] = []
  for (let at = start; at < end; ) {
    const nameLength = zip.readUInt16LE(at + 28)
    const extra = Buffer.alloc(4 + 4 + 28)
    extra.writeUInt16LE(0x9999, 0)
    extra.writeUInt16LE(1, 4)
    extra.writeUInt16LE(24, 6)
    for (const [index, field] of [24, 20, 42].entries())
      extra.writeBigUInt64LE(BigInt(zip.readUInt32LE(at + field)), 8 + 8 * index)
    const entry = Buffer.concat([zip.subarray(at, at + 46 + nameLength), extra])
    for (const field of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, field)
    entry.writeUInt16LE(extra.length, 30)
    entries.push(entry)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  const directory = Buffer.concat(entries)
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(BigInt(count), 32)
  end64.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8)
  const last = Buffer.from(zip.subarray(end))
  last.writeUInt16LE(0xffff, 10)
  last.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([zip.subarray(0, start), directory, end64, locator, last])
}
