import { basename, dirname, resolve } from 'node:path'
import type { Input } from './inputs.ts'

/** How two names are compared: disks may ignore case and the way accents are written. */
export const folded = (name: string): string => name.normalize('NFC').toLowerCase()

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
