import { parentPort, workerData } from 'node:worker_threads'
import { entryOf } from './entry.ts'
import type { Answer, Share } from './read-all.ts'

/** A thread of `readAll`: its share of the files, one after another. */
for (const [index, file] of (workerData as Share).files) {
  const answer: Answer = [index, await entryOf(file)]
  parentPort!.postMessage(answer)
}
