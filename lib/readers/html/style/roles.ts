import type { Part } from './look.ts'

/** What an element says it is to those who cannot see it (WAI-ARIA 1.2, 5.3). */
const BY_ROLE: ReadonlyMap<string, Part> = new Map<string, Part>(
  Object.entries({
    table: 'table',
    grid: 'table',
    treegrid: 'table',
    rowgroup: 'group',
    row: 'row',
    cell: 'cell',
    gridcell: 'cell',
    columnheader: 'cell',
    rowheader: 'cell',
  } as const),
)

/** The part of a table a role names. */
export const partByRole = (role: string): Part | undefined => BY_ROLE.get(role.trim().toLowerCase())
