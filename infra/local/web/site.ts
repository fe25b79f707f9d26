import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Store } from '../../../lib/submission/ports.ts'
import type { AtDesk } from '../desk/at-desk.ts'
import type { Board } from '../results/board.ts'
import type { Originals } from './report/originals.ts'

/** What the pages are made of. */
export interface Site {
  readonly board: Board
  readonly outputs: Store
  readonly inbox: string
  /** Left out: originals are not shown. */
  readonly originals?: Originals
  /** Folder of seasons; left out: there are none. */
  readonly season?: string
  /** Path of the events file. */
  readonly events: string
  /** Told of each file that was put into the inbox whole. */
  readonly arrived?: (key: string) => Promise<void>
  /** Left out: nobody can say anything. */
  readonly atDesk?: AtDesk
  /** Whether no result can be written now. */
  readonly held?: () => boolean
  /** Whether whoever has the token can open the pages. */
  readonly isShared?: boolean
  /** Where a proxy has the first page; left out: where the request came to. */
  readonly home?: string
  /** Left out: there are the pages alone. */
  readonly api?: Interface
}

/** The interface for programs: what is asked under its addresses it answers in its own way. */
export interface Interface {
  readonly owns: (path: string) => boolean
  /** Whether it is answered to whoever has no token. */
  readonly isOpen: (path: string) => boolean
  readonly refuse: (response: ServerResponse, code: 'foreign-request' | 'token-needed') => void
  readonly answer: Route
}

export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  site: Site,
) => Promise<void> | void
