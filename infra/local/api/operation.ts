import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Site } from '../web/site.ts'
import type { Metrics } from './metrics.ts'

/** A request that fits an operation. */
export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly query: URLSearchParams
  /** What stands in the address at the places in braces, decoded. */
  readonly path: Readonly<Record<string, string>>
  readonly site: Site
  /** Aborted when the service stops. */
  readonly stopping: AbortSignal
  readonly metrics: Pick<Metrics, 'text'>
}

/** One thing that can be asked of the interface. */
export interface Operation {
  /** Permanent: generated clients call their functions so. */
  readonly id: string
  readonly method: 'GET' | 'POST'
  /** `{name}` is one part of the path; at its end, `{path}` is all that is left. */
  readonly at: string
  /** Names of the parameters behind the question mark. */
  readonly query: readonly string[]
  /** Those of them that may be given several times. */
  readonly several?: readonly string[]
  /** Throws Refused. */
  readonly answer: (asked: Asked) => Promise<void> | void
}

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** The values at the places in braces; null where the path is another one. */
export const valuesAt = (at: string, path: string): Readonly<Record<string, string>> | null => {
  const wanted = at.split('/')
  const parts = path.split('/')
  const isOpen = wanted.at(-1) === '{path}'
  if (isOpen ? parts.length < wanted.length : parts.length !== wanted.length) return null
  const values: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const isRest = isOpen && index === wanted.length - 1
    const part = isRest ? parts.slice(index).join('/') : parts[index]!
    if (!want.startsWith('{')) {
      if (want !== part) return null
      continue
    }
    const value = decoded(part)
    if (value === null || value === '') return null
    values[want.slice(1, -1)] = value
  }
  return values
}
