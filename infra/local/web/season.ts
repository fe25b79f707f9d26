import { folderStore } from '../disk/folder-store.ts'
import { readCurrent } from '../season/current.ts'
import { workbookName } from '../season/seasons-shown.ts'
import { attachment, resultPolicy, send, sendJson, sendText } from './reply.ts'
import type { Route } from './site.ts'

/** Kinds of files of a season; those that are shown and not saved come first. */
const shown: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
}
const saved: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** All that is known of seasons. */
export const seasons: Route = (_request, response, _url, { board }) => sendJson(response, board.seasons())

const partsOf = (path: string): readonly string[] | null => {
  try {
    return path.split('/').slice(2).map(decodeURIComponent)
  } catch {
    return null
  }
}

const missing = '没有这个年报季文件，请从首页重新打开 (no such file of a season: open it from the first page)'

/** `/season/2024/units/….html`: a file of the season that stands for the year. The store refuses keys that lead elsewhere. */
export const seasonFile: Route = async (_request, response, url, { season }) => {
  const parts = partsOf(url.pathname)
  const [year = '', ...inside] = parts ?? []
  const current = season === undefined ? null : await readCurrent(season).catch(() => null)
  const folder = current && Object.hasOwn(current.seasons, year) ? current.seasons[year] : undefined
  if (season === undefined || folder === undefined || inside.some(part => part.includes('/')))
    return sendText(response, 404, missing)
  // Links of a page lead on from its folder.
  if (inside.length === 0) {
    response.writeHead(302, { location: `/season/${year}/`, 'cache-control': 'no-store' }).end()
    return
  }
  const key = inside.join('/') || 'index.html'
  const name = key.slice(key.lastIndexOf('/') + 1)
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const type = shown[ending] ?? saved[ending]
  const stored = type
    ? await folderStore(season)
        .get(`${folder}/${key}`)
        .catch(() => null)
    : null
  if (!type || !stored) return sendText(response, 404, missing)
  send(response, {
    type,
    body: stored.bytes,
    policy: resultPolicy,
    headers: shown[ending] ? {} : attachment(name === workbookName ? `年报季 ${year}.xlsx` : name),
  })
}
