import type { Look, Part } from './style/look.ts'
import type { Element } from './walk.ts'

const BY_TAG: ReadonlyMap<string, Part> = new Map<string, Part>(
  Object.entries({
    table: 'table',
    thead: 'group',
    tbody: 'group',
    tfoot: 'group',
    tr: 'row',
    td: 'cell',
    th: 'cell',
  } as const),
)

const PARTS: ReadonlySet<string> = new Set<Part>(['table', 'group', 'row', 'cell'])
const isPart = (flow: string): flow is Part => PARTS.has(flow)

/** Whether an element is a part of a table by its own name. */
export const isTableTag = ({ tagName }: Element): boolean => BY_TAG.has(tagName)

/** The part of a table an element is: by its name, or by how it is laid out or presented. */
export const partOf = ({ tagName }: Element, { flow }: Look): Part | undefined =>
  BY_TAG.get(tagName) ?? (isPart(flow) ? flow : undefined)
