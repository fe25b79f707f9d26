import { type Line, letterOf, letterText } from '../../../lib/notices/letter.ts'
import type { Notice, Sending } from '../../../lib/notices/notice.ts'
import { csvText } from '../../../lib/writers/csv.ts'
import type { Entry } from '../results/entry.ts'
import { type Drafting, draftOf } from './draft.ts'

/** A letter as it is sent: named for its unit, as Word and as text. */
export interface Letter {
  readonly entry: Entry
  readonly notice: Notice
  /** Without ending; no two of a batch have the same. */
  readonly name: string
  readonly text: () => string
  readonly docx: () => Promise<Uint8Array>
}

/** What no system takes in the name of a file. */
const unnamed = /[\u0000-\u001f"*/:<>?\\|]/gu

const nameOf = ({ to, year }: Notice, { key }: Entry): string => {
  const file = key.slice(key.lastIndexOf('/') + 1)
  const name = (to ?? file).replace(unnamed, '＿').trim().slice(0, 60) || '未知单位'
  return `退回通知 ${name}${year === null ? '' : ` ${year}`}`
}

export const letterFrom = (entry: Entry, notice: Notice, sending: Sending, template: string): Letter => {
  const lines: readonly Line[] = letterOf(notice, sending, template)
  return {
    ...{ entry, notice, name: nameOf(notice, entry) },
    text: () => letterText(lines),
    // The library that writes Word files is loaded by whoever writes one.
    docx: async () => (await import('../../../lib/notices/docx.ts')).letterDocx(lines, sending.date),
  }
}

/** The letters about files of the list, one after another; those that nothing is to be written about are left out. */
export async function* lettersOf(
  entries: readonly Entry[],
  drafting: Drafting,
  sending: Sending,
  template: string,
): AsyncIterable<Letter> {
  const taken = new Map<string, number>()
  for (const entry of entries) {
    const draft = await draftOf(entry, drafting)
    if (draft.kind !== 'notice') continue
    const letter = letterFrom(entry, draft.notice, sending, template)
    const number = (taken.get(letter.name.toLowerCase()) ?? 0) + 1
    taken.set(letter.name.toLowerCase(), number)
    yield number === 1 ? letter : { ...letter, name: `${letter.name}（${number}）` }
  }
}

/** What letters there are, as a table that spreadsheet programs open. */
export const listOfLetters = (letters: readonly Letter[]): string => {
  const rows = letters.map(({ entry, notice, name }) => [
    notice.to ?? '',
    notice.year === null ? '' : String(notice.year),
    String(
      notice.parts.filter(({ kind }) => kind !== 'notes').reduce((sum, { points }) => sum + points.length, 0),
    ),
    `${name}.docx`,
    entry.key,
  ])
  return csvText([['单位', '年度', '事项（条）', '通知', '所涉文件'], ...rows])
}
