import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Build } from '../../lib/model/build.ts'
import { bundleOptions } from '../bundle/options.ts'
import { readBuild } from '../bundle/write-build.ts'
import { bundleLocal } from '../local/bundle/bundle-local.ts'
import { packagesIn } from '../supply-chain/passed-on.ts'
import { folderBom } from './bom.ts'
import { copiedLocked, engineOf, nodeOf } from './contents.ts'
import { fetchPackage } from './fetch-package.ts'
import { guide } from './guide.ts'
import { nodeLicenceFrom, type Platform } from './platforms.ts'
import { type Passed, thirdParty } from './third-party.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What is the same for every machine: the program, and what it is made of. */
export interface Program {
  readonly folder: string
  readonly version: string
  readonly build: Build
  readonly packages: readonly Passed[]
}

/** The launcher of a double click; the command line that it starts lies beside it. */
const writeLauncher = async (folder: string): Promise<void> => {
  await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: [own('launcher/start.ts')],
    metafile: false,
    outfile: join(folder, 'start.mjs'),
    splitting: false,
    target: 'node24',
    write: true,
  })
}

/** Bundles the program into a folder of its own. */
export const writeProgram = async (folder: string): Promise<Program> => {
  const inputs = await bundleLocal(folder)
  // It tells whether the sources beside a bundle have changed: here are none.
  await rm(join(folder, 'sources.json'))
  await writeLauncher(folder)
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const packages = [...packagesIn(inputs), ...copiedLocked()].map(each => ({
    ...each,
    licence: each.license ?? '',
    folder: join(root, each.path),
  }))
  return { folder, version, build: readBuild(folder), packages }
}

const isNeeded = (path: string): boolean => !/\.(?:d\.[cm]?ts|map|md)$/.test(path)

const text = (lines: Platform['lines'], content: string): string => content.replaceAll('\n', lines)

/** Notepad takes a text for UTF-8 by its mark; elsewhere it would be in the way. */
const forPeople = (platform: Platform, content: string): string =>
  (platform.lines === '\r\n' ? '\ufeff' : '') + text(platform.lines, content)

/** Puts a folder together that needs nothing but the system it is for. `cache` keeps what is fetched for it. */
export const assemble = async (
  program: Program,
  platform: Platform,
  folder: string,
  cache: string,
): Promise<void> => {
  const [node, engine] = [nodeOf(platform), engineOf(platform)]
  const [nodeFolder, engineFolder, licenceFolder] = [
    await fetchPackage(node, cache),
    await fetchPackage(engine, cache),
    await fetchPackage(nodeOf(nodeLicenceFrom), cache),
  ]
  const app = join(folder, 'app')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(program.folder, app, { recursive: true })
  const binary = join(app, basename(platform.node.file))
  await cp(join(nodeFolder, platform.node.file), binary)
  await chmod(binary, 0o755)
  for (const { path } of copiedLocked())
    await cp(join(root, path), join(app, path), { recursive: true, filter: isNeeded })
  await cp(engineFolder, join(app, engine.path), { recursive: true, filter: isNeeded })

  for (const name of platform.launchers) {
    await writeFile(join(folder, name), text(platform.lines, await readFile(own(`files/${name}`), 'utf8')))
    if (platform.lines === '\n') await chmod(join(folder, name), 0o755)
  }
  if (platform.archive === 'tar.gz') await cp(own('files/Containerfile'), join(folder, 'Containerfile'))
  const write = (name: string, content: string) => writeFile(join(folder, name), forPeople(platform, content))
  await write('使用说明.txt', guide(platform, program.version, program.build.build))
  const passed: readonly Passed[] = [
    ...program.packages,
    { ...engine, licence: engine.license ?? '', folder: engineFolder },
  ]
  const withNode = [...passed, { ...node, licence: 'MIT and others', folder: licenceFolder }]
  await write('THIRD-PARTY.txt', await thirdParty(withNode))
  const bom = folderBom(passed, node, { platform: platform.id, build: program.build })
  await writeFile(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`)
}
