import { parentPort } from 'node:worker_threads'
import type { Conversion, ConvertInput, Stage } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/problems.ts'
import type { Answer, Job, Progress } from './protocol.ts'

type Convert = (
  input: ConvertInput,
  begins: (stage: Stage) => void,
) => Promise<Pick<Conversion, 'report' | 'findings' | 'verdict' | 'outputs'>>

const tell = (stage: Stage): void => {
  const progress: Progress = { kind: 'stage', stage }
  parentPort?.postMessage(progress)
}

const keepSilent = (): void => undefined

const answer = async (convert: () => Promise<Convert>, { input, watched }: Job): Promise<Answer> => {
  const begins = watched ? tell : keepSilent
  try {
    const { report, findings, verdict, outputs } = await (await convert())(input, begins)
    const { authority, year, editions } = report
    return {
      kind: 'converted',
      converted: { report: { authority, year, editions }, findings, verdict, outputs },
    }
  } catch (error) {
    if (error instanceof Problem) {
      const { code, sentence, remedy } = error
      return { kind: 'refused', code, sentence, remedy }
    }
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    return { kind: 'fault', name, message, stack: stack ?? '' }
  }
}

/** The memory of the files is handed over, not copied; a file written twice the same would be one memory. */
const memoryOf = (answer: Answer): ArrayBuffer[] =>
  answer.kind === 'converted'
    ? [...new Set(Object.values(answer.converted.outputs).map(({ buffer }) => buffer as ArrayBuffer))]
    : []

/** Makes this thread a worker that answers one job after another. `load` runs with the first job. */
export const serve = (load: () => Promise<Convert>): void => {
  parentPort?.on('message', (job: Job) => {
    void answer(load, job).then(result => parentPort?.postMessage(result, memoryOf(result)))
  })
}
