import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SqlTrouble } from '../../../functions/season/engine.ts'
import { dataTableNames, dataTables } from '../../../lib/series/data-tables.ts'
import { questions } from '../../../lib/series/questions.ts'
import { type AnswerFormat, answerFormats, answerText } from '../season/answer.ts'
import { openDataSet } from '../season/data-set.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { padded, printable } from '../terminal/width.ts'
import { wholeNumber } from './options.ts'

const options = {
  season: { type: 'string', default: 'season' },
  year: { type: 'string' },
  format: { type: 'string', default: 'table' },
  list: { type: 'boolean', default: false },
} as const

const formatOf = (given: string): AnswerFormat => {
  const format = answerFormats.find(each => each === given)
  if (!format) throw new UsageError(`query: --format 只能是 table、csv 或 json (not ${given})`)
  return format
}

const listed = (): readonly string[] => [
  '现成的问题 (ready questions)：',
  ...questions.map(({ id, title }) => `  ${padded(title.zh, 14)}  ${padded(id, 16)}  ${title.en}`),
  '可以查询的表 (tables)：',
  ...dataTableNames.map(name => `  ${padded(name, 10)}  ${dataTables[name].about.zh}`),
  '各表的列见数据集中的 columns.csv (their columns: columns.csv of the data set)',
]

/** The SQL of a ready question by its name in either language, else the SQL itself. */
const sqlOf = (asked: string, year: number): string => {
  const question = questions.find(({ id, title }) => id === asked || title.zh === asked)
  if (question) return question.sql(year)
  if (/\s/u.test(asked)) return asked
  throw new UsageError(`query: 没有这个问题：${asked}；见 gongkai query --list (no such question)`)
}

/** `query`: asks the data set of a season. Gives the exit code: 0 answered, 2 not. */
export const queryCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const format = formatOf(values.format)
  if (values.list) {
    console.log(listed().join('\n'))
    return 0
  }
  const [asked, ...more] = positionals
  if (asked === undefined || more.length > 0)
    throw new UsageError(
      'query: 请给出一条带引号的 SELECT 语句，或一个问题的名字 (one quoted SELECT, or a name)',
    )
  const given = wholeNumber('--year', values.year, 2008, 2100)
  const { year, engine } = await openDataSet(resolve(values.season), given)
  try {
    process.stdout.write(answerText(await engine.ask(sqlOf(asked, year)), format))
    return 0
  } catch (error) {
    if (!(error instanceof SqlTrouble)) throw error
    throw new UsageError(`query: ${printable(error.message)}`)
  } finally {
    engine.close()
  }
}
