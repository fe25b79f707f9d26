import type { Block } from '../../model/document.ts'
import type { FormMatch } from '../matches/recognise.ts'

/** So many lines above or below a table may belong to it: captions, a unit, headings flattened to lines, a note. */
const farthest = 12
/** Longer lines are narrative: what they say of money or numbers is no unit of the table. */
const longest = 60

/** 三、收到和处理政府信息公开申请情况: above a table it still speaks of it, below one of the next. */
const heading = /^\s*(?:第?[一二三四五六七八九十]{1,3}(?:部分|[、.．,，:：]))/u
/** A sentence tells what happened, not what a table counts in. */
const sentence = /[。；;！？]\s*$/u
const ofUnits = /单位|單位|[以按].{1,8}[计計]/u

/** The lines from `start` on that belong to the table there. */
const walk = (
  blocks: readonly Block[],
  inside: ReadonlySet<number>,
  start: number,
  step: 1 | -1,
): string[] => {
  const lines: string[] = []
  for (let at = start; Math.abs(at - start) < farthest; at += step) {
    const block = blocks[at]
    if (block?.kind !== 'paragraph' || inside.has(at)) break
    const text = block.text.trim()
    const titled = heading.test(text)
    if (titled && step > 0) break
    if (text.length <= longest && (ofUnits.test(text) || !sentence.test(text))) lines.push(text)
    if (titled) break
  }
  return lines
}

/** What stands around the tables of a form. */
export interface Around {
  readonly lines: readonly string[]
  /** Texts, in the tables or around, of which a part is struck out or not to be seen. */
  readonly unseen: ReadonlySet<string>
}

/** The short lines above and below the tables (or scattered lines) of a match, where a unit may stand for all of it. */
export const linesAround = (blocks: readonly Block[], { rows }: FormMatch): readonly string[] => {
  const own = [...new Set(rows.map(({ block }) => block))].sort((a, b) => a - b)
  const inside = new Set(own)
  const lines = own.flatMap(block => [
    ...walk(blocks, inside, block - 1, -1),
    ...walk(blocks, inside, block + 1, 1),
  ])
  return [...new Set(lines)]
}

/** Whether a line says of the whole table what it says: a heading of its section, as a caption does. */
export const isHeading = (line: string): boolean => heading.test(line)
