import type { DrawnPlace, NoPicture, PagePlace } from '../../model/picture.ts'
import { pngOf } from '../../util/png.ts'
import { limits } from '../limits.ts'
import type { OpenFile } from './engine/open.ts'
import type { ShownPage } from './engine/shown-page.ts'
import { areaOf, type Box, heightOf, widthOf } from './geometry.ts'

/** Pixels to a point: 144 to the inch, so that text is crisp on screens of two pixels for one. */
const usualScale = 2
/** Places of pages that were shrunk are enlarged until they are about so long, or by so much; long places have no more pixels than this. */
const leastLength = 640
const largestScale = 4
const mostLength = 2400

const scaleOf = (box: Box): number => {
  const length = Math.max(widthOf(box), heightOf(box))
  const crisp = Math.max(usualScale, Math.min(largestScale, Math.round(leastLength / length)))
  return Math.min(crisp, mostLength / length, Math.sqrt(limits.pdf.pictures.pixels / areaOf(box)))
}

/** Draws one place after the other until there is too much. */
const painter = (pageOf: (page: number) => ShownPage | null) => {
  let count = 0
  let pixels = 0
  let bytes = 0
  const { most, allPixels, bytes: mostBytes } = limits.pdf.pictures
  return (place: PagePlace): DrawnPlace => {
    const without = (why: NoPicture): DrawnPlace => ({ ...place, without: why })
    if (count >= most || pixels >= allPixels || bytes >= mostBytes) return without('bounds')
    const page = Number.isInteger(place.page) ? pageOf(place.page) : null
    const [left, top, right, bottom] = place.box
    const box = page?.within({ left, top, right, bottom })
    if (!page || !box) return without('failed')
    if (page.costly) return without('bounds')
    if (page.leavesOut(box)) return without('font')
    const scale = scaleOf(box)
    const drawing = page.draw(box, scale)
    if (!drawing) return without('failed')
    pixels += drawing.width * drawing.height
    const png = pngOf(drawing)
    if (bytes + png.length > mostBytes) return without('bounds')
    count += 1
    bytes += png.length
    return { page: place.page, box: [box.left, box.top, box.right, box.bottom], png, scale }
  }
}

/**
 * Pictures of places of a PDF, as a person sees them there, each answered in its turn. Never throws: a picture is no reason to
 * refuse what was read.
 */
export const drawPlaces = (
  { draw }: Pick<OpenFile<unknown>, 'draw'>,
  places: readonly PagePlace[],
): readonly DrawnPlace[] => {
  const drawn: DrawnPlace[] = []
  try {
    draw(pageOf => {
      const paint = painter(pageOf)
      for (const place of places) drawn.push(paint(place))
    })
  } catch {
    // What was drawn until then is good.
  }
  return places.map((place, index) => drawn[index] ?? { ...place, without: 'failed' })
}
