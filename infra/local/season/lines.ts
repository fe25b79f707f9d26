import { readFile } from 'node:fs/promises'
import { type LinesRead, linesOf } from '../../../lib/series/list-lines.ts'
import type { LineProblem } from '../../../lib/series/roster/line.ts'
import { printable } from '../terminal/width.ts'

/** The lines of a list that a person keeps. Throws what the disk throws. */
export const readLines = async (path: string): Promise<LinesRead> => linesOf(path, await readFile(path))

/** What is wrong with a list, for the person who keeps it: a line for each. */
export const problemLines = (path: string, problems: readonly LineProblem[]): readonly string[] => [
  `${printable(path)}：${problems.length} 处需要改正，什么都没有做 (to be corrected; nothing was done)`,
  ...problems.map(
    ({ line, message }) =>
      `  第 ${line} 行 ${printable(message.zh)} (line ${line}: ${printable(message.en)})`,
  ),
]
