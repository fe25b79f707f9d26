import type { Ruling } from '../ink/model.ts'
import { tolerance } from './join.ts'

/** Rulings that touch each other: the lines of one table, or of a box. */
export interface Frame {
  readonly across: readonly Ruling[]
  readonly down: readonly Ruling[]
}

const touch = (across: Ruling, down: Ruling): boolean =>
  down.at >= across.from - tolerance &&
  down.at <= across.to + tolerance &&
  across.at >= down.from - tolerance &&
  across.at <= down.to + tolerance

/** Puts rulings that touch, directly or through others, together. Lines that touch no line of the other direction are left out. */
export const framesOf = (rulings: readonly Ruling[]): Frame[] => {
  const across = rulings.filter(ruling => ruling.across)
  const down = rulings.filter(ruling => !ruling.across)
  const leader = new Map<Ruling, Ruling>()
  const find = (ruling: Ruling): Ruling => {
    let at = ruling
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) {
      const after = leader.get(next)
      if (after !== undefined) leader.set(at, after)
      at = next
    }
    return at
  }
  for (const a of across)
    for (const d of down)
      if (touch(a, d)) {
        const [first, second] = [find(a), find(d)]
        if (first !== second) leader.set(second, first)
      }
  const groups = new Map<Ruling, Ruling[]>()
  for (const ruling of rulings) {
    const first = find(ruling)
    groups.set(first, [...(groups.get(first) ?? []), ruling])
  }
  return [...groups.values()]
    .map(group => ({ across: group.filter(r => r.across), down: group.filter(r => !r.across) }))
    .filter(frame => frame.across.length > 0 && frame.down.length > 0)
}
