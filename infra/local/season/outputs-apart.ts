import { Worker } from 'node:worker_threads'
import { type OutputsAsked, type WriteOutputs, writeOutput } from '../../../functions/season/outputs.ts'
import { together } from '../../../functions/season/together.ts'
import { workbookScript } from './worker-script.ts'

const workbookApart = (asked: OutputsAsked): Promise<void> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(workbookScript, { workerData: asked })
    thread.on('error', reject)
    thread.on('exit', code => {
      if (code === 0) resolve()
      else reject(new Error(`The thread of the workbook ended with ${code}.`))
    })
  })

/** The workbook in a thread of its own: it takes as long as everything else that is written. */
export const writeOutputsApart: WriteOutputs = async asked => {
  await together(workbookApart(asked), writeOutput('pages', asked))
}
