import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Build } from '../../lib/model/build.ts'

/** Lies in the folder of every bundle and tells which one it is. */
export const buildFile = 'build.json'

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** 12 hex digits that stand for the names and bytes of all other files of the bundle. */
const idOf = (folder: string): string => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(name => name !== buildFile)
    .toSorted()
    .map(name => [name, sha256(readFileSync(join(folder, name)))])
  return sha256(JSON.stringify(files)).slice(0, 12)
}

/** When the sources were last changed; SOURCE_DATE_EPOCH, in seconds, stands above what the disk says. */
const timeOf = (inputs: readonly string[], root: string): string => {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  if (epoch && !/^\d{1,11}$/.test(epoch))
    throw new Error(`SOURCE_DATE_EPOCH is ${epoch}: give whole seconds since 1970, or leave it out`)
  const changes = inputs.map(path => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const time = epoch ? Number(epoch) * 1000 : changes.reduce((newest, each) => Math.max(newest, each), 0)
  return new Date(time).toISOString()
}

/** Says beside a bundle which one it is: `folder` holds the rest of it, `inputs` are its sources below `root`. */
export const writeBuild = (folder: string, inputs: readonly string[], root: string): Build => {
  const build = { build: idOf(folder), builtAt: timeOf(inputs, root) }
  writeFileSync(join(folder, buildFile), JSON.stringify(build))
  return build
}

export const readBuild = (folder: string): Build => JSON.parse(readFileSync(join(folder, buildFile), 'utf8'))

/** Says in each of these folders that they are of one program: another one as soon as one of them is, of the newest's time. */
export const joinBuilds = (folders: readonly string[]): Build => {
  const builds = folders.map(readBuild)
  const build = {
    build: sha256(JSON.stringify(builds.map(each => each.build))).slice(0, 12),
    builtAt: builds.map(({ builtAt }) => builtAt).reduce((newest, each) => (each > newest ? each : newest)),
  }
  for (const folder of folders) writeFileSync(join(folder, buildFile), JSON.stringify(build))
  return build
}
