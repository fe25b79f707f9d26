import { crc32 } from '../../util/zlib.ts'
import { strictly } from '../format/encoding.ts'
import { type Entry, readDirectory } from '../package/directory.ts'

/** A file in an archive. */
export interface FileEntry {
  /** Path as written, decoded. */
  readonly path: string
  readonly entry: Entry
}

const UTF8_NAME = 0x0800
const UNICODE_PATH = 0x7075

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
const pathOf = ({ name, extra, flags }: Entry): string =>
  unicodePath(extra, name) ??
  strictly(name, 'utf-8') ??
  (flags & UTF8_NAME ? null : strictly(name, 'gb18030')) ??
  new TextDecoder().decode(name)

/** The entries of a parcel of files, with names in whatever encoding. Throws Problem: `file-damaged`, `too-complex`. */
export const fileEntries = (bytes: Uint8Array): FileEntry[] =>
  readDirectory(bytes).map(entry => ({ path: pathOf(entry), entry }))
