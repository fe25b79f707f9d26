import { bilevelOf } from './bilevel.ts'
import { blurred } from './blur.ts'
import type { Chance } from './chance.ts'
import { printedInDots } from './halftone.ts'
import type { ScanKind } from './kinds.ts'
import { lit } from './light.ts'
import { noisy } from './noise.ts'
import { marked, type Place, penMarks } from './pens.ts'
import { colouredOf, eachPlane, greyOf, type Plate, turnedPlate } from './plate.ts'
import { sealed } from './seals.ts'
import type { Sheet } from './sheets.ts'
import { laid } from './warp.ts'

/** A page at most has so many seals. */
const seals = 2
/** One figure of so many is marked by a pen. */
const markedOne = 6

/** What happens to the paper before anything looks at it. `places`: where its figures are printed, in points. */
const used = ({ plate, dpi }: Sheet, kind: ScanKind, places: readonly Place[], chance: Chance): Plate => {
  const { dots } = kind
  const printed = dots
    ? printedInDots(
        blurred(
          eachPlane(plate, plane => plane.map(value => value * dots.paper)),
          0.6,
        ),
        dpi,
        dots.cells,
      )
    : eachPlane(plate, plane => plane.slice())
  const paper = kind.colours || kind.pens || kind.seal ? colouredOf(printed) : printed
  if (kind.seal) sealed(paper, dpi, kind.seal, seals, chance)
  for (const place of kind.pens ? places : []) {
    if (chance.below(markedOne) > 0) continue
    const [left, top, right, low] = place.map(value => (value * dpi) / 72) as [number, number, number, number]
    marked(paper, dpi, [left, top, right, low], penMarks[chance.below(penMarks.length)]!, chance)
  }
  return kind.colours ? paper : greyOf(paper)
}

/** Where so few pixels are left of those of a sheet, it is blurred before, or its lines would break. */
const coarse = 0.6

/** What a scanner or a camera makes of a printed page. */
export const scanned = (sheet: Sheet, kind: ScanKind, places: readonly Place[], chance: Chance): Plate => {
  const scale = kind.dpi / sheet.dpi
  const paper = blurred(used(sheet, kind, places, chance), scale < coarse ? 0.45 / scale : 0)
  const seen = lit(blurred(laid(paper, scale, kind, chance), kind.blur), kind, chance)
  const taken = noisy(seen, kind.noise, chance)
  const written = kind.bilevel ? bilevelOf(taken, kind.bilevel, chance) : taken
  return turnedPlate(written, kind.turned ?? 0)
}
