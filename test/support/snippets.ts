import { readFile } from 'node:fs/promises'

/** A fenced block of a document, as it is printed. */
export interface Snippet {
  /** What stands behind the fence: bash, python, sql. */
  readonly language: string
  readonly text: string
}

const headingOf = (line: string): { readonly depth: number; readonly text: string } | null => {
  const [, marks, text] = /^(#{1,6}) +(.+?) *$/u.exec(line) ?? []
  return marks && text ? { depth: marks.length, text } : null
}

/** The fenced blocks of a document that stand under a heading, or one below it; throws where there is none. */
export const snippetsOf = async (document: URL, heading: string): Promise<readonly Snippet[]> => {
  const snippets: Snippet[] = []
  let [depth, fence]: [number | null, { language: string; lines: string[] } | null] = [null, null]
  for (const line of (await readFile(document, 'utf8')).split(/\r?\n/u)) {
    if (line.startsWith('```')) {
      if (fence && depth !== null) snippets.push({ language: fence.language, text: fence.lines.join('\n') })
      fence = fence ? null : { language: line.slice(3).trim(), lines: [] }
    } else if (fence) fence.lines.push(line)
    else {
      const found = headingOf(line)
      if (found && (depth === null || found.depth <= depth))
        depth = found.text === heading ? found.depth : null
    }
  }
  if (snippets.length === 0) throw new Error(`No block stands under ${heading} in ${document}.`)
  return snippets
}
