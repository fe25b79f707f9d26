import { isRaisedBy, isWhite, isWhiteFill } from '../styles.ts'
import type { Opener, Slim } from './state.ts'

const runOf = (slim: Slim, path: readonly string[]) =>
  path.at(-1) === 'rPr' && path.at(-2) === 'r' ? slim.story.paragraph?.run : undefined

/** Marks what is shaded: the run, or the cell by itself or by its paragraph. Table styles are not looked up. */
const shade = (slim: Slim, path: readonly string[]): undefined => {
  const run = runOf(slim, path)
  const cell = slim.table?.row?.cell
  if (run) run.shaded = true
  else if (cell) cell.shaded = true
}

/** How text looks, as far as it decides whether a person reads it as part of a figure. */
export const lookOpeners: Readonly<Record<string, Opener>> = {
  color: (slim, value, path) => {
    const run = runOf(slim, path)
    if (run) run.white = isWhite(value)
    return undefined
  },
  position: (slim, value, path) => {
    const run = runOf(slim, path)
    if (run && isRaisedBy(value('val'))) run.shifted = true
    return undefined
  },
  highlight: (slim, value, path) => (value('val') === 'none' ? undefined : shade(slim, path)),
  shd: (slim, value, path) => {
    const fill = value('fill') ?? 'auto'
    const plain = isWhiteFill(fill) && (value('val') ?? 'clear') === 'clear'
    return plain ? undefined : shade(slim, path)
  },
}
