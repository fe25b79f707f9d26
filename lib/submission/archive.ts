import { isZip } from '../readers/format/signatures.ts'
import type { UploadSource } from './ports.ts'
import type { Upload } from './upload.ts'

/** Between an archive's key and the path in it, as in the addresses of Java archives. */
const mark = '!/'

/** How a file in an archive is called. */
export const insideKey = (archive: string, name: string): string => archive + mark + name

/** A file in an archive is an upload of its own: `2023/全市.zip!/甲局.docx`, of the archive's version. */
export const insideOf = (archive: Upload, name: string): Upload => ({
  ...archive,
  key: insideKey(archive.key, name),
  size: null,
  archive: archive.key,
})

/** Whether a key is one that `insideOf` makes, and of which archive and name; null where it is none. */
export const partsOfKey = (key: string): { readonly archive: string; readonly name: string } | null => {
  const at = key.indexOf(mark)
  return at > 0 && at + mark.length < key.length
    ? { archive: key.slice(0, at), name: key.slice(at + mark.length) }
    : null
}

/** The name in its archive of a file that lies in one. */
export const nameInside = ({ key, archive = '' }: Pick<Upload, 'key' | 'archive'>): string =>
  key.slice(archive.length + mark.length)

/** The upload itself, or the archive it lies in. */
export const fileOf = (upload: Upload): Upload => {
  if (upload.archive === undefined) return upload
  const { archive, ...file } = upload
  return { ...file, key: archive }
}

/**
 * The files in an archive of submissions; null where the bytes are something else.
 * Throws Problem where it cannot be unpacked as a whole.
 */
export const namesInside = async (bytes: Uint8Array): Promise<readonly string[] | null> =>
  isZip(bytes) ? (await import('../readers/zip/index.ts')).reportNames(bytes) : null

/** The bytes of an upload, also of one in an archive. Null where it is gone. Throws Problem and what the source throws. */
export const bytesOf = async (upload: Upload, uploads: UploadSource): Promise<Uint8Array | null> => {
  const file = fileOf(upload)
  if (upload.archive === undefined) return uploads.get(file)
  const name = nameInside(upload)
  const { part } = uploads
  if (part) {
    const { unpackReportPartly } = await import('../readers/zip/partial.ts')
    return unpackReportPartly(which => part(file, which), name)
  }
  const bytes = await uploads.get(file)
  return bytes && (await import('../readers/zip/index.ts')).unpackReport(bytes, name)
}
