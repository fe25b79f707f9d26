import { formats, homes, lib, local, seams, shared } from './rooms.ts'

/** What a room may not import, and what to do instead. */
interface Rule {
  readonly room: string
  readonly denied: readonly string[]
  readonly advice: string
}

const isFile = (name: string): boolean => name.endsWith('.ts')

/** Imports of any of these rooms, as they are written. */
const importsOf = (names: readonly string[]): readonly string[] => {
  const files = names.filter(isFile)
  const folders = names.filter(name => !isFile(name))
  return [
    ...(folders.length > 0 ? [`**/{${folders.join(',')}}/**`] : []),
    ...(files.length > 0 ? [`**/{${files.join(',')}}`] : []),
  ]
}

const inOrder = (parent: string, names: readonly string[], outside: readonly string[]): readonly Rule[] =>
  names.map((name, index) => ({
    room: `${parent}/${name}`,
    denied: importsOf([...names.slice(index + 1), ...outside]),
    advice: `imports only the rooms before it (${names.slice(0, index).join(', ') || 'none'}): move what both need into one of them, or take it as an argument.`,
  }))

const outsideLib = ['functions', 'infra', 'test']

const libRules = inOrder('lib', lib, outsideLib).map(rule =>
  rule.room === 'lib/submission' ? rule : { ...rule, denied: [...rule.denied, '**/events/**'] },
)

const readersRule = libRules.find(({ room }) => room === 'lib/readers')!

const readerRules = [...shared, ...formats].map((folder, index) => ({
  room: `lib/readers/${folder}`,
  denied: [
    ...readersRule.denied,
    ...importsOf([...shared.slice(index + 1), ...formats.filter(format => format !== folder)]),
    // The list of readers, from the folder itself and from one in it.
    ...['../index.ts', '../../index.ts'],
  ],
  advice:
    'imports neither another format nor a later room: move what both need into a folder that all readers share, or name a seam in test/rooms/rooms.ts.',
}))

const rules: readonly Rule[] = [
  {
    room: 'events',
    denied: importsOf(['lib', 'functions', 'infra', 'test']),
    advice: 'is a contract with others and imports nothing of ours: say there what the contract needs.',
  },
  ...libRules,
  ...readerRules,
  {
    room: 'functions',
    denied: importsOf(['infra', 'test']),
    advice: 'imports events and lib: what needs an AWS SDK goes into functions/aws.',
  },
  {
    room: 'functions/aws',
    denied: ['../*.ts', ...importsOf(['infra', 'test'])],
    advice: 'stands before the handlers: move what both need into lib/submission, or take it as an argument.',
  },
  {
    room: 'functions/season',
    denied: ['../*.ts', ...importsOf(['aws', 'events', 'infra', 'test'])],
    advice: 'is what AWS and one machine share: it imports lib, and works in folders it is given.',
  },
  {
    room: 'infra',
    denied: importsOf(['functions', 'test']),
    advice:
      'imports lib and events: name a seam in test/rooms/rooms.ts for what it must know of the functions.',
  },
  {
    room: 'infra/aws',
    denied: importsOf(['functions', 'local', 'test']),
    advice: 'describes the stack: name a seam in test/rooms/rooms.ts for what it must know of the functions.',
  },
  ...inOrder('infra/local', local, ['functions', 'aws', 'test']),
]

/** Globs of the files of a room. */
export const filesOf = (room: string): string => (isFile(room) ? room : `${room}/**`)

const within = (room: string, home: string): boolean => room === home || room.startsWith(`${home}/`)

const packagesDenied = (room: string): readonly string[] =>
  Object.entries(homes).flatMap(([home, names]) => (within(room, home) ? [] : names))

const groupOf = ({ room, denied }: Rule): readonly string[] => [
  ...denied,
  ...packagesDenied(room),
  ...seams.filter(({ from }) => from === room).flatMap(({ to }) => to.map(file => `!**/${file}`)),
]

const overrideOf = (rule: Rule) => ({
  includes: [filesOf(rule.room)],
  linter: {
    rules: {
      style: {
        noRestrictedImports: {
          level: 'error',
          options: { patterns: [{ group: groupOf(rule), message: `${rule.room} ${rule.advice}` }] },
        },
      },
    },
  },
})

/**
 * What `biome.rooms.json` says, a line for each room. Of the overrides that fit a file Biome takes the last one, whole:
 * inner rooms come later.
 */
export const roomsJson = `{ "overrides": [\n${rules.map(rule => JSON.stringify(overrideOf(rule))).join(',\n')}\n] }\n`
