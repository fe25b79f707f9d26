import { damagedFile } from '../format/damaged.ts'

/** The bytes are no whole RTF file. */
export const damaged = damagedFile({ zh: 'RTF 文件', en: 'The RTF file' })
