import type { Conversion, ConvertInput, Stage } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/model/problems.ts'
import type { Answer, Job, Looked, LookInput, Ready, StageReached } from './protocol.ts'

export type Convert = (
  input: ConvertInput,
  begins: (stage: Stage) => void,
) => Promise<Pick<Conversion, 'report' | 'findings' | 'verdict' | 'outputs'>>

type Look = (input: LookInput) => Promise<Looked>

/** What a worker does, loaded: looking at pages when it is asked for. */
export interface Work {
  readonly convert: () => Promise<Convert>
  readonly look: () => Promise<Look>
}

const tell = (stage: Stage): void => {
  const progress: StageReached = { kind: 'stage', stage }
  process.send?.(progress)
}

const keepSilent = (): void => undefined

/** Memory of its own: what came over the channel is a part of a larger piece. */
const owned = <T extends { readonly bytes: Uint8Array }>(input: T): T => ({
  ...input,
  bytes: new Uint8Array(input.bytes),
})

const done = async (work: Work, job: Job): Promise<Answer> => {
  if (job.kind === 'look') return { kind: 'looked', looked: await (await work.look())(owned(job.input)) }
  const convert = await work.convert()
  const { report, findings, verdict, outputs } = await convert(
    owned(job.input),
    job.watched ? tell : keepSilent,
  )
  const { authority, authorityAsPrinted, year, editions, title, signature } = report
  return {
    kind: 'converted',
    converted: {
      report: { authority, authorityAsPrinted, year, editions, title, signature },
      ...{ findings, verdict, outputs },
    },
  }
}

const answer = async (work: Work, job: Job): Promise<Answer> => {
  try {
    return await done(work, job)
  } catch (error) {
    if (error instanceof Problem) {
      const { code, sentence, remedy, scan } = error
      return { kind: 'refused', code, sentence, remedy, scan }
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
export const serve = (work: Work): void => {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  const loaded = work.convert()
  const ready: Ready = { kind: 'ready' }
  // Where it cannot be loaded, that is told with the first job.
  void loaded.catch(() => undefined).then(() => process.send?.(ready))
  process.on('message', job => {
    void answer({ ...work, convert: () => loaded }, job as Job).then(result => process.send?.(result))
  })
}
