import { pageName } from './page-name.ts'

/** Where the pages of a season and the files beside them are, from one of them. */
export interface Links {
  /** A unit's page, or a place on it; null where it has none. */
  readonly unit: (unit: string, place?: string) => string | null
  readonly index: (place: string) => string
  /** A file of the season, by its path below the season's folder. */
  readonly file: (path: string) => string
  /** A review page as `resultOf` gives it. */
  readonly result: (href: string) => string | null
}

export const indexPath = 'index.html'

export const unitPath = (unit: string): string => `units/${pageName(unit)}.html`

const encoded = (path: string): string =>
  path
    .split('/')
    .map(part => encodeURIComponent(part.toWellFormed()))
    .join('/')

const fragment = (place: string | undefined): string =>
  place === undefined ? '' : `#${encodeURIComponent(place.toWellFormed())}`

const hasScheme = /^\s*[a-z][a-z\d+.-]*:|^[/\\]{2}/iu

/** Links of a page so many folders below that of the season, to units that have a page. */
export const linksFrom = (depth: 0 | 1, hasPage: (unit: string) => boolean): Links => {
  const up = depth === 0 ? './' : '../'
  return {
    unit: (unit, place) =>
      hasPage(unit)
        ? (depth === 0 ? `./${encoded(unitPath(unit))}` : `./${encoded(`${pageName(unit)}.html`)}`) +
          fragment(place)
        : null,
    index: place => `${up}${indexPath}${fragment(place)}`,
    file: path => up + encoded(path),
    result: href => {
      if (href === '') return null
      if (!hasScheme.test(href)) return href.startsWith('/') ? href : up + href.replace(/^\.\//u, '')
      return /^(?:https?|file):\/\//iu.test(href) ? href : null
    },
  }
}
