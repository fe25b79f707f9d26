import { Problem } from '../model/problems.ts'
import { bytesOf, insideOf, namesInside } from './archive.ts'
import { commit, committed, finish } from './commit.ts'
import { uploadGone } from './failures.ts'
import { checkSize } from './limits.ts'
import type { Ending } from './outcome.ts'
import type { Ports } from './ports.ts'
import type { Receipt } from './receipt.ts'
import { type SkipReason, skipReason } from './skip.ts'
import { nameOf, type Upload } from './upload.ts'

/** What happened to a submission. `repeated`: it had a receipt already, or another was first; that one stands. */
export type Processed =
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'done'; readonly receipt: Receipt; readonly repeated: boolean }

export interface ProcessOptions {
  /** Converts although there is a receipt, and replaces that: for replays. */
  readonly again?: boolean
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

/**
 * Takes one upload version to its end: outputs or refusal, one receipt, `latest.json`, one event. An archive of
 * submissions has its files spread, then a receipt that lists them; its own event would be one fact too many.
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
  if (stored && !options.again)
    return { kind: 'done', receipt: await finish(upload, stored, ports), repeated: true }

  const name = nameOf(upload)
  const done = async (outcome: Ending, facts: { size: number | null; sha256: string | null }) => {
    const { receipt, own } = await commit(upload, { name, ...facts }, outcome, ports, stored)
    return { kind: 'done' as const, receipt, repeated: !own }
  }
  const tooLarge = checkSize(upload.size)
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
      const files = names.filter(key => !skipReason({ key }))
      await ports.spread(files.map(file => insideOf(upload, file)))
      return done({ kind: 'unpacked', files }, facts)
    }
  }
  const conversion = await orProblem(() => ports.convert({ name, bytes, sha256: facts.sha256 }))
  if (conversion instanceof Problem) return done({ kind: 'rejected', problem: conversion }, facts)
  return done({ kind: 'validated', conversion }, facts)
}
