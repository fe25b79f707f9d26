import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { checks } from '../../../lib/checks/index.ts'
import { outputs as kinds, mediaTypeOf } from '../../../lib/writers/index.ts'
import { acts, undo } from './acts.ts'
import { everything, summary } from './downloads.ts'
import { events, stream } from './events.ts'
import { ownHeader } from './guard.ts'
import { keepNoticeTemplate, noticeDocx, noticesZip, noticeTemplate, noticeText } from './notices.ts'
import { receive } from './receive.ts'
import { assetTypes, attachment, resultPolicy, send, sendJson, sendModule, sendText } from './reply.ts'
import { original, originalCrop, originalPage, originalPages, report } from './report/routes.ts'
import { withWayBack } from './report/way-back.ts'
import { roster } from './roster.ts'
import { seasonFile, seasons } from './season.ts'
import type { Route } from './site.ts'

/** Of the page beside the original, which lie in a folder of their own. */
const reportAssets = [
  'report',
  'bring',
  'confirm',
  'earlier',
  'enter',
  'findings',
  'head',
  'keys',
  'original',
  'pages',
]
  .concat(['name', 'number', 'printed', 'said', 'sheets', 'split', 'state', 'switch', 'tables', 'words'])
  .map(name => `report/${name}.js`)
  .concat(['report', 'original', 'figures', 'confirm'].map(name => `report/${name}.css`))

/** Files of the pages, each under its own name. */
const assetNames = [
  'index.html',
  'style.css',
  'desk.css',
  'panels.css',
  'overlays.css',
  'acts.js',
  'actions.js',
  'app.js',
  'ask.js',
  'detail.js',
  'dom.js',
  'events.js',
  'filter.js',
  'list.js',
  'menu.js',
  'notices.js',
  'order.js',
  'progress.js',
  'results.js',
  'roster-data.js',
  'roster-map.js',
  'roster.js',
  'rows.js',
  'season.js',
  'send.js',
  'settings.js',
  'sift.js',
  'store.js',
  'tabs.js',
  'toast.js',
  'toolbar.js',
  'units.js',
  'window.js',
  'wording.js',
  'words.js',
  ...reportAssets,
]

const assets = new Map([
  ['/report', 'report/index.html'],
  ...assetNames.map(name => [`/${name}`, name] as const),
])

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

const asset: Route = async (_request, response, url) => {
  const name = assets.get(url.pathname)!
  const body = await readFile(new URL(`./assets/${name}`, import.meta.url))
  send(response, { type: assetTypes[extensionOf(name)]!, body })
}

/** Modules are asked for at once, not one after another as they import each other. */
const atOnce = assetNames
  .filter(name => name.endsWith('.js') && !name.startsWith('report/'))
  .map(name => `<link rel="modulepreload" href="/${name}" />`)
  .join('')

const front: Route = async (_request, response, _url, { isShared }) => {
  const file = await readFile(new URL('./assets/index.html', import.meta.url), 'utf8')
  const page = isShared ? file.replace('data-word="footer"', 'data-word="footerShared"') : file
  send(response, { type: assetTypes['html']!, body: page.replace('</head>', `${atOnce}</head>`) })
}

/** What the page has to know of the outputs to link to them. */
const links: Route = (_request, response) =>
  sendModule(
    response,
    'outputs',
    kinds.map(({ role, word, shown }) => ({ role, word, shown })),
  )

/** What checks are called. */
const checkTitles: Route = (_request, response) =>
  sendModule(response, 'titles', Object.fromEntries(checks.map(({ id, title }) => [id, title])))

const reports: Route = (_request, response, _url, { board }) => sendJson(response, board.entries())

const keyOfPath = (path: string): string | null => {
  try {
    return path.split('/').map(decodeURIComponent).join('/')
  } catch {
    return null
  }
}

/** The same by the way that the pages of a season have to it on the disk: the folder's own name. */
const beside: Route = (request, response, url, site) => {
  const folder = keyOfPath(url.pathname.slice(1).split('/', 1)[0] ?? '')
  if (folder === null || folder !== basename(dirname(site.events)))
    return sendText(response, 404, 'not found')
  const there = new URL(url)
  there.pathname = `/results/${url.pathname.slice(1).split('/').slice(1).join('/')}`
  return result(request, response, there, site)
}

/** A file of the outbox, if it is of a kind that outputs are. The store refuses keys that lead elsewhere. */
const result: Route = async (_request, response, url, { outputs, board }) => {
  const key = keyOfPath(url.pathname.slice('/results/'.length)) ?? ''
  const name = key.slice(key.lastIndexOf('/') + 1)
  const type = mediaTypeOf(name)
  const stored = type ? await outputs.get(key).catch(() => null) : null
  if (!type || !stored) return sendText(response, 404, '没有这份结果 (no such result)')
  const isShown = kinds.some(({ shown, ending }) => shown && extensionOf(name) === ending)
  const headers = isShown ? {} : attachment(name)
  const body = extensionOf(name) === 'html' ? withWayBack(stored.bytes, key, board) : stored.bytes
  send(response, { type, body, policy: resultPolicy, headers })
}

const statusOf = {
  stored: 201,
  roster: 200,
  known: 200,
  'too-large': 413,
  'no-name': 400,
  'left-alone': 400,
  'no-room': 507,
} as const

const upload: Route = async (request, response, url, { inbox, arrived, atDesk }) => {
  if (request.headers[ownHeader] === undefined) return sendText(response, 403, 'forbidden')
  const announced = Number(request.headers['content-length'] ?? 0)
  const received = await receive(
    request,
    url.searchParams.get('name') ?? '',
    inbox,
    announced,
    atDesk?.takeRoster,
  )
  if (received.kind === 'stored') await arrived?.(received.key)
  // What is left of a body that was not read to its end must not be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close')
  sendJson(response, received, statusOf[received.kind])
}

const posts = new Map<string, Route>([
  ['/api/acts', acts],
  ['/api/undo', undo],
  ['/api/upload', upload],
  ['/api/notice-template', keepNoticeTemplate],
])

const pages = new Map<string, Route>([
  ['/', front],
  ['/outputs.js', links],
  ['/checks.js', checkTitles],
  ['/api/reports', reports],
  ['/api/report', report],
  ['/original', original],
  ['/original/pages', originalPages],
  ['/original/page', originalPage],
  ['/original/crop', originalCrop],
  ['/api/roster', roster],
  ['/api/notice-template', noticeTemplate],
  ['/notices/text', noticeText],
  ['/notices/docx', noticeDocx],
  ['/notices.zip', noticesZip],
  ['/api/seasons', seasons],
  ['/api/events', events],
  ['/api/stream', stream],
  ['/summary.xlsx', summary],
  ['/everything.zip', everything],
])

const below: readonly (readonly [string, Route])[] = [
  ['/results/', result],
  ['/season/', seasonFile],
]

/** The route of a request, or null. */
export const routeOf = (method: string, path: string): Route | null => {
  if (method === 'POST') return posts.get(path) ?? null
  // Of an answer to HEAD the server sends no body.
  if (method !== 'GET' && method !== 'HEAD') return null
  if (assets.has(path)) return asset
  return (
    pages.get(path) ??
    below.find(([start]) => path.startsWith(start))?.[1] ??
    (path.split('/').length > 3 ? beside : null)
  )
}
