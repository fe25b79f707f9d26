import type { Row } from '../column.ts'
import type { Proposal } from '../roster/match-unit.ts'
import { textAt } from './values.ts'

/** Whom a file of nobody known may be of. */
export const proposalsOf = (row: Row): readonly Proposal[] =>
  JSON.parse(textAt(row, 'proposals') ?? '[]') as readonly Proposal[]

const nameOf = (row: Row): string => JSON.stringify([row['key'], row['version']])

export const unplacedInOrder = (rows: readonly Row[]): readonly Row[] =>
  rows
    .map(row => ({ row, name: nameOf(row) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ row }) => row)
