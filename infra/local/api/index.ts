import { printable } from '../terminal/width.ts'
import type { Interface } from '../web/site.ts'
import { getHealth, getMetrics, getOpenApi, getVersion, listChecks } from './about.ts'
import { refusal, sendRefusal } from './errors.ts'
import type { Metrics } from './metrics.ts'
import { type Operation, valuesAt } from './operation.ts'
import { onlyThese } from './parameters.ts'
import { Refused } from './refused.ts'
import { getOutput, getReport, listReports } from './reports.ts'
import { getSeason, getSeasonFile, listSeasons } from './seasons.ts'
import { restOf, submitReport } from './submit.ts'

/** Everything that can be asked of the interface. What each takes and answers stands in `contract.ts`. */
export const operations: readonly Operation[] = [
  submitReport,
  listReports,
  getReport,
  getOutput,
  listSeasons,
  getSeason,
  getSeasonFile,
  listChecks,
  getHealth,
  getVersion,
  getMetrics,
  getOpenApi,
]

/** Asked without a token too. */
const open: ReadonlySet<string> = new Set([getHealth.at])

const owned: ReadonlySet<string> = new Set([getMetrics.at, getOpenApi.at])

/** The operation that a request asks for, with the values in its address. Throws Refused. */
const operationOf = (asked: string, path: string) => {
  const method = asked === 'HEAD' ? 'GET' : asked
  const here = operations.flatMap(operation => {
    const values = valuesAt(operation.at, path)
    return values ? [{ operation, values }] : []
  })
  const found = here.find(({ operation }) => operation.method === method)
  if (found) return found
  if (here.length === 0) throw new Refused(refusal('no-such-address'))
  const allow = here.flatMap(({ operation }) => (operation.method === 'GET' ? ['GET', 'HEAD'] : ['POST']))
  throw new Refused(refusal('method-not-allowed', asked, { allow: allow.join(', ') }))
}

/** The interface for programs, on the server of the page. */
export const openInterface = (metrics: Metrics, stopping: AbortSignal): Interface => ({
  owns: path => path === '/api/v1' || path.startsWith('/api/v1/') || owned.has(path),
  isOpen: path => open.has(path),
  refuse: (response, code) =>
    sendRefusal(response, refusal(code, '', code === 'token-needed' ? { 'www-authenticate': 'Bearer' } : {})),
  answer: async (request, response, url, site) => {
    let name = 'none'
    response.once('finish', () => metrics.answered(name, response.statusCode))
    try {
      const { operation, values: path } = operationOf(request.method ?? '', url.pathname)
      name = operation.id
      onlyThese(url.searchParams, operation.query, operation.several)
      const query = url.searchParams
      await operation.answer({ request, response, query, path, site, stopping, metrics })
    } catch (error) {
      if (!(error instanceof Refused)) console.error(printable(String((error as Error)?.stack ?? error)))
      if (response.headersSent) return void response.destroy()
      if (!request.complete) await restOf(request)
      // What is left of a body that was not read to its end must not be taken for the next request.
      if (!request.complete) response.setHeader('connection', 'close')
      sendRefusal(response, error instanceof Refused ? error.refusal : refusal('fault'))
    }
  },
})
