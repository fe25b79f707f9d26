import type { Message } from '../../lib/model/message.ts'

/** The engine of seasons and tables is not installed, or there is none for this machine: nothing else needs it. */
export class EngineMissing extends Error {
  override readonly name = 'EngineMissing'
  readonly sentence: Message = {
    zh: '这一步要用 DuckDB，这里没有装，或没有适合本机的版本。',
    en: 'This needs DuckDB, which is not installed, or not for this machine.',
  }
  readonly remedy: Message = {
    zh: '请运行 npm install @duckdb/node-api；转换报告不需要它。',
    en: 'Run npm install @duckdb/node-api; converting reports does not need it.',
  }

  constructor(options?: ErrorOptions) {
    super('', options)
    const { sentence, remedy } = this
    this.message = `${sentence.zh}${remedy.zh} (${sentence.en} ${remedy.en})`
  }
}
