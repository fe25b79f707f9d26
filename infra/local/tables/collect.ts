import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openRunTables, type RowsOfFile } from '../../../functions/season/run-tables.ts'
import { type FileFacts, fileRow, reportRows, runTableFiles } from '../../../lib/series/run-tables.ts'
import type { Failure } from '../../../lib/submission/outcome.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'
import type { FileOutcome } from '../convert/convert-file.ts'
import { ofTarget } from '../season/receipts.ts'
import { openFolder } from './folder.ts'

/** The tables of a run, filled as its files come, in any order. */
export interface Tables {
  /** Never rejects: what goes wrong is told by `write`. */
  readonly add: (rows: RowsOfFile) => Promise<void>
  /** Writes the tables, whole or not at all. Gives the names of the files, or why there are none. */
  readonly write: () => Promise<readonly string[] | Failure>
  /** Leaves nothing half written; nothing after `write`. */
  readonly discard: () => Promise<void>
}

const notWritten = (dir: string, error: unknown): Failure => {
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: 'tables-not-written',
    sentence: {
      zh: `数据表没能写入 ${dir}，那里原有的表没有变：${message}`,
      en: `The tables could not be written to ${dir}; those that were there stand: ${message}`,
    },
    remedy: {
      zh: '请检查该文件夹的剩余空间和写入权限，并关闭打开着这些表的程序；转换结果不受影响，可用 gongkai tables 再写一次。',
      en: 'See whether the folder has room and may be written, and close programs that have the tables open. Results stand: gongkai tables writes the tables again.',
    },
  }
}

/** Opens tables in a folder for a command. Throws UsageError or EngineMissing where they cannot be had, before anything is done. */
export const openTablesFor = async (command: string, dir: string): Promise<Tables> => {
  const { aside, put, release } = await openFolder(command, dir)
  const writer = await openRunTables(join(aside, 'rows')).catch(async error => {
    await release()
    throw error
  })
  let trouble: { readonly error: unknown } | null = null
  let isClosed = false
  const discard = async () => {
    if (isClosed) return
    isClosed = true
    writer.close()
    await release()
  }
  // One row after another: the engine fills one table at a time.
  let last: Promise<void> = Promise.resolve()
  return {
    add: rows => {
      last = last
        .then(() => (trouble ? undefined : writer.add(rows)))
        .catch(error => {
          trouble ??= { error }
        })
      return last
    },
    write: async () => {
      try {
        await last
        if (trouble) throw trouble.error
        const made = join(aside, 'made')
        await mkdir(made)
        await writer.write(made)
        await put(made)
        return runTableFiles
      } catch (error) {
        return notWritten(dir, error)
      } finally {
        await discard()
      }
    },
    discard,
  }
}

const factsOf = (target: string, { source, outcome }: FileOutcome, names: readonly string[]): FileFacts => {
  const { json } = outputNames(source.name)
  const isReport = outcome.kind === 'validated'
  return {
    ...{ key: target, version: source.sha256 === null ? null : ofTarget(target, source).version, source },
    ...{ outcome: outcome.kind, standing: isReport ? 'counted' : 'none', replacedBy: null },
    reason:
      outcome.kind === 'rejected' ? outcome.problem : outcome.kind === 'failed' ? outcome.failure : null,
    json: isReport && names.includes(json) ? `${target}/${json}` : null,
  }
}

/** What came of a file as rows; `names`: of what was written of it below its target. */
export const rowsOfOutcome = (target: string, result: FileOutcome, names: readonly string[]): RowsOfFile => {
  const file = fileRow(factsOf(target, result, names))
  if (result.outcome.kind !== 'validated') return { file, report: null, findings: [] }
  const bytes = result.outcome.conversion.outputs.json
  const json = JSON.parse(new TextDecoder().decode(bytes)) as ReportJson
  return { file, ...reportRows(json, ofTarget(target, result.source)) }
}

/** The tables of `convert`. */
export interface RunTables extends Omit<Tables, 'add'> {
  /** `names`: what stands below `target`. Never rejects. */
  readonly add: (target: string, result: FileOutcome, names: readonly string[]) => Promise<void>
}

/** Opens tables for a run of `convert`. Throws where they cannot be had, as `openTablesFor` does. */
export const openTables = async (dir: string): Promise<RunTables> => {
  const tables = await openTablesFor('convert', dir)
  return {
    ...tables,
    add: (target, result, names) => tables.add(rowsOfOutcome(target, result, names)),
  }
}
