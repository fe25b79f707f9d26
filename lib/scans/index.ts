import { Problem } from '../model/problems.ts'
import type { OpenDocument } from '../readers/open-document.ts'

/** Reads the pictures of pages that a file is made of. Throws Problem. */
export const openScan = async (_name: string, _bytes: Uint8Array): Promise<OpenDocument> => {
  throw new Problem('no-text-layer', { zh: '文件是扫描件。', en: 'The file is a scan.' }, { zh: '', en: '' })
}

export { proven } from './proof/index.ts'
