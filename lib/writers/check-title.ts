import { checks } from '../checks/index.ts'

const titles = new Map(checks.map(({ id, title }) => [id, title.zh]))

/** The Chinese title of a check; empty for ids that are not in the catalogue. */
export const checkTitle = (id: string): string => titles.get(id) ?? ''
