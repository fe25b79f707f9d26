import type { FormCell } from '../forms/form.ts'
import { asRead, cellsOf, isEntered, observed } from './figures-of.ts'
import type { Observation, Report } from './report.ts'

/**
 * What was noticed of a table and leaves open what its cells hold, as far as nobody has typed them in. Observations stay
 * what they are, facts about the file; these are those that still matter for the figures.
 */

/** The cells whose figures an observation leaves open; null for one that leaves none open. */
const leftOpen = (report: Report, observation: Observation): readonly string[] | null => {
  const cellsWhere = (which: (cell: FormCell) => boolean): readonly string[] =>
    'form' in observation
      ? cellsOf(report, observation.form)
          .filter(which)
          .map(({ key }) => key)
      : []
  switch (observation.kind) {
    case 'tableMissing':
    case 'tableUnreadable':
      return cellsWhere(() => true)
    case 'rowUnreadable': {
      const own = cellsWhere(({ row }) => row.key === observation.row)
      const unread = own.filter(key => {
        const figure = report.figures.get(key)
        return figure && asRead(figure).state === 'unreadable'
      })
      return unread.length > 0 ? unread : own
    }
    case 'rowUnmet':
    case 'rowMissing':
      return cellsWhere(({ row }) => row.key === observation.row)
    case 'columnMissing':
      return cellsWhere(({ column }) => observation.columns.includes(column.key))
    case 'rowsScattered':
    case 'columnsMisaligned':
      return cellsWhere(({ row }) => observation.rows.includes(row.key))
    case 'labelVariant':
      return observation.risky ? observation.cells : null
    case 'columnUnknown':
    case 'meaningDoubtful':
      return observation.cells ?? null
    default:
      return null
  }
}

/** Whether every figure that an observation leaves open was typed in. */
export const isSettled = (report: Report, observation: Observation): boolean => {
  const open = leftOpen(report, observation)
  return open !== null && open.length > 0 && open.every(key => isEntered(report, key))
}

/** An observation without the cells and rows that were typed in. */
const rest = <Each extends Observation>(report: Report, observation: Each): Each => {
  const open = leftOpen(report, observation)?.filter(key => !isEntered(report, key))
  if (open === undefined) return observation
  if ('cells' in observation && observation.cells) return { ...observation, cells: open }
  if (!('rows' in observation)) return observation
  const held = new Set(
    cellsOf(report, observation.form).flatMap(({ key, row }) => (open.includes(key) ? [row.key] : [])),
  )
  return { ...observation, rows: observation.rows.filter(row => held.has(row)) }
}

/** What was noticed of one kind and is not settled by what was typed in, less the cells that are. */
export const unsettled = <Kind extends Observation['kind']>(
  report: Report,
  kind: Kind,
): readonly Extract<Observation, { kind: Kind }>[] =>
  observed(report, kind)
    .filter(observation => !isSettled(report, observation))
    .map(observation => rest(report, observation))
