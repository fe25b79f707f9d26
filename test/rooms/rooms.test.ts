import { execFile } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roomsJson } from './overrides.ts'
import { formats, lib, local, seams, shared } from './rooms.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A file in a room, one import of it, and whether lint must refuse that. */
interface Probe {
  readonly file: string
  readonly imports: string
  readonly refused: boolean
}

const isFile = (name: string): boolean => name.endsWith('.ts')
const fileIn = (parent: string, name: string): string =>
  isFile(name) ? `${parent}/${name}` : `${parent}/${name}/deep/file.ts`

const inOrder = (parent: string, names: readonly string[]): readonly Probe[] =>
  names.flatMap((from, own) =>
    names.map((to, other) => ({
      file: fileIn(parent, from),
      imports: `${isFile(from) ? '.' : '../..'}/${isFile(to) ? to : `${to}/index.ts`}`,
      refused: other > own,
    })),
  )

/** A reader's folder beside all formats: it is let into none of them but by a seam, and that is to a file. */
const besideFormats = (folder: string): readonly Probe[] =>
  formats.map(format => ({
    file: `lib/readers/${folder}/deep/file.ts`,
    imports: `../../${format}/any-file.ts`,
    refused: format !== folder,
  }))

const throughSeams: readonly Probe[] = seams.flatMap(seam =>
  seam.to.map(file => ({ file: `${seam.from}/deep/seam.ts`, imports: `../../${file}`, refused: false })),
)

const from = (file: string, refused: readonly string[], allowed: readonly string[]): readonly Probe[] => [
  ...refused.map(imports => ({ file, imports, refused: true })),
  ...allowed.map(imports => ({ file, imports, refused: false })),
]

const aws = '@aws-sdk/client-s3'

const probes: readonly Probe[] = [
  ...inOrder('lib', lib),
  ...inOrder('infra/local', local),
  ...inOrder('lib/readers', shared),
  ...[...shared, ...formats].flatMap(besideFormats),
  ...throughSeams,
  ...from('lib/readers/docx/index.ts', ['../../checks/index.ts', aws, 'chokidar'], ['../story/model.ts']),
  ...from(
    'lib/readers/docx/index.ts',
    ['../index.ts', '../html/walk.ts', '../pdf/ink/canvas.ts'],
    ['../rtf/index.ts'],
  ),
  ...from('lib/readers/docx/index.ts', ['mammoth/lib/xml/nodes.js'], ['saxes', '../pdf/ink/model.ts']),
  ...from('lib/readers/zip/index.ts', ['../index.ts', '../docx/index.ts'], ['../given-file.ts']),
  ...from('lib/vendor/mammoth/body.ts', ['../../model/report.ts'], ['mammoth/lib/xml/nodes.js']),
  ...from('lib/checks/check.ts', ['../../events/types.ts', '../../functions/run.ts'], ['../forms/index.ts']),
  ...from('lib/submission/event.ts', ['../../infra/local/disk/x.ts'], ['../../events/types.ts']),
  ...from('events/index.ts', ['../lib/convert.ts', '../functions/run.ts'], ['./parts.ts', 'zod']),
  ...from('functions/run.ts', ['../infra/local/disk/x.ts', aws], ['./aws/s3-store.ts', '../lib/convert.ts']),
  ...from('functions/aws/s3-store.ts', ['../run.ts', '../../infra/aws/x.ts'], [aws, './errors.ts']),
  ...from('infra/bundle/options.ts', ['../../functions/run.ts', aws], ['../../lib/convert.ts', 'esbuild']),
  ...from('infra/aws/stack.ts', ['../local/web/x.ts', '../../functions/run.ts'], ['aws-cdk-lib/aws-sqs']),
  ...from('infra/aws/metrics.ts', [aws], ['../../functions/metric-names.ts', 'constructs']),
  ...from('infra/local/inbox/watch.ts', ['aws-cdk-lib', '../../aws/stack.ts'], ['chokidar']),
  ...from(
    'infra/local/operate/place.ts',
    ['../../../functions/run.ts'],
    ['../../../functions/aws/remote.ts'],
  ),
  ...from('test/lib/any.test.ts', [], ['../../infra/aws/stack.ts', '../../functions/run.ts', aws]),
]

interface Diagnostics {
  readonly diagnostics: readonly {
    readonly category: string
    readonly message: string
    readonly location: { readonly path: string; readonly start: { readonly line: number } }
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-rooms-'))
const messages = new Map<string, string>()
const circles: string[] = []

/** Every way to import. */
const ways: readonly ((what: string) => string)[] = [
  what => `import ${what}`,
  what => `import type { A } from ${what}`,
  what => `export * from ${what}`,
  what => `await import(${what})`,
]

/** All probes as files of another tree, under the same configuration, by one run of lint. */
const lintProbes = async (): Promise<void> => {
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: {} }))
  writeFileSync(join(folder, 'biome.rooms.json'), roomsJson)
  const files = Map.groupBy(probes, probe => probe.file)
  for (const [file, inside] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    const lines = inside.map(({ imports }, at) => `${ways[at % ways.length]!(`'${imports}'`)}\n`)
    writeFileSync(join(folder, file), lines.join(''))
  }
  for (const [own, other] of ['ab', 'ba'])
    writeFileSync(
      join(folder, `lib/util/deep/${own}.ts`),
      `import type { A } from './${other}.ts'\nexport type B = A\n`,
    )
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [
    biome,
    'lint',
    '--only=style/noRestrictedImports',
    '--only=suspicious/noImportCycles',
    '--max-diagnostics=none',
    '--reporter=json',
  ]
  const ran = promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 })
  const { stdout } = await ran.catch((error: { stdout: string }) => error)
  for (const { category, message, location } of (JSON.parse(stdout) as Diagnostics).diagnostics)
    if (category.endsWith('noImportCycles')) circles.push(location.path)
    else
      messages.set(`${location.path} ${files.get(location.path)![location.start.line - 1]!.imports}`, message)
}

beforeAll(lintProbes, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const messageOf = ({ file, imports }: Probe): string | undefined => messages.get(`${file} ${imports}`)

describe('lint', () => {
  test('refuses every import against the order of the rooms', () => {
    const passed = probes.filter(probe => probe.refused && messageOf(probe) === undefined)
    expect(passed).toEqual([])
  })

  test('lets every other import through', () => {
    expect(probes.filter(probe => !probe.refused && messageOf(probe) !== undefined)).toEqual([])
  })

  test('refuses a circle, of types too', () => {
    expect(circles).toEqual(expect.arrayContaining(['lib/util/deep/a.ts', 'lib/util/deep/b.ts']))
  })

  test('says what to do, in one sentence that names the room', () => {
    expect(messages.get('lib/readers/docx/index.ts ../../checks/index.ts')).toBe(
      'lib/readers/docx imports neither another format nor a later room: move what both need into a folder that all readers share, or name a seam in test/rooms/rooms.ts.',
    )
    for (const message of messages.values()) expect(message).toMatch(/^[a-z/-]+(?:\.ts)? [^.].*: .*\.$/)
  })
})

describe('the lists', () => {
  const inside = (parent: string): readonly string[] =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter(entry => entry.isDirectory() || isFile(entry.name))
      .map(({ name }) => name)

  test('name every room there is', () => {
    const files = inside('lib/readers').filter(isFile)
    expect([...lib].toSorted()).toEqual(inside('lib').toSorted())
    expect([...local, 'samples'].toSorted()).toEqual(inside('infra/local').toSorted())
    expect([...shared, ...formats, ...files]).toEqual(expect.arrayContaining([...inside('lib/readers')]))
  })

  test('let nothing through that nobody imports', () => {
    const unused = seams.flatMap(({ from, to }) => {
      const sources = globSync(`${from}/**/*.ts`, { cwd: root }).map(path =>
        readFileSync(join(root, path), 'utf8'),
      )
      return to.filter(file => !sources.some(source => source.includes(`/${file}'`)))
    })
    expect(unused).toEqual([])
  })

  test('are what biome.rooms.json says', async () => {
    await expect(roomsJson).toMatchFileSnapshot('../../biome.rooms.json')
  })
})

test('no type is taken by an expression, which lint does not see', () => {
  const files = globSync('{lib,functions,infra,events}/**/*.ts', { cwd: root })
  expect(files.length).toBeGreaterThan(500)
  const byExpression = /typeof import\(\s*'\.|\bimport\(\s*'\.[^']*'\s*\)\.[A-Z]/u
  expect(files.filter(file => byExpression.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
