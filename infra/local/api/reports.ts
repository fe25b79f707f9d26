import { checks } from '../../../lib/checks/index.ts'
import { retiredIds } from '../../../lib/checks/retired.ts'
import { outputs } from '../../../lib/writers/index.ts'
import type { Entry } from '../results/entry.ts'
import { filterOf, matches } from '../web/assets/filter.js'
import { attachment, resultPolicy, send, sendJson } from '../web/reply.ts'
import type { ReportsShown } from './contract.ts'
import { whenEnded } from './ended.ts'
import { refusal } from './errors.ts'
import type { Asked, Operation } from './operation.ts'
import { matching, oneOf, wholeNumberOf, wrong } from './parameters.ts'
import { Refused } from './refused.ts'
import { entryOf } from './report-id.ts'
import { reportShown } from './shown.ts'
import { kinds, mostListed, mostWaitSeconds, standingsAsked, usuallyListed } from './words.ts'

/** Aborted when the service stops, or whoever asked has gone. */
export const untilGone = ({ response, stopping }: Asked): AbortSignal => {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return AbortSignal.any([stopping, gone.signal])
}

export const waitOf = (query: URLSearchParams): number =>
  wholeNumberOf(query, 'wait', { least: 0, most: mostWaitSeconds, usual: 0 }) * 1000

const noReport = (): Refused => new Refused(refusal('no-such-report'))

const entryAsked = ({ path, site }: Asked): Entry => {
  const entry = entryOf(path['id'] ?? '', site.board)
  if (!entry) throw noReport()
  return entry
}

/** Also those of older programs. */
const checkIds: ReadonlySet<string> = new Set([...checks.map(({ id }) => id), ...retiredIds])

/**
 * `matches` is the page's own: what is asked there by `state` is `standing` here, where a file has a state too. The page hides
 * what was replaced where nobody asks for it; here nothing is hidden.
 */
const filterAsked = (query: URLSearchParams) => {
  const standing = oneOf(query, 'standing', standingsAsked) ?? 'all'
  matching(query, 'year', /^\d{4}$/u)
  oneOf(query, 'kind', kinds)
  const check = query.get('check')
  if (check !== null && !checkIds.has(check))
    throw wrong(
      'check 不是一条规则的代号，见 /api/v1/checks',
      'check is no id of a check; see /api/v1/checks',
    )
  const given = new URLSearchParams(query)
  if (standing !== 'current') given.set('state', standing)
  return filterOf(given)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const cursorOf = (key: string): string => Buffer.from(key).toString('base64url')

/** Files of an archive that was handed in stand under its key. */
const insideOf = (archive: Entry | null) => (key: string) =>
  archive === null || key.startsWith(`${archive.key}!/`)

const archiveAsked = (id: string | null, { site }: Asked): Entry | null => {
  const archive = id === null ? null : entryOf(id, site.board)
  if (archive === undefined) throw noReport()
  return archive
}

export const listReports: Operation = {
  id: 'listReports',
  method: 'GET',
  at: '/api/v1/reports',
  query: ['year', 'kind', 'check', 'unit', 'text', 'standing', 'key', 'archive', 'limit', 'after'],
  several: ['key'],
  answer: asked => {
    const { query, response, site } = asked
    const filter = filterAsked(query)
    const limit = wholeNumberOf(query, 'limit', { least: 1, most: mostListed, usual: usuallyListed })
    const after = matching(query, 'after', /^[\w-]+$/u)
    const behind = after === null ? '' : Buffer.from(after, 'base64url').toString()
    const isInside = insideOf(archiveAsked(query.get('archive'), asked))
    const found = site.board.entries().filter(entry => isInside(entry.key) && matches(entry, filter))
    const left = found
      .filter(({ key }) => compareText(key, behind) > 0)
      .toSorted((a, b) => compareText(a.key, b.key))
    const page = left.slice(0, limit)
    const next = left.length > page.length ? cursorOf(page.at(-1)!.key) : null
    const answer: ReportsShown = { total: found.length, reports: page.map(reportShown), next }
    sendJson(response, answer)
  },
}

export const getReport: Operation = {
  id: 'getReport',
  method: 'GET',
  at: '/api/v1/reports/{id}',
  query: ['wait'],
  answer: async asked => {
    const ms = waitOf(asked.query)
    const { key } = entryAsked(asked)
    const entry = await whenEnded(key, asked.site.board, { ms, signal: untilGone(asked) })
    if (!entry) throw noReport()
    sendJson(asked.response, reportShown(entry))
  },
}

export const getOutput: Operation = {
  id: 'getOutput',
  method: 'GET',
  at: '/api/v1/reports/{id}/outputs/{format}',
  query: [],
  answer: async asked => {
    const { path, response, site } = asked
    const { result } = entryAsked(asked)
    const output = outputs.find(({ ending }) => ending === path['format'])
    const key = output && result?.files[output.role]
    const stored = key === undefined ? null : await site.outputs.get(key)
    if (!output || key === undefined || !stored) throw new Refused(refusal('no-such-output'))
    const name = key.slice(key.lastIndexOf('/') + 1)
    const headers = output.shown ? {} : attachment(name)
    send(response, { type: output.mediaType, body: stored.bytes, policy: resultPolicy, headers })
  },
}
