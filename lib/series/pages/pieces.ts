import type { Verdict } from '../../checks/check.ts'
import { bothHtml, escapeHtml } from '../../writers/page/html.ts'
import { verdictWords } from '../../writers/words.ts'
import type { Links } from './links.ts'

/** Small pieces of markup that several parts of the pages are made of. */

/** A text of somebody else's, which must not turn the words around it. */
export const nameHtml = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`

export const linkHtml = (href: string | null, html: string): string =>
  href === null ? html : `<a href="${escapeHtml(href)}">${html}</a>`

export interface Head {
  readonly zh: string
  readonly en?: string
  /** Numbers stand at the right. */
  readonly numbers?: true
}

/** A list of rows that scrolls in a box of its own where it is wider than the page. */
export const rowsHtml = (label: string, heads: readonly Head[], rows: readonly string[]): string =>
  `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="rows"><thead><tr>${heads
    .map(
      ({ zh, en, numbers }) =>
        `<th scope="col"${numbers ? ' class="n"' : ''}>${en === undefined ? escapeHtml(zh) : bothHtml(zh, en)}</th>`,
    )
    .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`

export const cellHtml = (html: string, kind = ''): string =>
  kind === '' ? `<td>${html}</td>` : `<td class="${kind}">${html}</td>`

/** A count that is worth looking at only where there is one. */
export const countHtml = (count: number): string => cellHtml(count === 0 ? '' : String(count), 'n')

export const isVerdict = (verdict: string): verdict is Verdict => Object.hasOwn(verdictWords, verdict)

export const verdictHtml = (verdict: string): string =>
  isVerdict(verdict)
    ? `<span class="state ${verdict}">${verdictWords[verdict].zh}</span>`
    : escapeHtml(verdict)

/** What is listed, and where all of it is when a page holds the first of many only. */
export interface Cut<Item> {
  readonly shown: readonly Item[]
  readonly note: string
}

export const cut = <Item>(
  items: readonly Item[],
  limit: number,
  links: Links,
  files: readonly string[],
): Cut<Item> => {
  if (items.length <= limit) return { shown: items, note: '' }
  const all = files.map(file => `<a href="${escapeHtml(links.file(file))}">${escapeHtml(file)}</a>`)
  return {
    shown: items.slice(0, limit),
    note: `<p class="soft">这里只列前 ${limit} 项，另有 ${items.length - limit} 项没有列出；全部在 ${all.join('、')}。</p>`,
  }
}
