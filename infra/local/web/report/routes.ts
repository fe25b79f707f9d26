import { readReportJson } from '../../results/read-report-json.ts'
import { attachment, send, sendJson, sendText } from '../reply.ts'
import type { Route, Site } from '../site.ts'
import { cropsBeside } from './confirm.ts'
import { readOf } from './forms.ts'
import { nothingTold, toldOf } from './told.ts'
import { reportView } from './view.ts'

/** The page of one report, beside its original. */

const missing = '没有这份文件，可能已被移走，请返回列表 (no such file: it may be gone, go back to the list)'

/** The key of a request, if it is that of a file in the list: nothing else is looked for on the disk. */
const keyOf = (url: URL, { board }: Site): string | null => {
  const key = url.searchParams.get('key')
  return key !== null && board.get(key) ? key : null
}

export const report: Route = async (_request, response, url, site) => {
  const entry = site.board.get(url.searchParams.get('key') ?? '')
  if (!entry) return sendText(response, 404, missing)
  sendJson(response, await reportView(entry, site))
}

/** The file itself, to be saved. */
export const original: Route = async (_request, response, url, site) => {
  const key = keyOf(url, site)
  const file = key === null ? null : await site.originals?.file(key)
  if (!file) return sendText(response, 404, missing)
  send(response, { type: 'application/octet-stream', body: file.bytes, headers: attachment(file.name) })
}

/** Which pages it has, none for a format without pages, and where on them the words stand that findings quote. */
export const originalPages: Route = async (_request, response, url, site) => {
  const key = keyOf(url, site)
  const told = key === null ? nothingTold : await toldOf(key, site)
  const { quotes } = told
  const found = key === null ? null : await site.originals?.pages(key, told)
  if (!found) return sendText(response, 404, missing)
  if ('problem' in found) return sendJson(response, found, 422)
  const pages = found.pages.map(({ hidden, ...page }) => ({ ...page, hidden: hidden.length > 0 }))
  const places = quotes.map((quote, at) => [quote, found.quotes[at] ?? []])
  sendJson(response, {
    ...{ sha256: found.sha256, pages, quotes: Object.fromEntries(places) },
    scan: found.scan ?? false,
  })
}

/** Pixels to a point: sharp on screens of one and two pixels for one, and enlarged. */
const scales: ReadonlySet<string> = new Set(['1', '2', '3'])

/** One of them as a picture. */
export const originalPage: Route = async (_request, response, url, site) => {
  const key = keyOf(url, site)
  const [page, scale, sha256] = ['page', 'scale', 'sha256'].map(name => url.searchParams.get(name) ?? '')
  if (key === null) return sendText(response, 404, missing)
  if (!/^[1-9]\d{0,3}$/u.test(page!) || !scales.has(scale!))
    return sendText(response, 400, '没有这一页 (no such page)')
  const { personal } = await toldOf(key, site)
  const wanted = { page: Number(page), scale: Number(scale), sha256: sha256!, personal }
  const drawn = await site.originals?.page(key, wanted)
  if (!drawn) return sendText(response, 404, missing)
  if (!('png' in drawn)) return sendJson(response, drawn, 422)
  send(response, { type: 'image/png', body: drawn.png })
}

/** The cell of a figure of a scan as it is on the paper. */
export const originalCrop: Route = async (_request, response, url, site) => {
  const key = keyOf(url, site)
  const [cell, sha256] = ['cell', 'sha256'].map(name => url.searchParams.get(name) ?? '')
  const json =
    key === null ? null : await readReportJson(site.board.get(key)?.result?.files.json, site.outputs)
  const beside = json && cropsBeside(readOf(json), cell!)
  const drawn = beside && (await site.originals?.places(key!, sha256!, beside.places))
  if (!drawn) return sendText(response, 404, missing)
  const crop = drawn[beside.at]!
  if (!('png' in crop)) return sendJson(response, { without: crop.without }, 422)
  send(response, { type: 'image/png', body: crop.png })
}
