import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { outputs } from '../../../lib/writers/index.ts'
import { openArchives } from '../convert/archives.ts'
import { findInputs, type Input } from '../convert/inputs.ts'
import { demandApart, prepareOut } from '../convert/out-folder.ts'
import { type Asked, runBatch } from '../convert/run-batch.ts'
import { demandName, readStandardInput, standardInput } from '../convert/standard-input.ts'
import { targetsOf } from '../convert/targets.ts'
import { readOptions } from '../terminal/read-options.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { askedToStop } from './asked-to-stop.ts'
import { convertManual } from './manual/convert.ts'

/** Tables do not stand among the folders of the results, which may be called as they are. Throws UsageError. */
const tablesApart = (out: string, tables: string | undefined): string | null => {
  if (tables === undefined || relative(out, tables) !== '') return tables ?? null
  throw new UsageError({
    zh: '--tables 不能与 --out 是同一个文件夹；可以放在它里面，如 --tables 结果/表。',
    en: '--tables must be another folder than --out; it may lie in it.',
  })
}

const parse = (args: readonly string[]): Asked & { readonly name: string | undefined } => {
  const { values, operands } = readOptions(convertManual, args)
  const { name, only, format, quiet, lang } = values
  demandName(operands, name)
  return {
    paths: operands,
    out: values.out!,
    name,
    roles: outputs.filter(({ ending }) => only.length === 0 || only.includes(ending)).map(({ role }) => role),
    skipExisting: values['skip-existing'],
    concurrency: values.concurrency ?? availableParallelism(),
    scans: !values['no-scans'],
    ...{ json: format === 'json', quiet, language: lang, tables: tablesApart(values.out!, values.tables) },
  }
}

/** Throws UsageError where there is nothing to convert. */
const inputsOf = async ({ paths, out, tables }: Asked, name: string | undefined) => {
  const given = [...new Set(paths)].filter(path => path !== standardInput)
  const found: readonly Input[] = [
    ...(name === undefined ? [] : [await readStandardInput(name)]),
    ...(await findInputs(given, tables === null ? [out] : [out, tables])),
  ]
  if (found.length > 0 && found.every(({ failed }) => failed?.code === 'not-found')) {
    const names = found.map(({ path }) => path).join('、')
    throw new UsageError({
      zh: `没有这个文件或文件夹：${names}。`,
      en: `No such file or folder: ${names}.`,
    })
  }
  const inputs = await openArchives(found)
  if (inputs.length > 0) return inputs
  throw new UsageError({
    zh: '所给文件夹中没有可转换的文件。',
    en: 'There is no file to convert in these folders.',
  })
}

/**
 * `convert <file|folder>... --out DIR`. Gives the exit code: 0 all well, 1 a report is invalid, 2 a file was not
 * converted, 130 stopped before the end.
 */
export const convertCommand = async (args: readonly string[]): Promise<number> => {
  const { name, ...asked } = parse(args)
  const inputs = await inputsOf(asked, name)
  const targets = targetsOf(inputs)
  await demandApart(inputs, targets, asked.out)
  await prepareOut(asked.out)
  const tables =
    asked.tables === null ? null : await (await import('../tables/collect.ts')).openTables(asked.tables)
  return runBatch(inputs, targets, asked, askedToStop(), tables)
}
