import { attachment, send, sendJson, sendText } from '../reply.ts'
import type { Route, Site } from '../site.ts'
import { quotesOf, reportView } from './view.ts'

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
  const quotes = key === null ? [] : await quotesOf(key, site)
  const found = key === null ? null : await site.originals?.pages(key, quotes)
  if (!found) return sendText(response, 404, missing)
  if ('problem' in found) return sendJson(response, found, 422)
  const pages = found.pages.map(({ hidden, ...page }) => ({ ...page, hidden: hidden.length > 0 }))
  const places = quotes.map((quote, at) => [quote, found.quotes[at] ?? []])
  sendJson(response, { sha256: found.sha256, pages, quotes: Object.fromEntries(places) })
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
  const drawn = await site.originals?.page(key, { page: Number(page), scale: Number(scale), sha256: sha256! })
  if (!drawn) return sendText(response, 404, missing)
  if (!('png' in drawn)) return sendJson(response, drawn, 422)
  send(response, { type: 'image/png', body: drawn.png })
}
