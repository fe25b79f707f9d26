import { bothHtml, escapeHtml } from './html.ts'

/** English and what only maintainers need is shown where this is ticked: the style sheet sees to it, without a script. */
export const switchHtml =
  '<input type="checkbox" id="english"><label for="english">英文和技术信息 · English</label>'

/** Where whoever serves the page may put the way back to where it came from. A page that lies on a disk has none. */
export const backPlace = '<nav class="back"></nav>'

/** A way back, or on, from a page that is served. */
export interface Way {
  readonly href: string
  readonly zh: string
  readonly en: string
}

/** The page with its ways back; as it is where it was written before there was a place for them. */
export const withWaysBack = (page: string, ways: readonly Way[]): string => {
  const links = ways.map(({ href, zh, en }) => `<a href="${escapeHtml(href)}">${bothHtml(zh, en)}</a>`)
  return page.replace(backPlace, () => `<nav class="back" aria-label="返回">${links.join('　')}</nav>`)
}
