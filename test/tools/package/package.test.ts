import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, copyFile, cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { packedFiles } from '../../../infra/package/archive.ts'
import { assemble, type Program, writeProgram } from '../../../infra/package/assemble.ts'
import { copiedPackages } from '../../../infra/package/contents.ts'
import { type Platform, platforms } from '../../../infra/package/platforms.ts'
import { tar } from '../../../infra/package/tar.ts'
import { type Bom, licencesOf } from '../../../infra/supply-chain/sbom.ts'
import { inventedReport, rosterText, twoYears, units } from '../../support/invented-season.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { dependenciesOf } from './dependencies.ts'
import { makeEmptyRoot, mayUnshare, runInRoot } from './empty-root.ts'

/** The folders as an office gets them: fetched from the registry once, then from the cache. */

const cache = fileURLToPath(new URL('../../../.cache/package', import.meta.url))
const mostMegabytes = 120

let program: Program
const folders = new Map<string, string>()
const folderOf = (id: string): string => folders.get(id)!

beforeAll(async () => {
  program = await writeProgram(join(await temporaryFolder(), 'program'))
  for (const platform of platforms) {
    const folder = join(await temporaryFolder(), 'gongkai')
    await assemble(program, platform, folder, cache)
    folders.set(platform.id, folder)
  }
}, 600_000)

const has = (command: string): boolean => spawnSync('which', [command], { stdio: 'ignore' }).status === 0

describe.each(platforms)('$id', (platform: Platform) => {
  const place = (path: string): string => join(folderOf(platform.id), path)
  const text = (path: string): string => readFileSync(place(path), 'utf8')

  test('is below 120 MB, and holds nothing of the checkout', async () => {
    const files = await packedFiles(folderOf(platform.id), 'gongkai')
    expect(
      files.map(({ path }) => path).filter(path => /node_modules\/(?!@duckdb|detect-libc)/.test(path)),
    ).toEqual([])
    for (const { path } of files) expect(Buffer.byteLength(path), path).toBeLessThan(120)
    // Packed in haste it is larger than in the archive; the other machines have smaller binaries.
    if (platform.id === 'linux-x64')
      expect(gzipSync(tar(files, 0), { level: 1 }).length).toBeLessThan(mostMegabytes * 1e6)
    const own = files.filter(({ path }) => /\.(?:mjs|json|txt|cmd|sh)$/.test(path))
    const checkout = fileURLToPath(new URL('../../../', import.meta.url))
    for (const { path, bytes } of own) expect(Buffer.from(bytes).includes(checkout), path).toBe(false)
  })

  test('asks its system for no more than is documented', () => {
    const binaries = [
      `app/${basename(platform.node.file)}`,
      ...readdirSync(place(`app/node_modules/${platform.engine}`))
        .filter(name => /\.(?:node|so|dll)$/.test(name))
        .map(name => `app/node_modules/${platform.engine}/${name}`),
    ]
    expect(binaries).toHaveLength(3)
    for (const binary of binaries)
      expect(dependenciesOf(readFileSync(place(binary))), binary).toMatchObject({
        machine: platform.id,
        unknown: [],
      })
  })

  test('lines end as its editors expect, and launchers can be started', () => {
    const windows = platform.lines === '\r\n'
    for (const name of [...platform.launchers, '使用说明.txt', 'THIRD-PARTY.txt']) {
      expect(/(?<!\r)\n/.test(text(name)), name).toBe(!windows)
      expect(/\r/.test(text(name)), name).toBe(windows)
      // cmd would take a mark for the name of a program.
      expect(text(name).startsWith('\ufeff'), name).toBe(windows && name.endsWith('.txt'))
    }
    for (const name of platform.launchers)
      for (const [, path] of text(name).matchAll(/(?:%~dp0|\$here\/)(app[\w.\\/]+)/g))
        expect(existsSync(place(path!.replaceAll('\\', '/'))), path).toBe(true)
  })

  test('bill and licences name everything that is inside', () => {
    const bom = JSON.parse(text('sbom.cdx.json')) as Bom
    const named = bom.components.map(({ name }) => name)
    for (const name of [
      platform.node.name,
      platform.engine,
      ...copiedPackages,
      '@embedpdf/pdfium',
      'exceljs',
    ])
      expect(named).toContain(name)
    expect(named).not.toContain('vitest')
    const licences = text('THIRD-PARTY.txt')
    for (const component of bom.components) {
      expect(licences).toContain(`${component.name} ${component.version}`)
      expect(licencesOf(component), component.name).not.toEqual([])
    }
    for (const words of ['Copyright Node.js contributors', 'Copyright 2014 PDFium Authors'])
      expect(licences).toContain(words)
  })
})

interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}
interface Seen
  extends Readonly<Record<'version' | 'valid' | 'invalid' | 'wrong' | 'command' | 'query', Ran>> {
  readonly page: readonly [number, string]
  readonly dropped: { readonly type: string; readonly data: { readonly verdict: string } }
  readonly season: boolean
  readonly twice: readonly [number, string]
  readonly stopped: number
  readonly results: readonly string[]
  readonly again: readonly [number, number]
}

const reports = twoYears('package')

const fill = (folder: string): void => {
  writeFileSync(join(folder, 'report.html'), inventedReport(units.u1, 2024, reports.u1[1]))
  writeFileSync(join(folder, 'other.html'), inventedReport(units.u2, 2024, reports.u2[1]))
  writeFileSync(join(folder, 'roster.csv'), rosterText())
}

test.runIf(mayUnshare())('linux-x64 runs in an empty root without a network, wherever it lies', async () => {
  const root = await temporaryFolder()
  const folder = `/甲 & b'c"%41!/gongkai`
  makeEmptyRoot(root, join(folderOf('linux-x64'), 'app/node'))
  fill(join(root, 'work'))
  await cp(folderOf('linux-x64'), join(root, folder), { recursive: true })

  const seen = runInRoot<Seen>(root, 'whole', folder, '/搬到这里')
  expect(seen.version).toEqual({ status: 0, stdout: `${program.version}\n`, stderr: '' })
  expect(seen.page).toEqual([200, expect.stringContaining('政府信息公开')])
  expect(seen.dropped).toMatchObject({ type: 'gongkai.report.validated.v1', data: { verdict: 'valid' } })
  expect(seen.season).toBe(true)
  expect(seen.twice).toEqual([0, expect.stringContaining('已在运行')])
  expect(seen.stopped).toBe(0)
  expect(seen.valid).toMatchObject({ status: 0, stderr: '' })
  expect(seen.invalid).toMatchObject({ status: 1, stderr: '' })
  expect(seen.results).toEqual(expect.arrayContaining(['batch.json', '汇总.xlsx']))
  expect(seen.results).toHaveLength(5)
  expect(seen.wrong).toMatchObject({ status: 2, stdout: '' })
  expect(seen.command).toMatchObject({ status: 1, stderr: '' })
  expect(seen.query).toMatchObject({ status: 0, stdout: '\ufeffn\r\n1\r\n' })
  // Moved, it goes on where it was: what was converted is not converted again.
  expect(seen.again).toEqual([0, 5])

  const kept = runInRoot<{ text: string; stopped: number; left: readonly string[] }>(
    root,
    'readOnly',
    '/搬到这里/gongkai',
  )
  expect(kept).toMatchObject({ stopped: 0, text: expect.stringContaining('这个文件夹不能写入') })
})

const arm = '/usr/aarch64-linux-gnu'
const emulator = 'qemu-aarch64-static'

const sampleIn = (folder: string): string =>
  readdirSync(join(folder, 'app/samples')).find(name => name.startsWith('示例一'))!

test.runIf(has(emulator) && existsSync(`${arm}/lib/libstdc++.so.6`))(
  'linux-arm64 converts and asks the engine, emulated',
  async () => {
    const [folder, out] = [folderOf('linux-arm64'), await temporaryFolder()]
    // What it starts itself has to be emulated too.
    const node = join(out, 'node')
    writeFileSync(node, `#!/bin/sh\nexec ${emulator} -L ${arm} '${join(folder, 'app/node')}' "$@"\n`)
    await chmod(node, 0o755)
    writeFileSync(join(out, 'itself.mjs'), `process.execPath = ${JSON.stringify(node)}`)
    const env = { ...process.env, NODE_OPTIONS: `--import=${join(out, 'itself.mjs')}` }
    const run = (...args: string[]) => spawnSync(node, args, { cwd: out, encoding: 'utf8', env })
    await copyFile(join(folder, 'app/samples', sampleIn(folder)), join(out, '报告.docx'))
    const converted = run(join(folder, 'app/gongkai.mjs'), 'convert', '报告.docx', '--out', '结果')
    expect(converted).toMatchObject({ status: 0, stderr: '' })
    const results = readdirSync(join(out, '结果/报告.docx'), { recursive: true }).map(String)
    expect(results.some(name => name.endsWith('报告.xlsx'))).toBe(true)
    const asks = [
      `import engine from '${join(folder, 'app/node_modules/@duckdb/node-api/lib/index.js')}'`,
      'const connection = await (await engine.DuckDBInstance.create()).connect()',
      'console.log((await connection.runAndReadAll("select 40 + 2")).getRows()[0][0])',
    ]
    expect(run('--input-type=module', '-e', asks.join('\n'))).toMatchObject({ status: 0, stdout: '42\n' })
  },
)

test.runIf(has('buildah') && mayUnshare())(
  'the Containerfile makes an image on any base that has the libraries',
  async () => {
    const [base, store] = [await temporaryFolder(), await temporaryFolder()]
    const folder = folderOf('linux-x64')
    makeEmptyRoot(base, join(folder, 'app/node'))
    const buildah = (...args: string[]) =>
      execFileSync('buildah', ['--root', store, '--runroot', join(store, 'run'), ...args], {
        encoding: 'utf8',
        env: { ...process.env, BUILDAH_ISOLATION: 'chroot', STORAGE_DRIVER: 'vfs' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    writeFileSync(join(base, 'Containerfile'), 'FROM scratch\nCOPY lib /lib\nCOPY lib64 /lib64\n')
    buildah('build', '-t', 'localhost/base', base)
    buildah('build', '--build-arg', 'BASE=localhost/base', '-t', 'localhost/gongkai', folder)
    const container = buildah('from', 'localhost/gongkai').trim()
    const [command, program] = ['/opt/gongkai/app/node', '/opt/gongkai/app/gongkai.mjs']
    const sample = `/opt/gongkai/app/samples/${sampleIn(folder)}`
    const said = buildah('run', container, '--', command, program, 'convert', sample, '--out', '/data/out')
    expect(said).toContain('通过 1')
  },
)

test('the Containerfile copies what is in the folder', () => {
  const text = readFileSync(join(folderOf('linux-arm64'), 'Containerfile'), 'utf8')
  const copied = [...text.matchAll(/^COPY (?:--\S+ )?(.+) \S+$/gm)].flatMap(([, names]) => names!.split(' '))
  expect(copied).toContain('app')
  for (const name of copied) expect(existsSync(join(folderOf('linux-arm64'), name)), name).toBe(true)
})
