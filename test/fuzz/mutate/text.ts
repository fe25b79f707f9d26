import { type Chance, pick } from '../seed.ts'
import { spoilText } from './characters.ts'

const ends = ['\n', '\n\n', '\n\n\n', '\r', '\r\n', '\r\r\n', '\v', '\f', '\u2028']

/** One blow to a text of lines. */
export const strikeLines = (lines: readonly string[], chance: Chance): string[] => {
  const at = chance(lines.length)
  const line = lines[at]!
  const next = lines[at + 1]
  const replaced = (count: number, ...by: string[]): string[] => lines.toSpliced(at, count, ...by)
  switch (chance(10)) {
    case 0:
      return replaced(1)
    case 1:
      return replaced(1, line, line)
    case 2:
      return next === undefined ? replaced(1) : replaced(2, next, line)
    case 3:
      return next === undefined ? replaced(1) : replaced(2, line + next)
    case 4: {
      const cut = chance(line.length + 1)
      return replaced(1, line.slice(0, cut), line.slice(cut))
    }
    case 5:
      return replaced(0, '')
    case 6:
      return line.trim() === '' ? replaced(1) : replaced(1, `${line}${pick(ends, chance)}`)
    case 7: {
      const parts = line.split(/([\t|])/u)
      return replaced(1, parts.toSpliced(chance(parts.length), 1).join(''))
    }
    default:
      return replaced(1, spoilText(line, chance))
  }
}
