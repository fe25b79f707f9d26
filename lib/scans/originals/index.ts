import type { DrawnPage, DrawnPlace, PagePlace, ShownPage, WantedPage } from '../../model/picture.ts'
import { openPages } from '../../readers/pdf/engine/open.ts'
import type { ShownPage as Drawable } from '../../readers/pdf/engine/shown-page.ts'
import { heightOf, widthOf } from '../../readers/pdf/geometry.ts'
import { drawPlaces } from '../../readers/pdf/pictures.ts'
import { drawWholePage } from '../../readers/pdf/whole-page.ts'
import { asPdf } from '../picture/wrapped.ts'

/** Pages of a scan as they were handed in, for people to look at: nothing of them is read, so that it takes no time. */

/** Larger than any paper, in points: as much as there is of a page. */
const whole = { left: 0, top: 0, right: 5_000, bottom: 5_000 }

const shownPage = (page: number, drawable: Drawable | null): ShownPage[] => {
  const box = drawable?.within(whole)
  if (!drawable || !box) return []
  const without = drawable.costly ? 'bounds' : null
  return [{ page, width: widthOf(box), height: heightOf(box), hidden: [], without }]
}

/** Those that can be opened. Throws Problem. */
export const pagesOfScan = async (bytes: Uint8Array): Promise<readonly ShownPage[]> => {
  const file = await openPages(asPdf(bytes), () => true)
  try {
    const shown: ShownPage[] = []
    file.draw(pageOf => {
      for (let page = 1; page <= file.pages.length; page++) shown.push(...shownPage(page, pageOf(page)))
    })
    return shown
  } finally {
    file.close()
  }
}

/** One of them as a picture. Throws Problem. */
export const drawScanPage = (bytes: Uint8Array, wanted: WantedPage): Promise<DrawnPage> =>
  drawWholePage(asPdf(bytes), wanted)

/** Places of them, each answered in its turn. Throws Problem where the file does not open. */
export const drawScanPlaces = async (
  bytes: Uint8Array,
  places: readonly PagePlace[],
): Promise<readonly DrawnPlace[]> => {
  const file = await openPages(asPdf(bytes), () => true)
  try {
    return drawPlaces(file, places)
  } finally {
    file.close()
  }
}
