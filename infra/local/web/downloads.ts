import { mediaTypeOf } from '../../../lib/writers/index.ts'
import { pathLink } from '../../../lib/writers/summary/index.ts'
import { decidedAt } from '../results/decided.ts'
import type { Entry } from '../results/listing.ts'
import { summarise } from '../results/summarise.ts'
import { type Filter, filterOf, matches } from './assets/filter.js'
import { attachment, safeHeaders, send, sendText } from './reply.ts'
import type { Route, Site } from './site.ts'
import { mostFiles, writeZip, type ZipFile } from './zip.ts'

const summaryName = '汇总.xlsx'

/** What the year and the rest of the filter add to a name, so that nobody takes a part for all. */
const partOf = ({ year, ...filter }: Filter): string => {
  const isPart = Object.values(filter).some(value => value !== null && value !== '')
  return `${year === null ? '' : ` ${year}`}${isPart ? '（部分）' : ''}`
}

/** The entries that an address asks for, and what its downloads are called. */
const asked = (url: URL, { board }: Site) => {
  const filter = filterOf(url.searchParams)
  const entries = board.entries().filter(entry => matches(entry, filter))
  return { entries, part: partOf(filter) }
}

const nameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

const addressOf = (key: string): string => `results/${key.split('/').map(encodeURIComponent).join('/')}`

const decidedIn = ({ atDesk }: Site) => (atDesk ? decidedAt(atDesk.desk) : undefined)

/** The summary of the results asked for; its links lead back to this service. */
export const summary: Route = async (request, response, url, site) => {
  const home = site.home ?? `http://${request.headers.host}/`
  const { entries, part } = asked(url, site)
  const body = await summarise(entries, site.outputs, key => home + addressOf(key), decidedIn(site))
  send(response, { type: mediaTypeOf(summaryName)!, body, headers: attachment(`汇总${part}.xlsx`) })
}

function* filesOf(site: Site, entries: readonly Entry[]): Iterable<ZipFile> {
  const { outputs } = site
  const get = async (key: string) => (await outputs.get(key).catch(() => null))?.bytes ?? null
  const inside = new Map<string, string>()
  for (const { key, result } of entries)
    for (const file of Object.values(result?.files ?? {})) inside.set(file, `${key}/${nameOf(file)}`)
  const times = entries.flatMap(({ result }) => (result ? [new Date(result.time)] : []))
  const latest = new Date(Math.max(0, ...times.map(Number)) || Date.now())
  const linkTo = (key: string) => pathLink(inside.get(key) ?? key)
  yield { name: summaryName, time: latest, bytes: () => summarise(entries, outputs, linkTo, decidedIn(site)) }
  for (const { result } of entries)
    for (const file of Object.values(result?.files ?? {}))
      yield { name: inside.get(file)!, time: new Date(result!.time), bytes: () => get(file) }
}

/** The results asked for and their summary in one archive; links inside lead to the files beside. */
export const everything: Route = async (_request, response, url, site) => {
  const { part, ...found } = asked(url, site)
  const entries = found.entries.filter(({ result }) => result)
  const count = entries.reduce((sum, { result }) => sum + Object.keys(result!.files).length, 1)
  if (count > mostFiles)
    return sendText(response, 413, '结果太多，请直接打开结果文件夹 (too many: open the outbox folder)')
  response.writeHead(200, {
    ...safeHeaders('application/zip'),
    ...attachment(part === '' ? '全部结果.zip' : `结果${part}.zip`),
  })
  await writeZip(filesOf(site, entries), response)
  response.end()
}
