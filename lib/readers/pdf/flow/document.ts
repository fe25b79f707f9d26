import type { Block } from '../../../model/document.ts'
import { limits } from '../../limits.ts'
import type { Ink } from '../ink/model.ts'
import type { LossList } from '../losses.ts'
import { tooComplex } from '../refusals.ts'
import { withUnruled } from '../unruled/index.ts'
import { assemble } from './assemble.ts'
import { refuseColumns } from './columns.ts'
import { withoutFurniture } from './furniture.ts'
import { marginGlyphs } from './margins.ts'
import { pageFlow } from './page.ts'
import { ruledPage } from './ruled-page.ts'

/**
 * What stands on pages as blocks in reading order, whatever file the pages are of: every character by its place, never
 * by the order in which it was written. What could not be carried goes to `losses`.
 * Throws Problem: `too-complex`, `format-unsupported` (columns).
 */
export const blocksOfInk = (inks: readonly Ink[], losses: LossList): Block[] => {
  const ruled = inks.map(ruledPage)
  const cells = ruled.reduce((sum, { grids }) => grids.reduce((all, grid) => all + grid.cells.length, sum), 0)
  if (cells > limits.pdf.cells)
    throw tooComplex(`表格超过 ${limits.pdf.cells} 格`, `its tables have more than ${limits.pdf.cells} cells`)
  const furniture = marginGlyphs(ruled)
  const flows = ruled.map(page => pageFlow(page, furniture))
  const pages = withUnruled(withoutFurniture(flows))
  for (const { lost: codes, page } of pages) for (const code of codes) losses.page(code, page)
  refuseColumns(pages)
  return assemble(pages, losses)
}
