import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Engine, SqlTrouble } from '../../../functions/season/engine.ts'
import { dataTableNames, dataTables } from '../../../lib/series/data-tables.ts'
import { questions } from '../../../lib/series/questions/index.ts'
import { type AnswerFormat, answerText } from '../season/answer.ts'
import { answerFile } from '../season/answer-file.ts'
import { openDataSet } from '../season/data-set.ts'
import { readOptions } from '../terminal/read-options.ts'
import { remedyOf, systemErrorOf, whyOf } from '../terminal/system-error.ts'
import { Trouble } from '../terminal/trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { padded } from '../terminal/width.ts'
import { queryManual } from './manual/query.ts'

type Format = AnswerFormat | 'parquet'

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
  throw new UsageError(
    { zh: `没有这个问题：${asked}。`, en: `No such question: ${asked}.` },
    { zh: '现成的问题见 gongkai query --list', en: 'gongkai query --list names the ready ones' },
  )
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
    throw new UsageError({
      zh: '--format parquet 须用 --out 指定文件。',
      en: '--format parquet needs --out FILE.',
    })
  const { year, engine } = await openDataSet(season, given)
  try {
    process.stdout.write(answerText(await engine.ask(sqlOf(asked, year)), format))
  } finally {
    engine.close()
  }
}

/** `query`: asks the data set of a season. Gives the exit code: 0 answered, 2 not. */
export const queryCommand = async (args: readonly string[]): Promise<number> => {
  const { values, operands } = readOptions(queryManual, args)
  if (values.list) {
    console.log(listed().join('\n'))
    return 0
  }
  const [asked] = operands
  if (asked === undefined) throw new UsageError(queryManual.operands.wanted)
  const { year, format } = values
  const question = { asked, season: resolve(values.season), year, format }
  try {
    await (values.out === undefined ? toTerminal(question) : toFile(question, values.out))
    return 0
  } catch (error) {
    if (error instanceof SqlTrouble)
      throw new UsageError({
        zh: `这一问题做不了：${error.message}`,
        en: `It cannot be answered: ${error.message}`,
      })
    const system = values.out === undefined ? null : systemErrorOf(error)
    if (!system) throw error
    const why = whyOf(system.code)
    throw new Trouble(
      'not-written',
      { zh: `没能写入 ${values.out}：${why.zh}。`, en: `${values.out} was not written: ${why.en}.` },
      remedyOf(system.code),
    )
  }
}
