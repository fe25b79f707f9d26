import { originalPages } from '../../../lib/original-pages.ts'
import { drawPage } from '../../../lib/readers/index.ts'
import type { Looked, LookInput } from './protocol.ts'

/** Looks at a file's pages. Throws Problem. */
export const look = async ({ name, bytes, page, quotes }: LookInput): Promise<Looked> =>
  page === null
    ? { kind: 'pages', ...(await originalPages(name, bytes, quotes)) }
    : { kind: 'drawn', drawn: await drawPage(name, bytes, page) }
