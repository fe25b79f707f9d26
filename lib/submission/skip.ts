import { nameOf, type Upload } from './upload.ts'

/** Why a key is no upload of anybody's: left alone, without receipt and without event. */
export type SkipReason = 'lock-file' | 'folder-marker' | 'system-file' | 'hidden-file' | 'partial-download'

const systemNames = new Set(['thumbs.db', 'desktop.ini', '.ds_store'])
/** Of browsers, of rsync and WinSCP, and of the programs that fetch from Chinese net disks. */
const partial =
  /\.(?:crdownload|tmp|temp|part|partial|download|downloading|opdownload|filepart|aria2|xltd|td|!qb|!ut)$/i

/** The reason to leave a key alone, or null for a real upload. */
export const skipReason = ({ key }: Pick<Upload, 'key'>): SkipReason | null => {
  const name = nameOf({ key })
  if (name === '') return 'folder-marker'
  if (name.startsWith('~$')) return 'lock-file'
  if (systemNames.has(name.toLowerCase()) || key.split('/').includes('__MACOSX')) return 'system-file'
  if (key.split('/').some(part => part.startsWith('.'))) return 'hidden-file'
  return partial.test(name) ? 'partial-download' : null
}
