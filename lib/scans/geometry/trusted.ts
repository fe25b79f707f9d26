import { type Group, touching } from './groups.ts'
import type { Run } from './runs.ts'

/** No row of characters looks like a line of this length, in pixels at 100 to the inch; no stroke is as tall as this. */
const surelyAcross = 150
const surelyDown = 48

const lengthOf = ({ from, to }: Run): number => to - from

/** Whether a line ends at both ends on others that cross it there. */
const isHeld = (run: Run, others: readonly Run[]): boolean => {
  const meets = (end: number): boolean =>
    others.some(
      other =>
        Math.abs(other.at - end) <= touching &&
        run.at >= other.from - touching &&
        run.at <= other.to + touching,
    )
  return meets(run.from) && meets(run.to)
}

/** Those that are long. */
export const surelyIn = ({ across, down }: Group): Group => ({
  across: across.filter(run => lengthOf(run) >= surelyAcross),
  down: down.filter(run => lengthOf(run) >= surelyDown),
})

/** Lines that are long, and those that end on such ones: strokes of characters are neither. */
export const trusted = (across: readonly Run[], down: readonly Run[]): Group => {
  let kept = surelyIn({ across, down })
  for (let round = 0; round < 2; round++)
    kept = {
      across: across.filter(run => kept.across.includes(run) || isHeld(run, kept.down)),
      down: down.filter(run => kept.down.includes(run) || isHeld(run, kept.across)),
    }
  return kept
}
