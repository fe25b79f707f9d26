import type { Manual } from '../../terminal/options.ts'
import { checksManual, explainManual } from './checks.ts'
import { convertManual } from './convert.ts'
import { helpManual, versionManual } from './help.ts'
import { noticesManual } from './notices.ts'
import { queryManual } from './query.ts'
import { reconcileManual } from './reconcile.ts'
import { replayManual } from './replay.ts'
import { rosterManual } from './roster.ts'
import { seasonManual } from './season.ts'
import { serveManual, startManual } from './start.ts'
import { statusManual } from './status.ts'
import { tablesManual } from './tables.ts'

/** Of every command, in the order of the help. */
export const manuals: readonly Manual[] = [
  startManual,
  serveManual,
  convertManual,
  tablesManual,
  rosterManual,
  seasonManual,
  noticesManual,
  queryManual,
  replayManual,
  reconcileManual,
  statusManual,
  checksManual,
  explainManual,
  helpManual,
  versionManual,
]
