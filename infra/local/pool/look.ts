import { originalPages } from '../../../lib/original-pages.ts'
import { drawPage } from '../../../lib/readers/index.ts'
import type { Looked, LookInput } from './protocol.ts'

/** Looks at a file's pages. Throws Problem. */
export const look = async ({ name, bytes, page }: LookInput): Promise<Looked> =>
  page === null
    ? { kind: 'pages', pages: await originalPages(name, bytes) }
    : { kind: 'drawn', drawn: await drawPage(name, bytes, page) }
