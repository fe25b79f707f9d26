import { orphaned } from './commands/orphaned.ts'
import { UsageError } from './terminal/usage-error.ts'

/** Each command is loaded when it is asked for: a conversion does not wait for the web server's code. */
const commands: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  start: async () => (await import('./commands/start.ts')).startCommand,
  serve: async () => (await import('./commands/start.ts')).startCommand,
  convert: async () => {
    ;(await import('./pool/early.ts')).startEarly()
    return (await import('./commands/convert.ts')).convertCommand
  },
  replay: async () => (await import('./commands/replay.ts')).replayCommand,
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcileCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  season: async () => (await import('./commands/season.ts')).seasonCommand,
  roster: async () => (await import('./commands/roster.ts')).rosterCommand,
  tables: async () => (await import('./commands/tables.ts')).tablesCommand,
  notices: async () => (await import('./commands/notices.ts')).noticesCommand,
  query: async () => (await import('./commands/query.ts')).queryCommand,
  checks: async () => (await import('./commands/checks.ts')).checksCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  help: async () => (await import('./commands/help.ts')).helpCommand,
  version: async () => (await import('./commands/help.ts')).versionCommand,
}

const aliases: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
}

const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

/** By its name: what it is about is loaded by commands that reach AWS alone. */
const isRemote = (error: unknown): error is Error => error instanceof Error && error.name === 'RemoteTrouble'

const main = async (given: readonly string[]): Promise<number> => {
  const [name = 'help', ...rest] = given
  if (rest.includes('--help') || rest.includes('-h')) return main(['help', name])
  const command = Object.hasOwn(aliases, name) ? aliases[name]! : name
  const load = Object.hasOwn(commands, command) ? commands[command] : undefined
  try {
    if (!load) throw new UsageError(`没有这个命令 (no such command): ${name}`)
    // The service finishes what is in hand; all others can be run again.
    if (command !== 'start' && command !== 'serve') void orphaned().then(() => process.exit(1))
    return await (await load())(rest)
  } catch (error) {
    if (!isUsage(error) && !isRemote(error)) throw error
    console.error(error.message)
    if (isUsage(error)) console.error('用法见 gongkai help (see gongkai help)')
    return 2
  }
}

// `| head` closes our output early: that is no error of anybody's.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2))
