import { version } from '../../lib/model/version.ts'

/** What receipts and events name as their converter. */
export const converter = { name: 'gongkai', version } as const
