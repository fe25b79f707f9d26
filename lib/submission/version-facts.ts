import { insideOf, partsOfKey } from './archive.ts'
import { compareKeys } from './key-order.ts'
import { sentKey, versionPrefix } from './keys.ts'
import type { Listed } from './ports.ts'
import type { Upload } from './upload.ts'

/** What a listing shows of a run that is not that of the receipt. */
interface RunFacts {
  recorded: boolean
  failed: boolean
  sent: boolean
}

/** What a listing shows of the results of one version. */
export interface VersionFacts {
  /** When its receipt was last written; null: none was met. */
  receipt: Date | null
  readonly runs: Map<string, RunFacts>
}

/** What was listed so far: versions by their prefix, and when it was noted that an event was sent, by key. */
export interface Seen {
  readonly versions: Map<string, VersionFacts>
  readonly sent: Map<string, Date>
}

export const nothingSeen = (): Seen => ({ versions: new Map(), sent: new Map() })

const receipt = /^(.+)\/receipt\.json$/s
const ofRun = /^(.+)\/([0-9a-f]{12})\/(run|failure|sent)\.json$/s
const sentMark = /\/(?:sent|inside\/[0-9a-f]{16})\.json$/

const versionAt = ({ versions }: Seen, prefix: string): VersionFacts => {
  const known = versions.get(prefix)
  if (known) return known
  const facts: VersionFacts = { receipt: null, runs: new Map() }
  versions.set(prefix, facts)
  return facts
}

const noteRun = (seen: Seen, prefix: string, run: string, name: string): void => {
  const { runs } = versionAt(seen, prefix)
  const facts = runs.get(run) ?? { recorded: false, failed: false, sent: false }
  runs.set(run, facts)
  if (name === 'run') facts.recorded = true
  else if (name === 'failure') facts.failed = true
  else facts.sent = true
}

/** Puts a listed key where it belongs. Gives the prefix of the version whose receipt it is, else null. */
export const see = (seen: Seen, { key, modified }: Listed): string | null => {
  const [, received] = receipt.exec(key) ?? []
  if (received) {
    versionAt(seen, received).receipt = modified
    return received
  }
  if (sentMark.test(key)) seen.sent.set(key, modified)
  const [, prefix, run, name] = ofRun.exec(key) ?? []
  if (prefix && run && name) noteRun(seen, prefix, run, name)
  return null
}

const fileAt = (prefix: string): Pick<Upload, 'key' | 'version'> => {
  const slash = prefix.lastIndexOf('/')
  return { key: prefix.slice(0, slash), version: prefix.slice(slash + 1) }
}

/** The archive that the version at a prefix may lie in; null where its key is not so. */
const archiveOf = (prefix: string): Pick<Upload, 'key' | 'version'> | null => {
  const { key, version } = fileAt(prefix)
  const parts = partsOfKey(key)
  return parts && { key: parts.archive, version }
}

/** Where it may say that the event of the receipt was sent: beside it and, of a file in an archive, beside that one's. */
const sentKeysOf = (prefix: string): readonly string[] => {
  const { key, version } = fileAt(prefix)
  const parts = partsOfKey(key)
  const own = `${prefix}/sent.json`
  if (!parts) return [own]
  const archive: Upload = { bucket: '', key: parts.archive, version, sequencer: '', size: null }
  return [own, sentKey(insideOf(archive, parts.name))]
}

/**
 * Whether what was listed proves that nothing is missing: an event was sent after the receipt was last written, and no
 * run stands there that failed without a word. What it does not prove has to be read.
 */
const isWhole = (prefix: string, facts: VersionFacts, { sent }: Seen): boolean => {
  const at = facts.receipt
  return (
    at !== null &&
    sentKeysOf(prefix).some(key => (sent.get(key) ?? new Date(0)) >= at) &&
    [...facts.runs.values()].every(run => run.sent || !run.recorded || !run.failed)
  )
}

/** Whether more of a version may come behind the key `at`. */
const isOpen = (prefix: string, at: string): boolean => {
  if (at.startsWith(`${prefix}/`)) return true
  const archive = archiveOf(prefix)
  const beside = archive && `${versionPrefix(archive)}/`
  return beside !== null && (compareKeys(at, beside) <= 0 || at.startsWith(beside))
}

export interface Closed {
  readonly prefix: string
  readonly facts: VersionFacts
  readonly whole: boolean
}

/** Takes out the versions of which all was listed; `at`: the key that the listing has come to, null at its end. */
export const takeClosed = (seen: Seen, at: string | null): readonly Closed[] => {
  const closed = [...seen.versions].filter(([prefix]) => at === null || !isOpen(prefix, at))
  const judged = closed.map(([prefix, facts]) => ({ prefix, facts, whole: isWhole(prefix, facts, seen) }))
  for (const { prefix } of judged) {
    seen.versions.delete(prefix)
    for (const key of sentKeysOf(prefix)) seen.sent.delete(key)
  }
  return judged
}
