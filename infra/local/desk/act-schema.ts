import * as z from 'zod'
import type { Act } from './acts.ts'

/** What a line of the journal must hold to be folded: whatever else stands there was written by no program of ours. */

const text = z.string().min(1)
const signed = { id: text, at: text, by: text }
const version = z.string().optional()
const pair = { ...signed, key: text, of: text, version, ofVersion: version }

const act = z.discriminatedUnion('kind', [
  z.object({ ...signed, kind: z.literal('excluded'), key: text, reason: text, version }),
  z.object({ ...signed, kind: z.literal('included'), key: text }),
  z.object({ ...signed, kind: z.literal('removed'), key: text, bin: z.string().optional() }),
  z.object({ ...signed, kind: z.literal('restored'), key: text }),
  z.object({ ...signed, kind: z.literal('placed'), key: text, unit: text.nullable(), version }),
  z.object({ ...pair, kind: z.literal('replaces') }),
  z.object({ ...pair, kind: z.literal('separate') }),
  z.object({ ...pair, kind: z.literal('unsaid') }),
  z.object({
    ...{ ...signed, kind: z.literal('decided'), finding: text, sha256: text.nullable() },
    decision: z.enum(['accepted', 'rejected', 'explained']).nullable(),
    reason: z.string(),
  }),
  z.object({
    ...{ ...signed, kind: z.literal('entered'), sha256: text, cell: text },
    value: z.union([z.number(), z.null(), z.literal('undone')]),
    reason: z.string(),
  }),
])

/** The act of a line; null where it is none. */
export const actOfLine = (line: string): Act | null => {
  try {
    const read = act.safeParse(JSON.parse(line))
    return read.success ? (read.data as Act) : null
  } catch {
    return null
  }
}
