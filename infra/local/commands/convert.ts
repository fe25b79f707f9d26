import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { inOrder } from '../../../lib/util/in-order.ts'
import { openArchives } from '../convert/archives.ts'
import { convertFile, type FileOutcome } from '../convert/convert-file.ts'
import { findInputs, type Input, NoSuchInput, targetsOf } from '../convert/inputs.ts'
import { jsonLine } from '../convert/json-line.ts'
import { summaryLines, tallyOf } from '../convert/summary.ts'
import { summaryWorkbook } from '../convert/summary-workbook.ts'
import { notWritten, writeResult } from '../convert/write-result.ts'
import { folderStore } from '../disk/folder-store.ts'
import { batchMember, takeEarly } from '../pool/early.ts'
import { openPool } from '../pool/pool.ts'
import { startProgress } from '../terminal/progress.ts'
import { readOptions } from '../terminal/read-options.ts'
import { headerLine, reportLines } from '../terminal/report-lines.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { convertManual } from './manual/convert.ts'

const parse = (args: readonly string[]) => {
  const { values, operands } = readOptions(convertManual, args)
  return {
    paths: operands,
    out: values.out!,
    json: values.format === 'json',
    jobs: values.concurrency ?? availableParallelism(),
    language: values.lang,
  }
}

const inputsOf = async (paths: readonly string[], out: string): Promise<readonly Input[]> => {
  try {
    const inputs = await openArchives(await findInputs(paths, out))
    if (inputs.length > 0) return inputs
  } catch (error) {
    if (error instanceof NoSuchInput)
      throw new UsageError({
        zh: `没有这个文件或文件夹：${error.message}。`,
        en: `No such file or folder: ${error.message}.`,
      })
    throw error
  }
  throw new UsageError({
    zh: '所给文件夹中没有可转换的文件。',
    en: 'There is no file to convert in these folders.',
  })
}

/** `convert <file|folder>... --out DIR`. Gives the exit code: 0 all well, 1 a report is invalid, 2 a file was not converted. */
export const convertCommand = async (args: readonly string[]): Promise<number> => {
  const { paths, out, json, jobs, language } = parse(args)
  const inputs = await inputsOf(paths, out)
  const targets = targetsOf(inputs)
  const size = Math.min(jobs, inputs.length)
  const pool = openPool({ ...batchMember, size, first: takeEarly() })
  const store = folderStore(out)

  const work = async (input: Input) => {
    const target = targets.get(input)!
    const result: FileOutcome = await convertFile(input, pool)
    try {
      return { input, target, result, names: await writeResult(store, out, target, result) }
    } catch (error) {
      const failed: FileOutcome = {
        source: result.source,
        outcome: { kind: 'failed', failure: notWritten(error), quarantine: null },
      }
      return { input, target, result: failed, names: [] }
    }
  }

  const progress = startProgress(inputs.length, process.stdout, process.stderr)
  const tally = tallyOf()
  const workbook = inputs.length > 1 ? summaryWorkbook(targets.values()) : null
  if (!json) progress.print(headerLine(language))
  try {
    // A file is read or its results are written while others are converted: no worker waits for that.
    for await (const { input, target, result, names } of inOrder(inputs, 2 * size + 1, work)) {
      tally.add(result.outcome)
      workbook?.add(target, result)
      const lines = json
        ? [jsonLine(input.path, join(out, target), result, names)]
        : reportLines(input.path, result.outcome, language)
      progress.step()
      for (const line of lines) progress.print(line)
    }
  } finally {
    progress.end()
    await pool.close()
  }
  const summary = await workbook?.write(store).catch(notWritten)
  const where = typeof summary === 'string' ? join(out, summary) : null
  if (!json) for (const line of summaryLines(tally, out, where, language)) console.log(line)
  if (typeof summary !== 'object') return tally.exitCode()
  console.error(`汇总.xlsx  ${summary.sentence[language]} ${summary.remedy[language]}`)
  return 2
}
