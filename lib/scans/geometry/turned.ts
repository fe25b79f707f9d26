import type { Grey, PagePicture, Quarter } from '../contract.ts'
import { transposed } from './raster.ts'

const upsideDown = ({ width, height, greys }: Grey): Grey => ({
  width,
  height,
  greys: greys.slice().reverse(),
})

/** Each line from its other end. */
const mirrored = ({ width, height, greys }: Grey): Grey => {
  const result = new Uint8Array(greys.length)
  for (let at = 0; at < greys.length; at += width) result.set(greys.slice(at, at + width).reverse(), at)
  return { width, height, greys: result }
}

const turnedGrey = (grey: Grey, quarter: Quarter): Grey => {
  if (quarter === 0) return grey
  if (quarter === 2) return upsideDown(grey)
  const quarterTurn = mirrored(transposed(grey))
  return quarter === 1 ? quarterTurn : upsideDown(quarterTurn)
}

/** The page turned clockwise by so many quarters. What is straightened of it tells places of the page as it was handed in. */
export const turned = (picture: PagePicture, quarter: Quarter): PagePicture => {
  if (quarter === 0) return picture
  const { width, height, grey } = picture
  const [across, down] = quarter === 2 ? [width, height] : [height, width]
  return {
    ...picture,
    width: across,
    height: down,
    grey: turnedGrey(grey, quarter),
    turned: (((picture.turned ?? 0) + quarter) % 4) as Quarter,
  }
}

/** Where a place of a page that was turned stood before, in points; the page is as large as it is turned. */
export const unturned = (
  [x, y]: readonly [number, number],
  { width, height, turned: quarter = 0 }: Pick<PagePicture, 'width' | 'height' | 'turned'>,
): readonly [number, number] => {
  if (quarter === 1) return [y, width - x]
  if (quarter === 2) return [width - x, height - y]
  if (quarter === 3) return [height - y, x]
  return [x, y]
}
