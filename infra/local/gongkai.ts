import { enableCompileCache } from 'node:module'
import { noSuchCommand } from './commands/no-such-command.ts'
import { orphaned } from './commands/orphaned.ts'
import { watchStreams } from './terminal/streams.ts'
import { remedyOf, whyOf } from './terminal/system-error.ts'
import { tellTrouble, troubleCode } from './terminal/tell.ts'
import { Trouble } from './terminal/trouble.ts'
import { troubleOf } from './terminal/trouble-of.ts'

// Of what is loaded from here on; each process has to ask for itself.
enableCompileCache()

/** Each command is loaded when it is asked for: a conversion does not wait for the web server's code. */
const commands: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  start: async () => (await import('./commands/start.ts')).startCommand,
  serve: async () => (await import('./commands/start.ts')).serveCommand,
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
  '/?': 'help',
  '--version': 'version',
  '-v': 'version',
}

/** Those that finish what is in hand; all others can be run again. */
const endByThemselves = new Set(['start', 'serve', 'convert'])

const isHelp = (arg: string): boolean => aliases[arg] === 'help'

/** What stands before `--`: the rest are names of files. */
const beforeNames = (args: readonly string[]): readonly string[] => {
  const end = args.indexOf('--')
  return end < 0 ? args : args.slice(0, end)
}

/** Whether a program reads what is said, also where the command line is wrong otherwise. */
const readsJson = (args: readonly string[]): boolean =>
  beforeNames(args).some(
    (arg, at, all) =>
      arg === '--json' || arg === '--format=json' || (arg === '--format' && all[at + 1] === 'json'),
  )

const [given = 'help', ...args] = process.argv.slice(2)
const named = Object.hasOwn(aliases, given) ? aliases[given]! : given
const asksHelp = Object.hasOwn(commands, named) && beforeNames(args).some(isHelp)
const [command, rest] = asksHelp ? ['help', [named]] : [named, args]
const load = Object.hasOwn(commands, command) ? commands[command] : undefined

const tell = (error: unknown): number => {
  tellTrouble(troubleOf(error), load ? command : null, readsJson(args))
  return troubleCode
}

const run = async (): Promise<number> => {
  try {
    if (!load) throw noSuchCommand(given)
    if (!endByThemselves.has(command)) void orphaned().then(() => process.exit(1))
    return await (await load())(rest)
  } catch (error) {
    return tell(error)
  }
}

/** What was said did not get to where it was to go, such as a file on a full disk. */
const notSaid = (error: Error): Trouble => {
  const code = 'code' in error ? String(error.code) : error.name
  const why = whyOf(code)
  return new Trouble(
    'not-printed',
    {
      zh: `屏幕输出没有写全：${why.zh}。`,
      en: `What it prints could not be written: ${why.en}.`,
    },
    remedyOf(code),
  )
}

let isLost = false
watchStreams(error => {
  isLost = true
  process.exitCode = tell(notSaid(error))
})
// Thrown where no one waits for it. Whatever it is, the person is told a sentence.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, error => process.exit(tell(error)))

const code = await run()
process.exitCode = isLost ? troubleCode : code
