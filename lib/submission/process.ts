import { Problem } from '../model/problems.ts'
import { bytesOf, insideOf, namesInside } from './archive.ts'
import { type CommitPorts, commit, committed, finish } from './commit.ts'
import { TransientFailure } from './errors.ts'
import { fail } from './fail.ts'
import { uploadGone } from './failures.ts'
import { gather, gatherAgain } from './gather.ts'
import { tellFailures } from './history.ts'
import type { Ending } from './outcome.ts'
import type { Ports, Stored } from './ports.ts'
import type { Receipt } from './receipt.ts'
import { isOlder } from './run.ts'
import { checkSize } from './size.ts'
import { passedOver, type SkipReason, skipReason } from './skip.ts'
import { nameOf, type Upload } from './upload.ts'
import { goBack } from './withdraw.ts'

/** What happened to a submission. `repeated`: it had a receipt already, or another was first; that one stands. */
export type Processed =
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'done'; readonly receipt: Receipt; readonly repeated: boolean }

export interface ProcessOptions {
  /** Converts although there is a receipt, and replaces that: for replays. */
  readonly again?: boolean
  /** A build whose results do not count any more: back to the run before, or converted again where there is none. */
  readonly withdraw?: string
  /** What is converted is more than the file: no run before is gone back to, it is converted again. */
  readonly anew?: boolean
}

/** What `run` gives, or the Problem it throws. */
const orProblem = async <T>(run: () => Promise<T>): Promise<T | Problem> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** What follows a receipt that stands: where the archive that it is of, or lies in, is through, that is told. */
const afterwards = async (upload: Upload, receipt: Receipt, ports: CommitPorts): Promise<Receipt> => {
  if (upload.archive === undefined && !receipt.unpacked) return receipt
  const told = await gather(upload, ports)
  return upload.archive === undefined ? (told ?? receipt) : receipt
}

/** Finishes what has its receipt. Safe to repeat at any time. */
export const conclude = async (upload: Upload, stored: Stored, ports: CommitPorts): Promise<Receipt> =>
  afterwards(upload, await finish(upload, stored, ports), ports)

/** Whether what stands goes on standing, for all that the submission asks. */
const goesOnStanding = (
  receipt: Receipt,
  { again = false, withdraw }: ProcessOptions,
  ports: Pick<Ports, 'converter'>,
): boolean => {
  if (withdraw !== undefined) return receipt.converter.build !== withdraw
  return !again || isOlder(ports.converter, receipt) || !!receipt.withdrawn?.includes(ports.converter.build)
}

/**
 * Takes one upload version to its end: outputs or refusal, one receipt, `latest.json`, one event. The files of an
 * archive are spread, each an upload of its own; the archive's event comes when all of them are through.
 * Repeating it at any time, after a crash at any step and beside any other, gives the same end.
 * Throws what the ports and the converter throw, Problem apart: nothing is committed then, try again or give up.
 */
export const processUpload = async (
  upload: Upload,
  ports: Ports,
  options: ProcessOptions = {},
): Promise<Processed> => {
  const reason = skipReason(upload)
  if (reason) return { kind: 'skipped', reason }
  const stored = await committed(upload, ports)
  if (stored) {
    // What stands, and what failed beside it, is told of before anything takes its place.
    const receipt = await conclude(upload, stored, ports)
    await tellFailures(upload, ports)
    if (goesOnStanding(receipt, options, ports)) return { kind: 'done', receipt, repeated: true }
    if (options.withdraw !== undefined && !options.anew) {
      const back = await goBack(upload, stored, options.withdraw, ports)
      if (back) return { kind: 'done', receipt: back, repeated: false }
    }
  }
  if (options.withdraw === ports.converter.build)
    throw new TransientFailure('the program that runs is the one to withdraw: another has to convert this')

  const name = nameOf(upload)
  const done = async (outcome: Ending, facts: { size: number | null; sha256: string | null }) => {
    const { again = false, withdraw } = options
    const insists = again || withdraw !== undefined
    const { receipt, own } =
      outcome.kind === 'failed'
        ? await fail(upload, { name, ...facts }, outcome, ports, insists)
        : await commit(upload, { name, ...facts }, outcome, ports, { stored, insists, withdraw })
    return { kind: 'done' as const, receipt: await afterwards(upload, receipt, ports), repeated: !own }
  }
  const tooLarge = checkSize(upload.key, upload.size)
  if (tooLarge) return done({ kind: 'rejected', problem: tooLarge }, { size: upload.size, sha256: null })
  const unread = { size: upload.size, sha256: null }
  const bytes = await orProblem(() => bytesOf(upload, ports.uploads))
  if (bytes instanceof Problem) return done({ kind: 'rejected', problem: bytes }, unread)
  if (!bytes) return done({ kind: 'failed', failure: uploadGone, quarantine: null }, unread)
  const facts = { size: bytes.length, sha256: ports.sha256(bytes) }
  if (upload.archive === undefined) {
    const names = await orProblem(() => namesInside(bytes))
    if (names instanceof Problem) return done({ kind: 'rejected', problem: names }, facts)
    if (names) {
      const files = names.filter(key => !passedOver({ key }))
      await ports.spread(files.map(file => insideOf(upload, file)))
      const unpacked = { kind: 'unpacked', files, passedOver: names.length - files.length } as const
      const told = stored && (await gatherAgain(upload, stored, unpacked, ports, options.withdraw))
      if (told) return { kind: 'done', receipt: told.receipt, repeated: !told.own }
      return done({ ...unpacked, inside: null }, facts)
    }
  }
  const conversion = await orProblem(() => ports.convert({ name, bytes, sha256: facts.sha256 }))
  if (conversion instanceof Problem) return done({ kind: 'rejected', problem: conversion }, facts)
  return done({ kind: 'validated', conversion }, facts)
}
