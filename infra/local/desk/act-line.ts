import { actV1 } from '../../../events/act/v1.ts'
import type { Act } from './acts.ts'

/** The act of a line; null where it is none: what else stands there was written by no program of ours. */
export const actOfLine = (line: string): Act | null => {
  try {
    const read = actV1.safeParse(JSON.parse(line))
    if (!read.success) return null
    const { schema: _schema, ...act } = read.data
    return act as Act
  } catch {
    return null
  }
}

/** The line of an act. */
export const lineOfAct = (act: Act): string => JSON.stringify({ schema: 'gongkai.act/1', ...act })
