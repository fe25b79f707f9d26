import type { BatchV1 } from '../../../events/types.ts'
import { build } from '../../../lib/model/build.ts'
import { converter } from '../../../lib/model/version.ts'
import type { Done } from './done.ts'
import type { Tally } from './summary.ts'

/** What was asked of a batch, as its log says it. */
export type BatchOptions = BatchV1['options']

/** Collects what a batch came to. */
export interface BatchLog {
  readonly add: (done: Done) => void
  readonly end: (
    how: Pick<BatchV1, 'interrupted' | 'summary' | 'exitCode'> & {
      readonly ended: Date
      readonly tally: Tally
    },
  ) => BatchV1
}

type FileOf = BatchV1['list'][number]

const fileOf = ({ file, folder, result: { outcome }, skipped, ms }: Done): FileOf => ({
  ...{ file, folder, outcome: outcome.kind },
  ...(outcome.kind === 'validated' ? { verdict: outcome.conversion.verdict } : {}),
  ...(outcome.kind === 'rejected' ? { code: outcome.problem.code } : {}),
  ...(outcome.kind === 'failed' ? { code: outcome.failure.code } : {}),
  ...{ skipped, ms },
})

const countBy = (list: readonly FileOf[], outcome: FileOf['outcome']): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const file of list)
    if (file.outcome === outcome && file.code !== undefined)
      counts.set(file.code, (counts.get(file.code) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const timesOf = (list: readonly FileOf[]): BatchV1['times'] => {
  const converted = list.filter(({ skipped }) => !skipped).toSorted((a, b) => a.ms - b.ms)
  const slowest = converted.at(-1)
  return {
    median: converted[Math.floor((converted.length - 1) / 2)]?.ms ?? null,
    slowest: slowest ? { file: slowest.file, ms: slowest.ms } : null,
  }
}

/** `total`: files that were to be converted. */
export const batchLog = (total: number, started: Date, options: BatchOptions): BatchLog => {
  const list: FileOf[] = []
  return {
    add: done => list.push(fileOf(done)),
    end: ({ interrupted, summary, exitCode, ended, tally }) => {
      const count = (kind: keyof BatchV1['counts']): number => tally.counts.get(kind)?.count ?? 0
      return {
        schema: 'gongkai.batch/1',
        converter: { ...converter, ...build },
        started: started.toISOString(),
        ended: ended.toISOString(),
        ms: ended.getTime() - started.getTime(),
        ...{ interrupted, exitCode, options, summary },
        files: {
          ...{ total, done: list.length, left: total - list.length },
          skipped: list.filter(({ skipped }) => skipped).length,
        },
        counts: {
          ...{ valid: count('valid'), needsReview: count('needsReview'), invalid: count('invalid') },
          ...{ notAssessable: count('notAssessable'), rejected: count('rejected'), failed: count('failed') },
        },
        refusals: countBy(list, 'rejected'),
        failures: countBy(list, 'failed'),
        times: timesOf(list),
        list,
      }
    },
  }
}
