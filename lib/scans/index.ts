import type { PageSize } from '../model/picture.ts'
import type { OpenDocument } from '../readers/open-document.ts'
import { openPages } from '../readers/pdf/engine/open.ts'
import { drawPlaces } from '../readers/pdf/pictures.ts'
import { withinLimits } from '../readers/within-limits.ts'
import { readScan } from './assembly/index.ts'
import { printedPages } from './assembly/printed-pages.ts'
import { inkOf, lineAt, straighten, turned } from './geometry/index.ts'
import { openPictures } from './picture/index.ts'
import { asPdf, isPicture } from './picture/wrapped.ts'
import { openReaders } from './readers/index.ts'

export { proven } from './proof/index.ts'

const read = async (bytes: Uint8Array) => {
  const readers = await openReaders()
  const pictures = await openPictures(bytes)
  try {
    return await readScan(pictures, { turned, straighten, inkOf, lineAt, readers })
  } finally {
    pictures.close()
  }
}

/**
 * Reads a PDF of pictures, a JPEG or a PNG. Its document says so (`scan`): nothing of it counts before it is proven. Places are
 * those of the pages as they were handed in.
 * Throws Problem: `file-damaged`, `password-protected`, `no-text-layer`, `too-complex`, `format-unsupported` (columns).
 */
export const openScan = async (_name: string, bytes: Uint8Array): Promise<OpenDocument> => {
  const { document, pages } = await read(bytes)
  const format = isPicture(bytes) ? 'picture' : 'pdf'
  const whole = withinLimits({ format, ...document })
  const file = await openPages(
    asPdf(bytes),
    ({ number, width, height }): PageSize => ({ page: number, width, height }),
  )
  return {
    document: whole,
    draw: places => drawPlaces(file, places),
    pages: () =>
      printedPages(
        file.pages.filter(size => size !== null),
        pages,
      ),
    close: file.close,
  }
}
