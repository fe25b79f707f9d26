import type { openRunTables } from '../../../functions/season/run-tables.ts'
import { UsageError } from '../terminal/usage-error.ts'

/** What writes the tables, loaded when there are some to write. Throws UsageError where its engine is not installed. */
export const tablesWriter = async (): Promise<{ readonly openRunTables: typeof openRunTables }> => {
  try {
    return await import('../../../functions/season/run-tables.ts')
  } catch (error) {
    const { message } = error as Error
    const [first] = message.split('\n')
    throw new UsageError(
      {
        zh: `数据表要用 DuckDB 来写，这里没有装好它：${first}`,
        en: `The tables are written by DuckDB, which is not installed here: ${first}`,
      },
      { zh: '请运行 npm install @duckdb/node-api', en: 'Run npm install @duckdb/node-api' },
    )
  }
}
