import type { Run } from './runs.ts'

/** Lines that touch each other: those of one table. In pixels. */
export interface Group {
  readonly across: readonly Run[]
  readonly down: readonly Run[]
}

/** Lines that end this near to another touch it. */
export const touching = 6

/** Puts lines together that touch, directly or through others; what touches no line of the other direction is left out. */
export const groupsOf = (across: readonly Run[], down: readonly Run[]): Group[] => {
  const leader = Array.from({ length: across.length + down.length }, (_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (leader[top] !== top) top = leader[top]!
    for (let next = at; next !== top; [next, leader[next]] = [leader[next]!, top]);
    return top
  }
  across.forEach((a, i) => {
    down.forEach((d, j) => {
      if (
        d.at >= a.from - touching &&
        d.at <= a.to + touching &&
        a.at >= d.from - touching &&
        a.at <= d.to + touching
      )
        leader[find(across.length + j)] = find(i)
    })
  })
  const groups = new Map<number, { across: Run[]; down: Run[] }>()
  const groupAt = (at: number) => {
    const top = find(at)
    const known = groups.get(top) ?? { across: [], down: [] }
    groups.set(top, known)
    return known
  }
  across.forEach((run, i) => void groupAt(i).across.push(run))
  down.forEach((run, j) => void groupAt(across.length + j).down.push(run))
  return [...groups.values()].filter(group => group.across.length > 0 && group.down.length > 0)
}

/** Where lines stand: those within `near` of a longer one are that one. */
export const placesOf = (runs: readonly Run[], near: number): number[] => {
  const places: { at: number; sum: number; weight: number }[] = []
  for (const { at, from, to } of runs.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    const weight = (to - from) ** 2
    const place = places.find(other => Math.abs(other.at - at) <= near)
    if (place) {
      place.sum += at * weight
      place.weight += weight
    } else places.push({ at, sum: at * weight, weight })
  }
  return places.map(({ sum, weight }) => sum / weight).sort((a, b) => a - b)
}
