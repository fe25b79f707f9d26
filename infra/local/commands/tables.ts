import { relative, resolve } from 'node:path'
import { demandFolders } from '../lock/for-command.ts'
import { openTablesFor } from '../tables/collect.ts'
import { rowsOfResults } from '../tables/from-results.ts'
import { readOptions } from '../terminal/read-options.ts'
import { Trouble } from '../terminal/trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { printable } from '../terminal/width.ts'
import { tablesManual } from './manual/tables.ts'

const parse = (args: readonly string[]) => {
  const { values } = readOptions(tablesManual, args)
  const out = values.out!
  const from = values.from.length > 0 ? values.from : ['outbox']
  if (from.some(folder => relative(folder, out) === ''))
    throw new UsageError({
      zh: '数据表请放在另一个文件夹，不要放在结果里。',
      en: '--out must be another folder than --from.',
    })
  return { from, out: resolve(out) }
}

/** How many files and reports were told of; a file that stands in two places, or under its name of before, counts twice. */
const tally = () => {
  const folders = new Map<string, number>()
  let [files, reports] = [0, 0]
  return {
    add: (sha256: unknown, isReport: boolean) => {
      files += 1
      if (!isReport) return
      reports += 1
      folders.set(String(sha256), (folders.get(String(sha256)) ?? 0) + 1)
    },
    files: () => files,
    reports: () => reports,
    twice: () => [...folders.values()].filter(times => times > 1).length,
  }
}

const write = async ({ from, out }: ReturnType<typeof parse>): Promise<number> => {
  const tables = await openTablesFor('tables', out)
  try {
    const count = tally()
    for await (const rows of rowsOfResults(from)) {
      count.add(rows.file['sha256'], rows.report !== null)
      await tables.add(rows)
    }
    if (count.files() === 0)
      throw new UsageError({
        zh: `${from.join('、')} 中没有转换结果，没有写数据表。`,
        en: `There are no results in ${from.join(', ')}; no table was written.`,
      })
    const written = await tables.write()
    if ('code' in written) throw new Trouble(written.code, written.sentence, written.remedy)
    if (count.twice() > 0)
      console.error(
        `tables: 有 ${count.twice()} 份文件不止一次计入（放在几处，或改名前的结果还在），合计时会重复，见 reports 的 sha256 (files that count more than once, in several places or under an earlier name: see sha256 before summing)`,
      )
    console.log(
      `${count.files()} 个文件中的 ${count.reports()} 份报告写入 ${printable(out)} (reports of the files, as tables)`,
    )
    return 0
  } finally {
    await tables.discard()
  }
}

/** `tables`: results as tables that other programs read. Gives the exit code: 0 written, 2 not. */
export const tablesCommand = async (args: readonly string[]): Promise<number> => {
  const asked = parse(args)
  await demandFolders(asked.from)
  return write(asked)
}
