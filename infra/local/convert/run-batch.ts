import { join } from 'node:path'
import { type Failure, toJson } from '../../../lib/submission/outcome.ts'
import { inOrder } from '../../../lib/util/in-order.ts'
import { type OutputRole, outputs } from '../../../lib/writers/index.ts'
import { folderStore } from '../disk/folder-store.ts'
import { batchMember, takeEarly } from '../pool/early.ts'
import { openPool } from '../pool/pool.ts'
import { withScans } from '../pool/scans.ts'
import { startProgress } from '../terminal/progress.ts'
import { headerLine, reportLines } from '../terminal/report-lines.ts'
import { printable } from '../terminal/width.ts'
import type { Language } from '../terminal/words.ts'
import { batchLog } from './batch.ts'
import { convertFile, type FileOutcome } from './convert-file.ts'
import type { Done } from './done.ts'
import type { Input } from './inputs.ts'
import { lineOf } from './line.ts'
import { readInput } from './read-input.ts'
import { standing } from './standing.ts'
import { isTrouble, summaryLines, tallyOf } from './summary.ts'
import { nameBeside, summaryWorkbook } from './summary-workbook.ts'
import { notWritten, writeResult } from './write-result.ts'

/** What is asked of a batch. */
export interface Asked {
  /** As they were given, for the log. */
  readonly paths: readonly string[]
  readonly out: string
  readonly roles: readonly OutputRole[]
  readonly skipExisting: boolean
  readonly concurrency: number
  /** Whether pictures of pages are read; else they are refused. */
  readonly scans: boolean
  readonly json: boolean
  readonly quiet: boolean
  readonly language: Language
  /** The folder for tables of the whole batch. */
  readonly tables: string | null
}

/** Tables that are filled as the files of a batch come to their end. */
export interface BatchTables {
  readonly add: (target: string, result: FileOutcome, names: readonly string[]) => Promise<void>
  readonly write: () => Promise<readonly string[] | Failure>
  readonly discard: () => Promise<void>
}

const stopped = 130

const stopping = {
  zh: '正在停止：做完手上的几份，写好汇总。再按一次 Ctrl-C 立即结束。',
  en: 'Stopping: what is in hand is finished and the summary written. Ctrl-C again ends it at once.',
}

const goOn = (done: number, left: number) => ({
  zh: `已停止：完成 ${done} 份，还有 ${left} 份。接着做：同一条命令加上 --skip-existing`,
  en: `Stopped: ${done} done, ${left} left. To go on: the same command with --skip-existing`,
})

function* until<T>(items: readonly T[], isOver: () => boolean): Iterable<T> {
  for (const item of items) {
    if (isOver()) return
    yield item
  }
}

/** Converts the inputs into the folders of `targets`, until `asksToStop` resolves. Gives the exit code. */
export const runBatch = async (
  inputs: readonly Input[],
  targets: ReadonlyMap<Input, string>,
  asked: Asked,
  asksToStop: Promise<void>,
  tables: BatchTables | null,
): Promise<number> => {
  const { out, roles, json, quiet, language } = asked
  const started = new Date()
  const size = Math.min(asked.concurrency, inputs.length)
  const usual = openPool({ ...batchMember, size, first: takeEarly() })
  const pool = asked.scans ? withScans(usual) : usual
  const store = folderStore(out)
  let isOver = false
  void asksToStop.then(() => {
    isOver = true
    console.error(stopping[language])
  })

  const convert = async (
    input: Input,
    target: string,
  ): Promise<Omit<Done, 'file' | 'folder' | 'ms'> & { began: number }> => {
    let began = performance.now()
    const read = await readInput(input)
    const stands =
      asked.skipExisting && 'bytes' in read
        ? await standing(store, target, read.source, { roles, scans: asked.scans })
        : null
    if (stands) return { ...stands, skipped: true, began }
    const reading = performance.now() - began
    const result: FileOutcome =
      'bytes' in read
        ? await convertFile(input.path, read, pool, stage => {
            // It may have waited for a worker.
            if (stage === 'reading') began = performance.now() - reading
          })
        : read
    if (input.failed) return { result, names: [], skipped: false, began }
    try {
      return { result, names: await writeResult(store, out, target, result, roles), skipped: false, began }
    } catch (error) {
      const { source } = result
      const failed: FileOutcome = {
        source,
        outcome: { kind: 'failed', failure: notWritten(error), quarantine: null },
      }
      return { result: failed, names: [], skipped: false, began }
    }
  }

  const work = async (input: Input): Promise<Done & { readonly target: string }> => {
    const target = targets.get(input)!
    const { began, ...done } = await convert(input, target)
    const ms = Math.max(0, Math.round(performance.now() - began))
    return { ...done, target, file: input.path, folder: join(out, target), ms }
  }

  const progress = startProgress(quiet ? 0 : inputs.length, process.stdout, process.stderr)
  const tally = tallyOf()
  const workbook = inputs.length > 1 ? summaryWorkbook(targets.values()) : null
  const log = batchLog(inputs.length, started, {
    inputs: [...asked.paths],
    out,
    only: outputs.filter(({ role }) => roles.includes(role)).map(({ ending }) => ending),
    skipExisting: asked.skipExisting,
    concurrency: asked.concurrency,
    tables: asked.tables,
  })
  let [done, hasHeader] = [0, false]
  const show = (file: Done): void => {
    if (quiet && !isTrouble(file.result.outcome)) return
    const lines = json
      ? [JSON.stringify(lineOf(file))]
      : [
          ...(hasHeader ? [] : [headerLine(language)]),
          ...reportLines(file.file, file.result.outcome, language),
        ]
    hasHeader = true
    for (const line of lines) progress.print(line)
  }
  if (!json && !quiet) {
    progress.print(headerLine(language))
    hasHeader = true
  }
  try {
    // A file is read or its results are written while others are converted: no worker waits for that.
    for await (const file of inOrder(
      until(inputs, () => isOver),
      2 * size + 1,
      work,
    )) {
      tally.add(file.result.outcome)
      workbook?.add(file.target, file.result, file.names)
      await tables?.add(file.target, file.result, file.names)
      log.add(file)
      done += 1
      progress.step()
      show(file)
    }
  } catch (error) {
    await tables?.discard()
    throw error
  } finally {
    progress.end()
    await pool.close()
  }

  const left = inputs.length - done
  const summary = (await workbook?.write(store).catch(notWritten)) ?? null
  const told = (await tables?.write()) ?? []
  const noTables = 'code' in told ? told : null
  const isWritten = (summary === null || typeof summary === 'string') && !noTables
  const interrupted = left > 0
  const batch = log.end({
    ...{ interrupted, tally, ended: new Date() },
    summary: typeof summary === 'string' ? summary : null,
    exitCode: interrupted ? stopped : isWritten ? tally.exitCode() : 2,
  })
  const batchName = nameBeside(targets.values(), 'batch.json')
  const unwritten = await store.put(batchName, toJson(batch)).then(() => null, notWritten)
  const troubles = [
    ...(summary && typeof summary !== 'string' ? [{ name: '汇总.xlsx', failure: summary }] : []),
    ...(noTables ? [{ name: asked.tables ?? '', failure: noTables }] : []),
    ...(unwritten ? [{ name: batchName, failure: unwritten }] : []),
  ]
  if (json) console.log(JSON.stringify(batch))
  else {
    const where = typeof summary === 'string' ? join(out, summary) : null
    const places = { out, workbook: where, tables: noTables ? null : asked.tables }
    for (const line of summaryLines(tally, places, batch.files.skipped, language)) console.log(line)
  }
  for (const { name, failure } of troubles)
    console.error(printable(`${name}  ${failure.sentence[language]} ${failure.remedy[language]}`))
  if (interrupted) console.error(goOn(done, left)[language])
  return troubles.length > 0 && !interrupted ? 2 : batch.exitCode
}
