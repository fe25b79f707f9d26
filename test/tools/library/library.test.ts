import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../../lib/library.ts'
import { npm } from '../../support/npm.ts'
import { hasOlderNode, nodeOf, oldestNode } from '../../support/older-node.ts'
import { fixture } from '../../support/samples.ts'
import { snippetsOf } from '../../support/snippets.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** The package as others have it: packed out of a copy of the checkout, installed in an empty project. */

const root = fileURLToPath(new URL('../../../', import.meta.url))
const sample = '示例一 青禾县数据局2023年年度报告.docx'
const nodes = [process.execPath, ...(hasOlderNode ? [nodeOf(oldestNode)] : [])]

let archive: string
let project: string
let said: string

/** `npm pack` writes into dist/, which others may be running. */
const copyOfCheckout = async (): Promise<string> => {
  const copy = await temporaryFolder()
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  for (const name of names
    .toString()
    .split('\0')
    .filter(each => /^(?:[^/]+$|lib\/|infra\/|functions\/|events\/)/u.test(each)))
    cpSync(join(root, name), join(copy, name), { force: true })
  symlinkSync(realpathSync(join(root, 'node_modules')), join(copy, 'node_modules'))
  return copy
}

beforeAll(async () => {
  const copy = await copyOfCheckout()
  project = await temporaryFolder()
  const [packed] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', project], copy).stdout.replace(/^[^[]*/u, ''),
  )
  archive = join(project, packed.filename)
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'theirs', private: true, type: 'module' }),
  )
  const { stdout, stderr } = npm(['install', archive, '--omit=optional', '--no-audit', '--no-fund'], project)
  said = stdout + stderr
}, 300_000)

const run = (node: string, ...args: readonly string[]) =>
  spawnSync(node, args, { cwd: project, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

test('is one file of a few MB beside its models, without sources, and is installed without a warning', () => {
  // Some 14 MB are what reads scans.
  expect(statSync(archive).size).toBeLessThan(20_000_000)
  const names = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' }).trim().split('\n')
  expect(names).toContain('package/README.zh-CN.md')
  expect(names.filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))).toEqual([])
  expect(names.filter(name => /sources\.json|node_modules|(?:^|\/)test\//u.test(name))).toEqual([])
  expect(said).toMatch(/added 1 package/)
  expect(said).not.toMatch(/warn/i)
})

describe.each(nodes)('with %s', node => {
  test('the snippets of both READMEs run as they are printed', async () => {
    for (const [page, heading] of [
      ['README.md', 'As a library'],
      ['README.zh-CN.md', '作为库'],
    ] as const) {
      const snippets = await snippetsOf(new URL(`../../../${page}`, import.meta.url), heading)
      const { text } = snippets.find(({ language }) => language === 'ts')!
      const [, name] = /const name = '(.*)'/.exec(text)!
      cpSync(join(root, 'infra/local/samples', sample), join(project, name!))
      writeFileSync(join(project, 'snippet.js'), text)
      const { stdout, stderr, status } = run(node, 'snippet.js')
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
      expect(stdout).toMatch(/^青禾县数据局 2023 valid\n/)
      expect(stdout).toContain('requests.newRequests.total number')
      expect(statSync(join(project, name!.replace(/docx$/, 'xlsx'))).size).toBeGreaterThan(5_000)
    }
  })

  test('the same bytes give what the sources give, without disk, clock, environment, network or chance', async () => {
    const files = [
      { name: sample, bytes: new Uint8Array(readFileSync(join(root, 'infra/local/samples', sample))) },
      ...(['doc', 'odt', 'rtf', 'xlsx'] as const).map(kind => ({
        name: `报告.${kind}`,
        bytes: fixture(kind, 'qinghe-2023'),
      })),
      { name: '网页.pdf', bytes: fixture('pdf', 'browser') },
    ]
    const { stdout, stderr, status } = spawnSync(
      node,
      [
        '--permission',
        `--allow-fs-read=${realpathSync(project)}/node_modules/gongkai/*`,
        '--input-type=module',
        '--eval',
        readFileSync(new URL('./pure.mjs', import.meta.url), 'utf8'),
      ],
      {
        cwd: project,
        encoding: 'utf8',
        input: JSON.stringify(
          files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
        ),
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    const { said: theirs, read } = JSON.parse(stdout)
    // Node itself, when it loads a module.
    expect(read.filter((name: string) => name !== 'WATCH_REPORT_DEPENDENCIES')).toEqual([])
    for (const file of files) {
      const { verdict, outputs } = await convert(file)
      const hashes = Object.entries(outputs).map(([role, bytes]) => [
        role,
        createHash('sha256').update(bytes).digest('hex'),
      ])
      expect(theirs[file.name], file.name).toEqual({ verdict, ...Object.fromEntries(hashes) })
    }
  })

  test('the command converts, and says in a sentence what it cannot do without DuckDB', () => {
    const bin = join(project, 'node_modules/.bin/gongkai')
    const converted = run(node, bin, 'convert', join(root, 'infra/local/samples', sample), '--out', 'results')
    expect({ stderr: converted.stderr, status: converted.status }).toEqual({ stderr: '', status: 0 })
    const tables = run(node, bin, 'tables', '--from', 'results', '--out', 'tables')
    expect(tables.status).toBe(2)
    expect(tables.stderr).toMatch(/要用 DuckDB.*npm install @duckdb\/node-api/)
    expect(tables.stderr).not.toMatch(/^ +at /m)
  })
})

describe('its types', () => {
  const compile = async (options: object) => {
    const [snippet] = (
      await snippetsOf(new URL('../../../README.md', import.meta.url), 'As a library')
    ).filter(({ language }) => language === 'ts')
    mkdirSync(join(project, 'node_modules/@types'), { recursive: true })
    for (const name of ['@types/node', 'undici-types'])
      cpSync(join(root, 'node_modules', name), join(project, 'node_modules', name), {
        recursive: true,
        dereference: true,
      })
    writeFileSync(join(project, 'snippet.ts'), snippet!.text)
    writeFileSync(
      join(project, 'alone.ts'),
      [
        "import { checks, type Figure, judge, type JudgedReport } from 'gongkai'",
        'const read = (bytes: Uint8Array): Promise<JudgedReport> => judge({ name: "a.pdf", bytes })',
        'export const number = ({ value }: Figure): number | null => value',
        '// @ts-expect-error a file has bytes',
        'export const wrong = judge({ name: "a.pdf" })',
        'export const titles = checks.map(({ id, title }) => id + title.zh)',
        'export default read',
      ].join('\n'),
    )
    const config = {
      compilerOptions: { noEmit: true, strict: true, skipLibCheck: false, target: 'es2024', ...options },
      files: ['snippet.ts', 'alone.ts'],
    }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config))
    return run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json').stdout
  }

  test.each([
    { module: 'nodenext', types: ['node'] },
    { module: 'esnext', moduleResolution: 'bundler', types: ['node'], exactOptionalPropertyTypes: true },
  ])('fit a program compiled with %o', async options => {
    expect(await compile(options)).toBe('')
  })

  test('and the schemas are there by their names', () => {
    const { stdout } = run(
      process.execPath,
      '--eval',
      "console.log(require('gongkai/schemas/report/v2.schema.json').$id)",
    )
    expect(stdout.trim()).toMatch(/report/)
  })
})
