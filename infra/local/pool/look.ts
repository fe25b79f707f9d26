import { originalPage, originalPages, scannedPlaces } from '../../../lib/original-pages.ts'
import type { Looked, LookInput } from './protocol.ts'

/** Looks at a file's pages. Throws Problem. */
export const look = async ({ name, bytes, page, quotes, places }: LookInput): Promise<Looked> => {
  if (places) return { kind: 'places', places: await scannedPlaces(bytes, places) }
  return page === null
    ? { kind: 'pages', ...(await originalPages(name, bytes, quotes)) }
    : { kind: 'drawn', drawn: await originalPage(name, bytes, page) }
}
