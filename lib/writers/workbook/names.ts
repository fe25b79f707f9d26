import { cellText } from './text.ts'

/** Excel's limit for the name of a sheet. */
const longest = 31

const cutTo = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

/**
 * A name Excel accepts: without : \ / ? * [ ], without ' and !, which links could not carry, at most 31 long, and unlike
 * the names taken, whatever their case. The name is added to `taken`.
 */
export const sheetName = (wish: string, taken: Set<string>): string => {
  const clean = cellText(wish)
    .replace(/[:\\/?*[\]'!：\s]+/g, ' ')
    .trim()
  const base = cutTo(clean === '' || clean.toLowerCase() === 'history' ? '表' : clean, longest).trimEnd()
  let name = base
  for (let next = 2; taken.has(name.toLowerCase()); next++) {
    const suffix = ` (${next})`
    name = cutTo(base, longest - suffix.length) + suffix
  }
  taken.add(name.toLowerCase())
  return name
}
