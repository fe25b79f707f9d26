import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RowsOfFile } from '../../../functions/season/run-tables.ts'
import type { Row } from '../../../lib/series/column.ts'
import type { Decision } from '../../../lib/series/decisions.ts'
import type { Roster } from '../../../lib/series/roster/roster.ts'
import { inOrder } from '../../../lib/util/in-order.ts'
import { type DeskRead, decisionWords, readDesk, unreadSentence } from '../desk/desk.ts'
import { sampleHashes } from '../desk/samples.ts'
import { folderStore } from '../disk/folder-store.ts'
import { openBoard } from '../results/board.ts'
import { completed } from '../results/complete.ts'
import type { Entry, Filed } from '../results/entry.ts'
import { judgeAt } from '../results/judge.ts'
import { listResults } from '../results/listing.ts'
import { findLists } from '../season/find-lists.ts'
import { labelsOf } from '../season/gather.ts'
import { readLists } from '../season/read-lists.ts'
import { type Received, receiptsBelow } from '../season/receipts.ts'
import { SeasonTrouble } from '../season/season-trouble.ts'
import { type BesideFile, rowsOfReceived } from './rows-of-received.ts'

/** Folders of results as rows of the tables: of an outbox what counts now, by its desk; all that `convert` wrote. */

type Label = BesideFile['label']

/** What the files of an outbox come to at its desk. */
interface Judged {
  readonly entries: ReadonlyMap<string, Entry>
  readonly roster: Roster | null
  readonly desk: DeskRead
}

const filedIn = async (folder: string): Promise<readonly Filed[]> => {
  const outputs = folderStore(folder)
  const filed: Filed[] = []
  for (const each of await listResults(outputs)) filed.push(await completed(each, outputs))
  return filed
}

/** The roster is the one that lies beside the outbox, as for the service. Throws SeasonTrouble. */
const judgedIn = async (folder: string): Promise<Judged> => {
  const desk = await readDesk(folder)
  const unread = unreadSentence(desk)
  if (unread) throw new SeasonTrouble('desk-damaged', unread)
  const filed = await filedIn(folder)
  const lists = filed.length === 0 ? null : await findLists(dirname(folder), null)
  const roster = lists && (await readLists({ ...lists, decisions: null })).roster
  const judge = judgeAt({ desk, samples: await sampleHashes(), roster: () => roster })
  const entries = openBoard(filed, judge).entries()
  return { desk, roster, entries: new Map(entries.map(entry => [entry.key, entry])) }
}

const placeOf = (unit: Entry['desk']['unit'], roster: Roster | null): Row => {
  const known = unit && roster?.units.get(unit.unit)
  if (!known) return {}
  const { name, parent, kind, level, scope } = known
  return { unit: known.unit, name, parent, kind, level, scope, matched_by: unit.by }
}

const decisionsOf = (desk: DeskRead, sha256: string | null): ReadonlyMap<string, Decision> =>
  new Map(
    [...(sha256 === null ? [] : desk.decisionsOf(sha256))].map(([finding, { decision, reason, by }]) => [
      finding,
      { finding, decision: decisionWords[decision], reason, by, until: null, line: 0 },
    ]),
  )

/** Who converts by a command means what he converts; for an outbox its desk says. Null: no row at all. */
const besideOf = ({ known, source }: Received, judged: Judged, label: Label): BesideFile | null => {
  if (judged.desk.removed(known.key)) return null
  const isOfService = known.judgedAt !== null
  if (!isOfService) return { standing: 'counted', replacedBy: null, label }
  const entry = judged.entries.get(known.key)
  if (!entry || entry.desk.standing === 'sample') return null
  const { standing, unit, replacedBy } = entry.desk
  return {
    ...{ standing, label, replacedBy: replacedBy && label.key + replacedBy },
    place: placeOf(unit, judged.roster),
    decisions: decisionsOf(judged.desk, source.sha256),
  }
}

const atOnce = 8

async function* rowsIn(folder: string, label: Label): AsyncIterable<RowsOfFile> {
  const judged = await judgedIn(folder)
  const rows = inOrder(receiptsBelow(folder), atOnce, async received => {
    if (!received.isNewest || received.outcome === 'unpacked') return null
    const beside = besideOf(received, judged, label)
    return beside && (await rowsOfReceived(folder, received, beside))
  })
  for await (const each of rows) if (each) yield each
}

/**
 * What came of every file below folders of results, each folder once and judged by itself. With several folders a key has
 * the folder before it, so that files of one name stay two. Throws SeasonTrouble.
 */
export async function* rowsOfResults(given: readonly string[]): AsyncIterable<RowsOfFile> {
  const folders = [...new Set(await Promise.all(given.map(folder => realpath(folder))))].toSorted()
  for (const [at, key] of labelsOf(folders).entries())
    yield* rowsIn(folders[at]!, { key, place: key.replace(/:$/u, '/') })
}
