import { Problem } from '../../problems.ts'
import { openArchive, readPart } from '../docx/archive.ts'
import { isZip } from '../signatures.ts'
import { fileEntries } from './directory.ts'
import { zipKind } from './kind.ts'
import { distinctNames, isLitter, safePath } from './names.ts'
import { refusals } from './refusals.ts'

/** Files of one parcel. A city has a few hundred authorities that report. */
const mostFiles = 1000
/** Bytes of one file, and of all files together. A report is 0.2 MB, with pictures 5 MB. */
const megabyte = 1024 * 1024
const fileMegabytes = 50
const allMegabytes = 300

export interface UnpackedReports {
  /** The files, in the order of the archive. Names are relative paths, safe and each there once. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Files that cannot be unpacked, and why. */
  readonly refused: readonly { readonly name: string; readonly problem: Problem }[]
}

/** Whether bytes are a zip of files, each a submission of its own, and not a document that happens to be a zip. */
export const isReportArchive = (bytes: Uint8Array): boolean => {
  if (!isZip(bytes)) return false
  try {
    return zipKind(openArchive(bytes)) === 'files'
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/**
 * Unpacks an archive of many submissions, one level deep: archives inside it stay files. Names are read as UTF-8 or
 * GBK; what systems leave beside the files is passed over. A file that is damaged, locked or too large does not keep
 * the others. Throws Problem: `file-damaged`, `too-complex`, `too-large`, `empty-file`.
 */
export const unpackReports = (bytes: Uint8Array): UnpackedReports => {
  openArchive(bytes)
  const entries = fileEntries(bytes).filter(({ path }) => !isLitter(path))
  if (entries.length === 0) throw refusals.nothingInside()
  if (entries.length > mostFiles) throw refusals.tooManyFiles(mostFiles)
  const nameOf = distinctNames()
  const files: UnpackedReports['files'][number][] = []
  const refused: UnpackedReports['refused'][number][] = []
  let total = 0
  for (const { path, archive } of entries) {
    const name = nameOf(safePath(path))
    const chunks: Uint8Array[] = []
    try {
      readPart(archive, path, fileMegabytes * megabyte, chunk => {
        total += chunk.length
        if (total > allMegabytes * megabyte) throw refusals.tooLarge(allMegabytes)
        chunks.push(chunk)
      })
      files.push({ name, bytes: Buffer.concat(chunks) })
    } catch (error) {
      if (!(error instanceof Problem) || total > allMegabytes * megabyte) throw error
      refused.push({ name, problem: error })
    }
  }
  return { files, refused }
}
