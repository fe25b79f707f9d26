import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'
import { unzipSync } from 'fflate'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Bundle, bundleFunctions } from '../../../infra/aws/bundle.ts'
import { zipBundle } from '../../../infra/aws/release.ts'
import { bundleOptions } from '../../../infra/bundle/options.ts'
import { joinBuilds, readBuild, writeBuild } from '../../../infra/bundle/write-build.ts'
import { bundleLocal } from '../../../infra/local/bundle/bundle-local.ts'
import { build } from '../../../lib/model/build.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

let bundles: readonly Bundle[]
let local: string
beforeAll(async () => {
  bundles = await bundleFunctions(await temporaryFolder())
  local = await temporaryFolder()
  await bundleLocal(local)
})
afterEach(() => vi.unstubAllEnvs())

test('sources that nobody bundled say so', () => {
  expect(build).toEqual({ build: 'source', builtAt: '1970-01-01T00:00:00.000Z' })
})

/** Bundles that say the same build are one program. */
const programs = (): readonly (readonly Bundle[])[] => [
  ...Map.groupBy(bundles, ({ folder }) => readBuild(folder).build).values(),
]

test('every bundle tells which one it is, and no two are alike but those that hand uploads to each other', () => {
  const builds = [...bundles.map(({ folder }) => readBuild(folder)), readBuild(local)]
  for (const each of builds) {
    expect(each.build).toMatch(/^[0-9a-f]{12}$/)
    expect(new Date(each.builtAt).toISOString()).toBe(each.builtAt)
    expect(Date.parse(each.builtAt)).toBeGreaterThan(0)
  }
  const together = programs().filter(({ length }) => length > 1)
  expect(together.map(program => program.map(({ name }) => name))).toEqual([['convert', 'read-scan']])
  expect(bundles.map(({ folder }) => readBuild(folder).build)).not.toContain(readBuild(local).build)
})

test('the same sources are the same build', async () => {
  const again = await bundleFunctions(await temporaryFolder())
  const told = (made: readonly Bundle[]) => made.map(({ name, build, builtAt }) => ({ name, build, builtAt }))
  expect(told(again)).toEqual(told(bundles))
  const before = readBuild(local)
  await bundleLocal(local)
  expect(readBuild(local)).toEqual(before)
})

/** What each bundle says by itself. */
const alone = new Map<string, string>()

/** What bundles that are one program say once `changed` of them are written: those of 30 MB and more are not hashed for a file of another. */
const buildOf = (folders: readonly string[], changed = folders): string => {
  for (const folder of folders) {
    if (changed.includes(folder)) alone.set(folder, JSON.stringify(writeBuild(folder, [], root)))
    else writeFileSync(join(folder, 'build.json'), alone.get(folder)!)
  }
  return folders.length === 1 ? readBuild(folders[0]!).build : joinBuilds(folders).build
}

test('one changed byte of any file, or another name, is another build', async () => {
  for (const program of programs()) {
    const before = readBuild(program[0]!.folder).build
    const copies = await Promise.all(program.map(() => temporaryFolder()))
    for (const [at, { folder }] of program.entries()) cpSync(folder, copies[at]!, { recursive: true })
    expect(buildOf(copies)).toBe(before)
    for (const copy of copies) {
      for (const name of readdirSync(copy).filter(file => file !== 'build.json')) {
        const bytes = readFileSync(join(copy, name))
        const changed = Uint8Array.from(bytes)
        changed[changed.length >> 1]! ^= 1
        writeFileSync(join(copy, name), changed)
        expect(buildOf(copies, [copy]), name).not.toBe(before)
        writeFileSync(join(copy, name), bytes)
      }
      writeFileSync(join(copy, 'one-more'), '')
      expect(buildOf(copies, [copy])).not.toBe(before)
      rmSync(join(copy, 'one-more'))
      expect(buildOf(copies, [copy])).toBe(before)
    }
  }
})

test('what runs in a bundle reads the file beside it', async () => {
  const folder = await temporaryFolder()
  const { outputFiles } = await bundle({
    ...bundleOptions,
    absWorkingDir: root,
    stdin: { contents: "export * from './lib/model/build.ts'", resolveDir: root },
    outdir: folder,
  })
  for (const { path, contents } of outputFiles) writeFileSync(path, contents)
  const written = writeBuild(folder, ['package.json'], root)
  const [program] = outputFiles.map(({ path }) => basename(path))
  const running = await import(/* @vite-ignore */ pathToFileURL(join(folder, program!)).href)
  expect(running.build).toEqual(written)
})

test('the zip of a release carries it', async () => {
  const made = await bundleFunctions()
  for (const { name, folder } of made) {
    const files = unzipSync(await zipBundle(name))
    expect(JSON.parse(new TextDecoder().decode(files['build.json']))).toEqual(readBuild(folder))
  }
})

test('the time is that of the newest source, unless the environment names one', async () => {
  const folder = await temporaryFolder()
  for (const [name, seconds] of [
    ['a', 1_700_000_000],
    ['b', 1_600_000_000],
  ] as const) {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), seconds, seconds)
  }
  expect(writeBuild(folder, ['a', 'b', 'not-there'], folder).builtAt).toBe('2023-11-14T22:13:20.000Z')
  vi.stubEnv('SOURCE_DATE_EPOCH', '1500000000')
  expect(writeBuild(folder, ['a', 'b'], folder).builtAt).toBe('2017-07-14T02:40:00.000Z')
  vi.stubEnv('SOURCE_DATE_EPOCH', 'yesterday')
  expect(() => writeBuild(folder, ['a'], folder)).toThrow(
    /SOURCE_DATE_EPOCH is yesterday: give whole seconds/,
  )
})
