import { mediaTypeOf } from '../../../lib/writers/index.ts'
import { pathLink } from '../../../lib/writers/summary/index.ts'
import type { Entry } from '../results/listing.ts'
import { summarise } from '../results/summarise.ts'
import { attachment, safeHeaders, send, sendText } from './reply.ts'
import type { Route, Site } from './site.ts'
import { mostFiles, writeZip, type ZipFile } from './zip.ts'

const summaryName = '汇总.xlsx'

const nameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

const addressOf = (key: string): string => `results/${key.split('/').map(encodeURIComponent).join('/')}`

/** The summary of all current results; its links lead back to this service. */
export const summary: Route = async (request, response, _url, { board, outputs }) => {
  const home = `http://${request.headers.host}/`
  const body = await summarise(board.entries(), outputs, key => home + addressOf(key))
  send(response, { type: mediaTypeOf(summaryName)!, body, headers: attachment(summaryName) })
}

function* filesOf({ outputs }: Site, entries: readonly Entry[]): Iterable<ZipFile> {
  const get = async (key: string) => (await outputs.get(key).catch(() => null))?.bytes ?? null
  const inside = new Map<string, string>()
  for (const { key, result } of entries)
    for (const file of Object.values(result?.files ?? {})) inside.set(file, `${key}/${nameOf(file)}`)
  const times = entries.flatMap(({ result }) => (result ? [new Date(result.time)] : []))
  const latest = new Date(Math.max(0, ...times.map(Number)) || Date.now())
  const linkTo = (key: string) => pathLink(inside.get(key) ?? key)
  yield { name: summaryName, time: latest, bytes: () => summarise(entries, outputs, linkTo) }
  for (const { result } of entries)
    for (const file of Object.values(result?.files ?? {}))
      yield { name: inside.get(file)!, time: new Date(result!.time), bytes: () => get(file) }
}

/** All current results and their summary in one archive; links inside lead to the files beside. */
export const everything: Route = async (_request, response, _url, site) => {
  const entries = site.board.entries().filter(({ result }) => result)
  const count = entries.reduce((sum, { result }) => sum + Object.keys(result!.files).length, 1)
  if (count > mostFiles)
    return sendText(response, 413, '结果太多，请直接打开结果文件夹 (too many: open the outbox folder)')
  response.writeHead(200, { ...safeHeaders('application/zip'), ...attachment('全部结果.zip') })
  await writeZip(filesOf(site, entries), response)
  response.end()
}
