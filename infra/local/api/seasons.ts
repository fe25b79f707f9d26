import type { SeasonJson } from '../../../lib/series/season-contract.ts'
import { mediaTypeOf } from '../../../lib/writers/index.ts'
import { folderStore } from '../disk/folder-store.ts'
import type { SeasonShown } from '../season/seasons-shown.ts'
import { attachment, resultPolicy, send, sendJson } from '../web/reply.ts'
import type { SeasonAnswer, SeasonsAnswer } from './contract.ts'
import { refusal } from './errors.ts'
import type { Asked, Operation } from './operation.ts'
import { Refused } from './refused.ts'

const hrefOf = (year: number): string => `/api/v1/seasons/${year}`

const seasonShown = ({ year, asOf, expected, reported, warnings }: SeasonShown) => ({
  ...{ year, asOf, expected, reported, warnings, href: hrefOf(year) },
})

export const listSeasons: Operation = {
  id: 'listSeasons',
  method: 'GET',
  at: '/api/v1/seasons',
  query: [],
  answer: ({ response, site }) => {
    const shown = site.board.seasons()
    const answer: SeasonsAnswer = {
      state: shown?.state ?? 'no-roster',
      seasons: (shown?.seasons ?? []).map(seasonShown),
      trouble: shown?.trouble ? { ...shown.trouble, lines: [...shown.trouble.lines] } : null,
    }
    sendJson(response, answer)
  },
}

const seasonAsked = ({ path, site }: Asked) => {
  const shown = site.board.seasons()?.seasons.find(({ year }) => String(year) === path['year'])
  if (!shown || site.season === undefined) throw new Refused(refusal('no-such-season'))
  return { shown, store: folderStore(site.season) }
}

/** Of a data set there are kinds that no report gives. */
const typeOf = (path: string): string =>
  mediaTypeOf(path) ??
  (path.endsWith('.parquet') ? 'application/vnd.apache.parquet' : 'application/octet-stream')

const linkTo = (year: number, path: string): string =>
  `${hrefOf(year)}/files/${path.split('/').map(encodeURIComponent).join('/')}`

export const getSeason: Operation = {
  id: 'getSeason',
  method: 'GET',
  at: '/api/v1/seasons/{year}',
  query: [],
  answer: async asked => {
    const { shown, store } = seasonAsked(asked)
    const stored = await store.get(`${shown.folder}/season.json`)
    if (!stored) throw new Refused(refusal('no-such-season'))
    const { files } = JSON.parse(new TextDecoder().decode(stored.bytes)) as SeasonJson
    const answer: SeasonAnswer = {
      ...seasonShown(shown),
      files: files.map(({ path, size, sha256 }) => ({
        ...{ path, mediaType: typeOf(path), size, sha256, href: linkTo(shown.year, path) },
      })),
    }
    sendJson(asked.response, answer)
  },
}

export const getSeasonFile: Operation = {
  id: 'getSeasonFile',
  method: 'GET',
  at: '/api/v1/seasons/{year}/files/{path}',
  query: [],
  answer: async asked => {
    const { shown, store } = seasonAsked(asked)
    const path = asked.path['path']!
    // The store refuses keys that lead elsewhere.
    const stored = await store.get(`${shown.folder}/${path}`).catch(() => null)
    if (!stored) throw new Refused(refusal('no-such-file'))
    const type = typeOf(path)
    const headers = type.startsWith('text/html') ? {} : attachment(path.slice(path.lastIndexOf('/') + 1))
    send(asked.response, { type, body: stored.bytes, policy: resultPolicy, headers })
  },
}
