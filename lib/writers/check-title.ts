import { checks } from '../checks/index.ts'
import type { Message } from '../model/message.ts'

/** The title of each check by its id. */
export const checkTitles: ReadonlyMap<string, Message> = new Map(checks.map(({ id, title }) => [id, title]))

/** The Chinese title of a check; empty for ids that are not in the catalogue. */
export const checkTitle = (id: string): string => checkTitles.get(id)?.zh ?? ''
