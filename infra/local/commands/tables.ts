import { relative, resolve } from 'node:path'
import { demandFolders } from '../lock/for-command.ts'
import { openTablesFor } from '../tables/collect.ts'
import { rowsOfResults } from '../tables/from-results.ts'
import { tallyOfRows } from '../tables/tally.ts'
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

const write = async ({ from, out }: ReturnType<typeof parse>): Promise<number> => {
  const tables = await openTablesFor('tables', out)
  try {
    const count = tallyOfRows()
    for await (const rows of rowsOfResults(from)) {
      count.add(rows)
      await tables.add(rows)
    }
    if (count.files() === 0)
      throw new UsageError({
        zh: `${from.join('、')} 中没有转换结果，没有写数据表。`,
        en: `There are no results in ${from.join(', ')}; no table was written.`,
      })
    const written = await tables.write()
    if ('code' in written) throw new Trouble(written.code, written.sentence, written.remedy)
    if (count.sameYear() > count.sameBytes())
      console.error(
        `tables: 有 ${count.sameYear()} 个机关同一年度不止一份报告，都计入，合计时会重复，见 reports 的 authority、year (authorities with several reports of one year, all of them counted: see authority and year before summing)`,
      )
    if (count.sameBytes() > 0)
      console.error(
        `tables: 有 ${count.sameBytes()} 份文件不止一次计入（放在几处，或改名前的结果还在），合计时会重复，见 reports 的 sha256 (files that count more than once, in several places or under an earlier name: see sha256 before summing)`,
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
