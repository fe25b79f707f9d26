import { dayInChina } from '../../../lib/series/newest.ts'
import { rosterState } from '../results/roster-state.ts'
import { sendJson } from './reply.ts'
import type { Route } from './site.ts'

const noRoster = { roster: null, path: null, problems: [] }

/** `GET /api/roster?year=`: who has reported for a year and who has not. */
export const roster: Route = (_request, response, url, { board, atDesk }) => {
  const asked = /^\d{4}$/u.exec(url.searchParams.get('year') ?? '')?.[0]
  const now = atDesk?.roster() ?? noRoster
  const year = asked === undefined ? null : Number(asked)
  const today = dayInChina(new Date().toISOString())!
  sendJson(response, rosterState(now, board.entries(), board.filedAs, year, today))
}
