import type { Box } from '../../../readers/pdf/geometry.ts'
import type { Grey, StraightPage } from '../../contract.ts'
import { cropped } from '../raster.ts'
import { withoutRim } from './rim.ts'

/** Rulings reach so far to both sides of their middle, in points. */
const halfRuling = 1.4

/** How many pixels of a picture of a cell lie outside of it. */
export const outsideOf = (page: StraightPage): number => Math.max(2, Math.round(halfRuling * page.scale))

/** A cell without the rulings at its rim, and as much around it as they take. */
export const cellGrey = (page: StraightPage, { left, top, right, bottom }: Box, ink: number): Grey => {
  const { scale } = page
  const outside = outsideOf(page)
  const grey = cropped(
    page.grey,
    Math.round(left * scale) - outside,
    Math.round(top * scale) - outside,
    Math.round(right * scale) + outside,
    Math.round(bottom * scale) + outside,
  )
  return withoutRim({ grey, outside }, ink)
}
