import { madeBy } from '../../model/own-outputs.ts'
import { bothHtml, escapeHtml } from '../../writers/page/html.ts'
import type { SeasonJson } from '../season-contract.ts'
import { seasonStyle, seasonStyleHash } from './style.ts'

const policy = `default-src 'none'; style-src '${seasonStyleHash}'; base-uri 'none'; form-action 'none'`

/** A part of a page: its anchor, its title in both languages, its markup; left out where that is empty. */
export type Part = readonly [id: string, zh: string, en: string, html: string]

const present = ([, , , html]: Part): boolean => html !== ''

const partHtml = ([id, zh, en, html]: Part): string =>
  `<section id="${id}"><h2>${bothHtml(zh, en)}</h2>${html}</section>`

const navHtml = (parts: readonly Part[]): string =>
  `<nav aria-label="目录"><ul>${parts
    .map(([id, zh, en]) => `<li><a href="#${id}">${bothHtml(zh, en)}</a></li>`)
    .join('')}</ul></nav>`

/**
 * A page in one file without script or network: its own security policy lets in nothing but its style sheet. It says at
 * its foot that it is ours, so that it is known and refused where somebody hands it in as a report.
 */
export const pageHtml = (
  { converter }: Pick<SeasonJson, 'converter'>,
  title: string,
  head: string,
  parts: readonly Part[],
  tail = '',
): string => {
  const shown = parts.filter(present)
  const foot = madeBy(converter.name, converter.version)
  return (
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">` +
    `<title>${escapeHtml(title)}</title><style>${seasonStyle}</style></head>` +
    `<body><a class="skip" href="#main">跳到正文</a><header>${head}${navHtml(shown)}</header>` +
    `<main id="main">${shown.map(partHtml).join('\n')}${tail}</main>` +
    `<footer>${bothHtml(foot.zh, foot.en)}</footer></body></html>\n`
  )
}
