import type { Conversion, ConvertInput, Stage } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/model/problems.ts'
import type { Answer, Job, Ready, StageReached } from './protocol.ts'

type Convert = (
  input: ConvertInput,
  begins: (stage: Stage) => void,
) => Promise<Pick<Conversion, 'report' | 'findings' | 'verdict' | 'outputs'>>

const tell = (stage: Stage): void => {
  const progress: StageReached = { kind: 'stage', stage }
  process.send?.(progress)
}

const keepSilent = (): void => undefined

const answer = async (convert: () => Promise<Convert>, { input, watched }: Job): Promise<Answer> => {
  const begins = watched ? tell : keepSilent
  try {
    // Memory of its own: what came over the channel is a part of a larger piece.
    const bytes = new Uint8Array(input.bytes)
    const { report, findings, verdict, outputs } = await (await convert())({ ...input, bytes }, begins)
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

/**
 * Makes this process a worker that answers one job after another, for as long as the process that started it is there.
 * The converter is loaded before the first job comes. What a terminal sends to all its processes is for that other
 * one to hear: what is in hand is finished.
 */
export const serve = (load: () => Promise<Convert>): void => {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  const loaded = load()
  const ready: Ready = { kind: 'ready' }
  // Where it cannot be loaded, that is told with the first job.
  void loaded.catch(() => undefined).then(() => process.send?.(ready))
  process.on('message', job => {
    void answer(() => loaded, job as Job).then(result => process.send?.(result))
  })
}
