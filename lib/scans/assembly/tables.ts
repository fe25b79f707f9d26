import { ruledPage } from '../../readers/pdf/flow/ruled-page.ts'
import { type Box, holds, widthOf } from '../../readers/pdf/geometry.ts'
import type { Ruling } from '../../readers/pdf/ink/model.ts'
import type { Grid } from '../../readers/pdf/rulings/grid.ts'
import type { StraightPage } from '../contract.ts'
import { blankInk } from './blank-ink.ts'

/** Tables of the forms take more than this part of a page's width; what is narrower is drawn, or strokes of large type. */
const narrowest = 0.35

/** Pieces of one line lie no farther from it, in points. */
const nearby = 4

const around = ({ left, top, right, bottom }: Box): Box => ({
  left: left - nearby,
  top: top - nearby,
  right: right + nearby,
  bottom: bottom + nearby,
})

/** The tables of a page, and the rulings that make them. */
export interface Tables {
  readonly grids: readonly Grid[]
  readonly rulings: readonly Ruling[]
}

/** The tables that the reader of PDFs sees between the rulings, so that each cell of theirs is one that is read. */
export const tablesOf = (page: StraightPage): Tables => {
  const all = ruledPage({ ...blankInk(page), rulings: page.rulings }).grids
  const grids = all.filter(({ box }) => widthOf(box) >= narrowest * page.width)
  const rulings = page.rulings.filter(({ across, at, from, to }) => {
    const [along, middle] = [at, (from + to) / 2]
    const box = across
      ? { left: middle, right: middle, top: along, bottom: along }
      : { left: along, right: along, top: middle, bottom: middle }
    return grids.some(grid => holds(around(grid.box), box))
  })
  return { grids, rulings }
}
