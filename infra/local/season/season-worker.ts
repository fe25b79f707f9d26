import { enableCompileCache } from 'node:module'
import { setPriority } from 'node:os'
import { EngineMissing } from '../../../functions/season/engine-missing.ts'
import { runSeasons } from './run-seasons.ts'
import { SeasonTrouble, type SeasonTroubleTold } from './season-trouble.ts'
import type { SeasonsAnswer, SeasonsJob } from './seasons-job.ts'

/** Conversions and the page go first. */
const behindOthers = 10

const toldOf = (error: unknown): SeasonTroubleTold => {
  if (error instanceof SeasonTrouble) return error.told
  if (error instanceof EngineMissing) {
    const { sentence, remedy } = error
    return {
      code: 'engine-missing',
      sentence: { zh: `${sentence.zh}${remedy.zh}`, en: `${sentence.en} ${remedy.en}` },
      lines: [],
    }
  }
  console.error(error)
  const { message } = error instanceof Error ? error : new Error(String(error))
  const sentence = {
    zh: `年报季没有做成（程序出错：${message}），之前的结果没有变`,
    en: 'the season was not made, a fault of ours; what was there stands',
  }
  return { code: 'fault', sentence, lines: [] }
}

const answer = (told: SeasonsAnswer): Promise<void> =>
  new Promise(resolve => {
    if (process.send) process.send(told, undefined, {}, () => resolve())
    else resolve()
  })

const work = async (job: SeasonsJob): Promise<SeasonsAnswer> => {
  try {
    const madeOf = await runSeasons(job, ({ folder, json }) => {
      void answer({ kind: 'made', year: json.year, folder })
    })
    return { kind: 'done', madeOf }
  } catch (error) {
    return { kind: 'trouble', trouble: toldOf(error) }
  }
}

// What a terminal sends to all its processes is for the service to hear: it ends this one.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
enableCompileCache()
setPriority(behindOthers)
process.once('message', async job => {
  await answer(await work(job as SeasonsJob))
  process.exit()
})
