import type { Stage } from '../../../lib/convert.ts'
import type { Message } from '../../../lib/model/message.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import { StillChanging } from '../inbox/file-upload.ts'
import { NotFollowed } from '../inbox/open-inside.ts'
import type { Submitted } from '../inbox/submit.ts'
import type { Board } from '../results/board.ts'
import { completed } from '../results/complete.ts'
import { latestFiled } from '../results/listing.ts'
import { reportLines } from '../terminal/report-lines.ts'
import { printable } from '../terminal/width.ts'

/** More lines of one report than this say less than the page does. */
const mostLines = 8

const notFollowed: Message = {
  zh: '这是一个指向收件文件夹之外（或文件夹）的链接，没有跟进；请把文件本身放进来。',
  en: 'a link that leads out of the inbox, or to a folder, is not followed; put the file itself there',
}

export interface TakePorts {
  readonly board: Board
  readonly outputs: Store
  readonly say: (line: string) => void
}

/** What became of a file that was taken in hand; `error`: nothing was committed. */
export type TakeResult =
  | { readonly kind: 'done'; readonly wrote: boolean }
  | { readonly kind: 'changing' | 'not-followed' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Says on terminal and page that a link was left alone. */
export const leaveLink = (key: string, { board, say }: TakePorts): void => {
  board.set({ key, state: 'stuck', result: board.filedAs(key)?.result ?? null, note: notFollowed })
  say(`${printable(key)}  ${notFollowed.zh} (${notFollowed.en})`)
}

/** Takes a file to its end, with all that page and terminal tell of it on the way. Never throws. */
export const take = async (
  key: string,
  run: (begins: (state: Stage) => void) => Promise<Submitted | null>,
  ports: TakePorts,
): Promise<TakeResult> => {
  const { board, outputs, say } = ports
  const known = board.filedAs(key)?.result ?? null
  const begins = (state: Stage) => board.set({ key, state, result: known })
  begins('reading')
  try {
    const submitted = await run(begins)
    const versions = board.filedAs(key)?.versions?.map(({ version }) => version)
    const filed = await latestFiled(key, outputs, versions)
    if (filed) board.set(await completed(filed, outputs))
    else board.remove(key)
    if (!submitted?.outcome) return { kind: 'done', wrote: false }
    const lines = reportLines(key, submitted.outcome, 'zh')
    for (const line of lines.slice(0, mostLines)) say(line)
    if (lines.length > mostLines) say(`  …… 另有 ${lines.length - mostLines} 条，见网页 (more on the page)`)
    return { kind: 'done', wrote: true }
  } catch (error) {
    if (error instanceof StillChanging) {
      board.set({ key, state: 'waiting', result: known })
      return { kind: 'changing' }
    }
    if (error instanceof NotFollowed) {
      leaveLink(key, ports)
      return { kind: 'not-followed' }
    }
    return { kind: 'failed', error }
  }
}
