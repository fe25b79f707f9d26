import { glob, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Problem } from '../../../lib/model/problems.ts'
import type { Failure } from '../../../lib/submission/outcome.ts'
import { passedOver } from '../../../lib/submission/skip.ts'
import { codeOf } from '../disk/error-code.ts'
import { notAFile, nothingMatches, unreadable } from './unread.ts'

/** A file to convert. `path` as the person wrote it; `inside` is its path below the argument that named it. */
export interface Input {
  readonly path: string
  readonly inside: string
  /** The archive the file lies in, and its name there. */
  readonly archive?: { readonly path: string; readonly name: string }
  /** What came over standard input: of the file, or of the archive that it lies in. */
  readonly bytes?: Uint8Array
  /** Why it cannot be converted, where that is known already. */
  readonly refused?: Problem
  /** Why it was not even found to be a file; nothing is written of it. */
  readonly failed?: Failure
}

/** Folders that are not walked, by their real paths: those of results. */
type LeftOut = ReadonlySet<string>

const failedInput = (path: string, inside: string, failed: Failure): Input => ({ path, inside, failed })

/** One folder or file that cannot be looked at stops none of the others. */
async function* walk(folder: string, inside: string, leftOut: LeftOut): AsyncIterable<Input> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => unreadable(error))
  if (!Array.isArray(entries)) {
    yield failedInput(folder, inside, entries as Failure)
    return
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    const key = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (passedOver({ key }) || leftOut.has(resolve(path))) continue
    if (entry.isDirectory()) yield* walk(path, key, leftOut)
    else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => null))?.isFile()))
      yield { path, inside: key }
  }
}

/** What a shell would have put in its place; Windows leaves that to us. */
const isPattern = (path: string): boolean => /[*?[{]/u.test(path)

const matching = async (pattern: string): Promise<readonly string[]> => {
  const matches: string[] = []
  for await (const path of glob(pattern)) matches.push(path)
  return matches.filter(path => !passedOver({ key: basename(path) })).toSorted()
}

async function* named(path: string, leftOut: LeftOut): AsyncIterable<Input> {
  const inside = basename(resolve(path))
  let facts: Awaited<ReturnType<typeof stat>>
  try {
    facts = await stat(path)
  } catch (error) {
    const isAbsent = ['ENOENT', 'ENOTDIR', 'EINVAL'].includes(codeOf(error))
    if (!isAbsent || !isPattern(path)) {
      yield failedInput(path, inside, unreadable(error))
      return
    }
    const paths = await matching(path).catch((error: unknown) => unreadable(error))
    if ('code' in paths) yield failedInput(path, inside, paths)
    else if (paths.length === 0) yield failedInput(path, inside, nothingMatches)
    else for (const each of paths) yield* named(each, leftOut)
    return
  }
  if (facts.isFile()) yield { path, inside }
  else if (!facts.isDirectory()) yield failedInput(path, inside, notAFile)
  else for await (const input of walk(await realpath(path), '', leftOut)) yield below(path, inside, input)
}

/** The walk goes by real paths, so that a link to the results is known for what it is; people see their own. */
const below = (folder: string, name: string, input: Input): Input => ({
  ...input,
  path: input.inside === '' ? folder : join(folder, ...input.inside.split('/')),
  inside: input.inside === '' ? name : input.inside,
})

/**
 * The files behind the arguments, folders walked, each file once, in a steady order; with them what could not be looked
 * at, and why. Lock files, hidden files and half downloads inside folders are left alone, and so are the folders of results.
 */
export const findInputs = async (
  given: readonly string[],
  leaveOut: readonly string[],
): Promise<readonly Input[]> => {
  const inputs = new Map<string, Input>()
  const leftOut = new Set(
    await Promise.all(leaveOut.map(folder => realpath(folder).catch(() => resolve(folder)))),
  )
  for (const path of given)
    for await (const input of named(path, leftOut)) {
      const real = input.failed
        ? null
        : await realpath(input.path).catch((error: unknown) => unreadable(error))
      if (typeof real === 'string') {
        if (!inputs.has(real)) inputs.set(real, input)
      } else inputs.set(`failed ${input.path}`, real ? { ...input, failed: real } : input)
    }
  return [...inputs.values()]
}
