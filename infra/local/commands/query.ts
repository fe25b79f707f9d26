import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Engine, SqlTrouble } from '../../../functions/season/engine.ts'
import { dataTableNames, dataTables } from '../../../lib/series/data-tables.ts'
import { questions } from '../../../lib/series/questions/index.ts'
import { codeOf } from '../disk/error-code.ts'
import { type AnswerFormat, answerFormats, answerText } from '../season/answer.ts'
import { answerFile } from '../season/answer-file.ts'
import { openDataSet } from '../season/data-set.ts'
import { SeasonTrouble } from '../season/season-trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { padded, printable } from '../terminal/width.ts'
import { wholeNumber } from './options.ts'

const options = {
  season: { type: 'string', default: 'season' },
  year: { type: 'string' },
  format: { type: 'string', default: 'table' },
  out: { type: 'string' },
  list: { type: 'boolean', default: false },
} as const

const formats = [...answerFormats, 'parquet'] as const
type Format = AnswerFormat | 'parquet'

const formatOf = (given: string): Format => {
  const format = formats.find(each => each === given)
  if (!format) throw new UsageError(`query: --format 只能是 table、csv、json 或 parquet (not ${given})`)
  return format
}

const listed = (): readonly string[] => [
  '现成的问题 (ready questions)：',
  ...questions.flatMap(({ id, title, about }) => [
    `  ${padded(title.zh, 14)}  ${padded(id, 17)}  ${title.en}`,
    `      ${about.zh}`,
  ]),
  '可以查询的表 (tables)：',
  ...dataTableNames.map(name => `  ${padded(name, 10)}  ${dataTables[name].about.zh}`),
  '各表的列见数据集中的 columns.csv (their columns: columns.csv of the data set)',
]

/** The SQL of a ready question by its name in either language, else the SQL itself. */
const sqlOf = (given: string, year: number): string => {
  const asked = given.trim()
  const question = questions.find(({ id, title }) => id === asked || title.zh === asked)
  if (question) return question.sql(year)
  if (/\s/u.test(asked)) return asked
  throw new UsageError(`query: 没有这个问题：${asked}；见 gongkai query --list (no such question)`)
}

const written = (engine: Engine, sql: string, format: Format, path: string): Promise<void> =>
  format === 'parquet'
    ? engine.copyAnswer(sql, path)
    : engine.ask(sql).then(answer => writeFile(path, answerText(answer, format)))

interface Asked {
  readonly asked: string
  readonly season: string
  readonly year: number | null
  readonly format: Format
}

const toFile = async ({ asked, season, year: given, format }: Asked, out: string): Promise<void> => {
  const file = await answerFile(out, season)
  try {
    const { year, engine } = await openDataSet(season, given, [file.aside])
    try {
      await written(engine, sqlOf(asked, year), format, file.aside)
    } finally {
      engine.close()
    }
    await file.done()
  } catch (error) {
    await file.discard()
    throw error
  }
}

const toTerminal = async ({ asked, season, year: given, format }: Asked): Promise<void> => {
  if (format === 'parquet')
    throw new UsageError('query: --format parquet 须用 --out 指定文件 (Parquet needs --out FILE)')
  const { year, engine } = await openDataSet(season, given)
  try {
    process.stdout.write(answerText(await engine.ask(sqlOf(asked, year)), format))
  } finally {
    engine.close()
  }
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
  const year = wholeNumber('--year', values.year, 2008, 2100)
  const question = { asked, season: resolve(values.season), year, format }
  try {
    await (values.out === undefined ? toTerminal(question) : toFile(question, values.out))
    return 0
  } catch (error) {
    if (error instanceof SqlTrouble || error instanceof SeasonTrouble)
      throw new UsageError(`query: ${printable(error.message)}`)
    if (values.out === undefined || codeOf(error) === '') throw error
    throw new UsageError(`query: 没能写入 ${printable(values.out)}：${codeOf(error)} (not written)`)
  }
}
