import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Problem } from '../../../lib/model/problems.ts'
import { passedOver } from '../../../lib/submission/skip.ts'

/** A file to convert. `path` as the person wrote it; `inside` is its path below the argument that named it. */
export interface Input {
  readonly path: string
  readonly inside: string
  /** The archive the file lies in, and its name there. */
  readonly archive?: { readonly path: string; readonly name: string }
  /** Why it cannot be converted, where that is known already. */
  readonly refused?: Problem
}

export class NoSuchInput extends Error {}

async function* walk(folder: string, inside: string, leaveOut: string): AsyncIterable<Input> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    const key = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (passedOver({ key }) || resolve(path) === leaveOut) continue
    if (entry.isDirectory()) yield* walk(path, key, leaveOut)
    else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => null))?.isFile()))
      yield { path, inside: key }
  }
}

/**
 * The files behind the arguments, folders walked, each file once, in a steady order.
 * Lock files, hidden files and half downloads inside folders are left alone, and so is the output folder.
 */
export const findInputs = async (given: readonly string[], leaveOut: string): Promise<readonly Input[]> => {
  const inputs = new Map<string, Input>()
  for (const path of given) {
    const facts = await stat(path).catch(() => null)
    if (!facts) throw new NoSuchInput(path)
    const found = facts.isDirectory()
      ? walk(path, '', resolve(leaveOut))
      : [{ path, inside: basename(resolve(path)) }]
    for await (const input of found) {
      const real = await realpath(input.path)
      if (!inputs.has(real)) inputs.set(real, input)
    }
  }
  return [...inputs.values()]
}

/** How two names are compared: disks may ignore case and the way accents are written. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/**
 * The folder below the output folder for each input: its path inside the argument. Inputs that would share
 * one are told apart by the names of the folders above them, as many as it takes.
 */
export const targetsOf = (inputs: readonly Input[]): ReadonlyMap<Input, string> => {
  const above = new Map(inputs.map(input => [input, 0]))
  const targetOf = (input: Input) => {
    const absolute = resolve(input.path)
    const parts = input.inside.split('/')
    let folder = absolute
    for (const _ of parts) folder = dirname(folder)
    for (let level = above.get(input)!; level > 0 && dirname(folder) !== folder; level -= 1) {
      parts.unshift(basename(folder))
      folder = dirname(folder)
    }
    return parts.join('/')
  }
  const deepest = Math.max(0, ...inputs.map(input => resolve(input.path).split(/[\\/]/).length))
  for (let round = 0; round < deepest; round += 1) {
    const groups = Map.groupBy(inputs, input => folded(targetOf(input)))
    const clashing = [...groups.values()].filter(group => group.length > 1).flat()
    if (clashing.length === 0) break
    for (const input of clashing) above.set(input, above.get(input)! + 1)
  }
  return new Map(inputs.map(input => [input, targetOf(input)]))
}
