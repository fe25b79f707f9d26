/** A compound file ([MS-CFB]) with these streams in its root, none of them small enough for the mini stream. */
export const compoundFile = (streams: Readonly<Record<string, Uint8Array>>): Buffer => {
  const sector = 512
  const padded = Object.entries(streams).map(([name, bytes]) => {
    const size = Math.max(4096, Math.ceil(bytes.length / sector) * sector)
    return { name, bytes: Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]) }
  })
  const directorySectors = Math.ceil((padded.length + 1) / 4)
  let next = 1 + directorySectors
  const placed = padded.map(stream => {
    const start = next
    next += stream.bytes.length / sector
    return { ...stream, start }
  })
  const table = Buffer.alloc(sector, 0xff)
  const chain = (start: number, count: number): void => {
    for (let index = start; index < start + count; index++)
      table.writeUInt32LE(index + 1 === start + count ? 0xfffffffe : index + 1, index * 4)
  }
  table.writeUInt32LE(0xfffffffd, 0)
  chain(1, directorySectors)
  for (const { start, bytes } of placed) chain(start, bytes.length / sector)

  const entry = (
    name: string,
    type: number,
    start: number,
    size: number,
    child: number,
    right: number,
  ): Buffer => {
    const bytes = Buffer.alloc(128)
    bytes.write(name, 'utf16le')
    bytes.writeUInt16LE(name.length * 2 + 2, 64)
    bytes[66] = type
    bytes.writeUInt32LE(0xffffffff, 68)
    bytes.writeInt32LE(right, 72)
    bytes.writeInt32LE(child, 76)
    bytes.writeUInt32LE(start, 116)
    bytes.writeUInt32LE(size, 120)
    return bytes
  }
  const directory = Buffer.alloc(directorySectors * sector)
  entry('Root Entry', 5, 0xfffffffe, 0, 1, -1).copy(directory)
  placed.forEach(({ name, start, bytes }, index) => {
    const right = index + 1 < placed.length ? index + 2 : -1
    entry(name, 2, start, bytes.length, -1, right).copy(directory, (index + 1) * 128)
  })

  const header = Buffer.alloc(sector)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  return Buffer.concat([header, table, directory, ...placed.map(({ bytes }) => bytes)])
}
