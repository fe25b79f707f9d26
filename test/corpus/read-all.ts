import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Entry } from './entry.ts'
import type { CorpusFile } from './sets.ts'

/** What a thread is given, and sends back file by file: the place of the file in the list, and what was read. */
export interface Share {
  readonly files: readonly (readonly [index: number, file: CorpusFile])[]
}
export type Answer = readonly [index: number, entry: Entry]

/** Reads and judges all files on all cores, in the order given. A fault of ours in any of them is thrown. */
export const readAll = async (files: readonly CorpusFile[]): Promise<readonly Entry[]> => {
  const threads = Math.min(availableParallelism(), files.length)
  const entries: Entry[] = []
  const shareOf = (thread: number): Share => ({
    files: files.map((file, index) => [index, file] as const).filter(([index]) => index % threads === thread),
  })
  await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: shareOf(thread) })
      worker.on('message', ([index, entry]: Answer) => {
        entries[index] = entry
      })
      return new Promise<void>((resolve, reject) => worker.on('error', reject).on('exit', () => resolve()))
    }),
  )
  return entries
}
