import { crc32 } from '../../util/zlib.ts'
import type { Archive } from '../package/archive.ts'
import { damaged } from '../package/refusals.ts'

/** A file in an archive. */
export interface FileEntry {
  /** Path as written, decoded. */
  readonly path: string
  /** An archive of this one file, to read it with `partBytes`. */
  readonly archive: Archive
}

const UTF8_NAME = 0x0800
const UNICODE_PATH = 0x7075

/** How `partBytes` compares names. */
const partKey = (path: string): string => path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

const strictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The name that Info-ZIP keeps in Unicode beside the other (APPNOTE 4.6.9), if it still belongs to it. */
const unicodePath = (extra: Uint8Array, raw: Uint8Array): string | null => {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) !== UNICODE_PATH || length < 5 || at + 4 + length > extra.length) continue
    if (view.getUint32(at + 5, true) === crc32(raw))
      return strictly(extra.subarray(at + 9, at + 4 + length), 'utf-8')
  }
  return null
}

/** Programs that set no flag write UTF-8 (macOS) or the code page of the system (Windows: GBK). */
const nameOf = (raw: Uint8Array, extra: Uint8Array, flags: number): string =>
  unicodePath(extra, raw) ??
  strictly(raw, 'utf-8') ??
  (flags & UTF8_NAME ? null : strictly(raw, 'gb18030')) ??
  new TextDecoder().decode(raw)

/** Where the directory begins: `openArchive` has found it whole before, so the mark is there. */
const directoryStart = (view: DataView): { at: number; count: number } => {
  let end = view.byteLength - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  return { at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) }
}

/**
 * The entries of a parcel of files, with names in whatever encoding. Larger ones than the short directory can hold
 * (Zip64) are refused: that is beyond every limit of ours. Throws Problem `file-damaged`.
 */
export const fileEntries = (bytes: Uint8Array): FileEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files: FileEntry[] = []
  const { at: start, count } = directoryStart(view)
  try {
    for (let index = 0, at = start; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50)
        throw damaged('压缩包的目录不完整', 'the directory of the zip is cut short')
      const nameEnd = at + 46 + view.getUint16(at + 28, true)
      const extraEnd = nameEnd + view.getUint16(at + 30, true)
      const flags = view.getUint16(at + 8, true)
      const path = nameOf(bytes.subarray(at + 46, nameEnd), bytes.subarray(nameEnd, extraEnd), flags)
      const entry = {
        name: path,
        encrypted: (flags & 1) === 1,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        compressedSize: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      }
      files.push({ path, archive: { bytes, entries: new Map([[partKey(path), entry]]) } })
      at = extraEnd + view.getUint16(at + 32, true)
    }
  } catch (error) {
    if (error instanceof RangeError)
      throw damaged('压缩包的目录不完整', 'the directory of the zip is cut short')
    throw error
  }
  return files
}
