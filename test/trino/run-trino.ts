import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { AthenaTable } from '../../lib/series/athena.ts'
import type { Toolchain } from './toolchain.ts'

const run = promisify(execFile)
const source = fileURLToPath(new URL('runner/Runner.java', import.meta.url))

/** Where locations of tables begin for the runner: the folder it is given. */
export const trinoRoot = 'local:///'

export interface Statement {
  readonly id: string
  readonly sql: string
}

/** Values as text, whatever their type. */
export type Answer = { readonly id: string; readonly ms: number } & (
  | { readonly error: string }
  | {
      readonly columns: readonly string[]
      readonly types: readonly string[]
      readonly rows: readonly (readonly (string | null)[])[]
    }
)

/** Bounded, with what Trino asks of a JVM; every statement is new, so that code is worth no second compiling. */
const options = [
  ...['-Xmx3g', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
  '-Dfile.encoding=UTF-8',
  '--add-modules=jdk.incubator.vector',
  '--enable-native-access=ALL-UNNAMED',
  '--sun-misc-unsafe-memory-access=allow',
]

/** Runs the statements in one JVM, over tables that lie below `folder`; gives their answers by id. */
export const runTrino = async (
  { java, classpath }: Exclude<Toolchain, { missing: string }>,
  folder: string,
  tables: readonly AthenaTable[],
  statements: readonly Statement[],
): Promise<ReadonlyMap<string, Answer>> => {
  const [work, answers, list] = ['work.json', 'answers.jsonl', 'classpath.txt'].map(name =>
    join(folder, name),
  )
  const schema = 'gongkai'
  await writeFile(list!, `-cp "${classpath}"`)
  await writeFile(
    work!,
    JSON.stringify({
      root: folder,
      schemas: [{ name: schema, tables }],
      statements: statements.map(statement => ({ ...statement, schema })),
    }),
  )
  const args = [...options, `@${list}`, source, work!, answers!]
  await run(java, args, { timeout: 840_000, maxBuffer: 1e9 })
  const lines = (await readFile(answers!, 'utf8')).trim().split('\n')
  return new Map(lines.map(line => JSON.parse(line) as Answer).map(answer => [answer.id, answer]))
}
