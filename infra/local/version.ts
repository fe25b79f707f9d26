import { version } from '../../lib/version.ts'

/** What receipts and events name as their converter. */
export const converter = { name: 'gongkai', version } as const
