import { fileOf, insideOf, nameInside } from './archive.ts'
import { type Commitment, type CommitPorts, commit, committed, finish, type Replacing } from './commit.ts'
import { TransientFailure } from './errors.ts'
import { insidePrefix, receiptKey, sentKey } from './keys.ts'
import type { Inside, Unpacked } from './outcome.ts'
import type { Stored } from './ports.ts'
import { parseReceipt, type Receipt, uploadOf } from './receipt.ts'
import { selectableVerdictOf } from './select.ts'
import type { Upload } from './upload.ts'

/** What an archive holds. */
type Listed = Pick<Unpacked, 'files' | 'passedOver'>

/** How many receipts are read at one time. */
const atOnce = 16

const reasonOf = ({ event }: Receipt): Inside['reason'] => {
  if (!event) return undefined
  const { data } = event
  const reason = 'problem' in data ? data.problem : 'failure' in data ? data.failure : null
  return reason ? { code: reason.code, sentence: reason.sentence } : undefined
}

/** What came of one file; null where it has no receipt yet. */
const insideOne = async (archive: Upload, name: string, ports: CommitPorts): Promise<Inside | null> => {
  const upload = insideOf(archive, name)
  const stored = await committed(upload, ports)
  if (!stored) return null
  const receipt = parseReceipt(stored.bytes)
  const outcome = selectableVerdictOf(receipt)
  if (!outcome) return null
  const reason = reasonOf(receipt)
  return { name, outcome, ...(reason ? { reason } : {}), receipt: receiptKey(upload) }
}

/** What came of each file, in the order given; null unless all are through. */
const insideAll = async (
  archive: Upload,
  names: readonly string[],
  ports: CommitPorts,
): Promise<readonly Inside[] | null> => {
  const found: Inside[] = []
  for (let from = 0; from < names.length; from += atOnce) {
    const group = names.slice(from, from + atOnce).map(name => insideOne(archive, name, ports))
    for (const one of await Promise.all(group)) {
      if (!one) return null
      found.push(one)
    }
  }
  return found
}

/** Where files were marked before there were runs: each beside its receipt. */
const sentKeyBefore = (archive: Upload, name: string): string => {
  const { key, version } = insideOf(archive, name)
  return sentKey({ key, version })
}

/**
 * Whether every one of these files has been told of; others may have been, that are not in it any more. A file that asks
 * looks for the last one first: that is nearly always among the last, and costs a tenth of a listing. The archive itself
 * looks for older marks as well.
 */
const allTold = async (
  { archive: of }: Upload,
  archive: Upload,
  names: readonly string[],
  { outputs }: CommitPorts,
): Promise<boolean> => {
  const last = names.at(-1)
  const asksLast = of !== undefined && last !== undefined
  if (asksLast && !(await outputs.get(sentKey(insideOf(archive, last))))) return false
  const marks = new Set<string>()
  for await (const { key } of outputs.list(insidePrefix(archive))) marks.add(key)
  const unmarked = names.filter(name => !marks.has(sentKey(insideOf(archive, name))))
  if (of !== undefined) return unmarked.length === 0
  for (const name of unmarked) if (!(await outputs.get(sentKeyBefore(archive, name)))) return false
  return true
}

/** The receipt of an archive that was unpacked and not told of yet, and that a run of this kind made. */
const waitingReceipt = (stored: Stored | null): Receipt | null => {
  const receipt = stored && parseReceipt(stored.bytes)
  return receipt?.unpacked && receipt.run !== undefined && !receipt.event ? receipt : null
}

/** Commits what came of the files of an archive; null where they are not all through. */
const tell = async (
  archive: Upload,
  { upload: { name, size, sha256 } }: Receipt,
  { files, passedOver }: Listed,
  ports: CommitPorts,
  replacing: Replacing,
): Promise<Commitment | null> => {
  const inside = await insideAll(archive, files, ports)
  if (!inside) return null
  const outcome = { kind: 'unpacked', files, passedOver, inside } as const
  return commit(archive, { name, size, sha256 }, outcome, ports, replacing)
}

/** What an archive was told to have come to; null where it was not. */
const toldInside = async (
  { outputs }: Receipt,
  ports: Pick<CommitPorts, 'outputs'>,
): Promise<readonly Inside[] | null> => {
  const output = outputs.find(({ role }) => role === 'archive')
  const stored = output && (await ports.outputs.get(output.key))
  return stored ? JSON.parse(new TextDecoder().decode(stored.bytes)).files : null
}

const attempts = 5

/** Tells anew of an archive where something else has come of a file in it than was told. */
const tellAnew = async (upload: Upload, archive: Upload, ports: CommitPorts): Promise<void> => {
  const name = nameInside(upload)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await committed(archive, ports)
    const receipt = stored && parseReceipt(stored.bytes)
    if (!receipt?.event || !receipt.unpacked) return
    const told = (await toldInside(receipt, ports))?.find(one => one.name === name)
    const now = told && (await insideOne(archive, name, ports))
    if (!now || JSON.stringify(told) === JSON.stringify(now)) return
    const { files, passedOver = 0 } = receipt.unpacked
    const by = { ...ports, converter: { ...ports.converter, ...receipt.converter } }
    const replacing = { stored, insists: false }
    const done = await tell(uploadOf(receipt), receipt, { files, passedOver }, by, replacing)
    if (!done || done.own) return
  }
  throw new TransientFailure(`the receipt of an archive was replaced by others ${attempts} times in a row`)
}

/**
 * Tells of an archive once every file in it has been told of, and anew where a replay comes to something else: asked after
 * each of them, and after the archive itself. `upload`: the archive, or a file in it. Gives the receipt where this call
 * has told of an archive that waited for it.
 */
export const gather = async (upload: Upload, ports: CommitPorts): Promise<Receipt | null> => {
  const archive = fileOf(upload)
  const stored = await committed(archive, ports)
  const waiting = waitingReceipt(stored)
  if (!waiting) {
    // Whoever committed it may have died before it was sent.
    if (stored) await finish(archive, stored, ports)
    if (upload.archive !== undefined) await tellAnew(upload, archive, ports)
    return null
  }
  const { files, passedOver = 0 } = waiting.unpacked!
  if (!(await allTold(upload, archive, files, ports))) return null
  // Whoever handled the last file only adds up: the result is of the program that unpacked.
  const by = { ...ports, converter: { ...ports.converter, ...waiting.converter } }
  const replacing = { stored, insists: false }
  const told = await tell(uploadOf(waiting), waiting, { files, passedOver }, by, replacing)
  return told?.own ? told.receipt : null
}

/**
 * Tells once more of an archive that was told of and still holds the same files. Null where it is another case.
 * `withdraw`: a build whose result may be replaced by an older program too.
 */
export const gatherAgain = async (
  archive: Upload,
  stored: Stored,
  listed: Listed,
  ports: CommitPorts,
  withdraw: string | undefined,
): Promise<Commitment | null> => {
  const before = parseReceipt(stored.bytes)
  const same = before.unpacked?.files.length === listed.files.length
  if (!before.event || !same || !listed.files.every((name, at) => name === before.unpacked?.files[at]))
    return null
  return tell(archive, before, listed, ports, { stored, insists: true, withdraw })
}
