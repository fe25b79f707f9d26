import { nameOf, type Upload } from './upload.ts'

/** Why a key is no upload of anybody's: left alone, without receipt and without event. */
export type SkipReason = 'lock-file' | 'folder-marker' | 'system-file'

/** Why a file that lies in a folder or an archive is not taken for one that somebody hands in. */
export type PassedOver = SkipReason | 'hidden-file' | 'partial-download'

const systemNames = new Set(['thumbs.db', 'desktop.ini', '.ds_store'])
/** Of browsers, of rsync and WinSCP, and of the programs that fetch from Chinese net disks. */
const partial =
  /\.(?:crdownload|tmp|temp|part|partial|download|downloading|opdownload|filepart|aria2|xltd|td|!qb|!ut)$/i

/** The reason to leave a key alone, or null for an upload: whatever else was put there is somebody's and is told of. */
export const skipReason = ({
  key,
  size = null,
}: Pick<Upload, 'key'> & Partial<Upload>): SkipReason | null => {
  const name = nameOf({ key })
  if (name === '') return size === null || size === 0 ? 'folder-marker' : null
  if (name.startsWith('~$')) return 'lock-file'
  return systemNames.has(name.toLowerCase()) || key.split('/').includes('__MACOSX') ? 'system-file' : null
}

/** The same for what lies in a folder or an archive: there a file may be hidden, or still be on its way. */
export const passedOver = ({ key }: Pick<Upload, 'key'>): PassedOver | null => {
  const reason = skipReason({ key })
  if (reason) return reason
  if (key.split('/').some(part => part.startsWith('.'))) return 'hidden-file'
  return partial.test(nameOf({ key })) ? 'partial-download' : null
}
