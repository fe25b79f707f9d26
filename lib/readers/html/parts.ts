import type { Look, Part } from './style/look.ts'
import { attribute, type Element } from './walk.ts'

const BY_TAG: Readonly<Record<string, Part>> = {
  table: 'table',
  thead: 'group',
  tbody: 'group',
  tfoot: 'group',
  tr: 'row',
  td: 'cell',
  th: 'cell',
}

/** What an element says it is to those who cannot see it (WAI-ARIA 1.2, 5.3). */
const BY_ROLE: Readonly<Record<string, Part>> = {
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  rowgroup: 'group',
  row: 'row',
  cell: 'cell',
  gridcell: 'cell',
  columnheader: 'cell',
  rowheader: 'cell',
}

const PARTS: ReadonlySet<string> = new Set<Part>(['table', 'group', 'row', 'cell'])
const isPart = (flow: string): flow is Part => PARTS.has(flow)

/** Whether an element is a part of a table by its own name. */
export const isTableTag = ({ tagName }: Element): boolean => Object.hasOwn(BY_TAG, tagName)

/** The part of a table an element is: by its name, by how it is laid out, or by its role. */
export const partOf = (element: Element, look: Look): Part | undefined => {
  if (isTableTag(element)) return BY_TAG[element.tagName]
  if (isPart(look.flow)) return look.flow
  const role = attribute(element, 'role')?.trim().toLowerCase()
  return role !== undefined && Object.hasOwn(BY_ROLE, role) ? BY_ROLE[role] : undefined
}
