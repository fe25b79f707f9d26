import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, openEngine, quoted } from '../../../functions/season/engine.ts'
import { dataTableNames } from '../../../lib/series/data-tables.ts'
import { Trouble } from '../terminal/trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { readCurrent } from './current.ts'

export interface DataSet {
  readonly year: number
  readonly engine: Engine
}

/**
 * Opens the data set of a year, of the newest if none is given, for questions that read it and nothing else; `written` is
 * a file that an answer may go to.
 */
export const openDataSet = async (
  out: string,
  year: number | null,
  written: readonly string[] = [],
): Promise<DataSet> => {
  const { seasons } = await readCurrent(out)
  const wanted = year === null ? Object.keys(seasons).at(-1) : String(year)
  const folder = wanted === undefined ? undefined : seasons[wanted]
  if (wanted === undefined || folder === undefined)
    throw new UsageError(
      {
        zh: `${out} 中没有${year === null ? '' : ` ${year} 年度的`}数据集。`,
        en: `There is no data set${year === null ? '' : ` of ${year}`} in ${out}.`,
      },
      { zh: '请先运行 gongkai season', en: 'Run gongkai season first.' },
    )
  const engine = await openEngine()
  const pathOf = (name: string): string => join(out, folder, 'dataset', `${name}.parquet`)
  await engine.lock([...dataTableNames.map(pathOf), ...written])
  // A large season has no tidy table; any other that is not there is damage, and told as that.
  const isLeftOut = !(await stat(pathOf('figures')).catch(() => null))
  try {
    for (const name of dataTableNames.filter(each => each !== 'figures' || !isLeftOut))
      await engine.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet(${quoted(pathOf(name))})`)
  } catch (error) {
    engine.close()
    const { message } = error as Error
    throw new Trouble(
      'data-set-damaged',
      { zh: `数据集已损坏：${message}`, en: `The data set is damaged: ${message}` },
      { zh: '请再运行 gongkai season', en: 'Run gongkai season again.' },
    )
  }
  return { year: Number(wanted), engine }
}
