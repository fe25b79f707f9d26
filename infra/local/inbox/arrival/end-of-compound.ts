import type { End, Pieces } from './pieces.ts'

const header = 512
const free = 0xffffffff
const inHeader = 109

/**
 * [MS-CFB] 2.3: the allocation table tells which sectors are in use; all but the last of them must be there whole.
 * Where the table itself lies behind the end, the file is cut. Files with more tables than the header lists have 7 MB.
 */
export const endOfCompound = async ({ size, read }: Pieces): Promise<End> => {
  const head = Buffer.from(await read(0, header))
  if (head.length < header) return 'cut'
  const shift = head.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return 'untold'
  const sector = 2 ** shift
  const tables = Math.min(head.readUInt32LE(44), inHeader)
  let last = -1
  for (let index = 0; index < tables; index += 1) {
    const place = head.readUInt32LE(76 + 4 * index)
    if (place === free) continue
    const table = Buffer.from(await read((place + 1) * sector, sector))
    if (table.length < sector) return 'cut'
    for (let entry = 0; entry < sector / 4; entry += 1)
      if (table.readUInt32LE(4 * entry) !== free) last = Math.max(last, index * (sector / 4) + entry)
  }
  // Some programs leave the last sector short; others take all room first, and fill it later.
  const filled = (await read(Math.max(0, size - sector), sector)).some(byte => byte !== 0)
  if (filled && size >= (last + 2) * sector) return 'there'
  return size > (last + 1) * sector ? 'untold' : 'cut'
}
