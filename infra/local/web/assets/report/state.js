/** What is shown of the report, and what of it is chosen: a cell, a finding, or both. */

export const key = new URLSearchParams(location.search).get('key') ?? ''

let view = null
let chosen = { cell: null, finding: null }
const whenLoaded = []
const whenChosen = []

export const viewNow = () => view
export const chosenNow = () => chosen

export const onLoad = listener => whenLoaded.push(listener)

/** `listener(chosen, from)`: `from` is the part of the page where it was chosen. */
export const onChoose = listener => whenChosen.push(listener)

export const findingOf = id => view?.report?.findings.find(finding => finding.id === id) ?? null

export const cellOf = cell => view?.report?.cells[cell] ?? null

/** Cells that are marked: those of the finding, the one to look at first, or the chosen one alone. */
export const markedCells = () => {
  const finding = findingOf(chosen.finding)
  const { cell } = chosen
  if (!finding) return cell ? [cell] : []
  return cell && !finding.cells.includes(cell) ? [cell] : finding.cells
}

const tell = from => {
  for (const listener of whenChosen) listener(chosen, from)
}

/** Chooses a cell; the finding stays chosen where it speaks of the cell. */
export const chooseCell = (cell, from) => {
  const stays = cell === null || findingOf(chosen.finding)?.cells.includes(cell)
  chosen = { cell, finding: stays ? chosen.finding : null }
  tell(from)
}

export const chooseFinding = (id, from) => {
  const finding = findingOf(id)
  chosen = { cell: finding?.cells[0] ?? null, finding: finding?.id ?? null }
  tell(from)
}

export const chooseNothing = () => {
  chosen = { cell: null, finding: null }
  tell(null)
}

/** Another report, or the same as it is now: what is chosen stays where it is still there. */
export const show = next => {
  view = next
  if (!cellOf(chosen.cell)) chosen = { ...chosen, cell: null }
  if (!findingOf(chosen.finding)) chosen = { ...chosen, finding: null }
  for (const listener of whenLoaded) listener(view)
  tell('load')
}
