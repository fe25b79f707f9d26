import type { Engine, EngineAsked } from './engine-contract.ts'
import { EngineMissing } from './engine-missing.ts'

export {
  type Engine,
  quoted,
  type SqlResult,
  type SqlRow,
  SqlTrouble,
  type SqlValue,
} from './engine-contract.ts'

/** Opens the engine in memory; it is loaded only now. Throws EngineMissing where it is not installed, or not for this machine. */
export const openEngine = async (asked: EngineAsked = {}): Promise<Engine> => {
  await import('@duckdb/node-api').catch(error => {
    throw new EngineMissing({ cause: error })
  })
  return (await import('./duckdb.ts')).openDuckDb(asked)
}
