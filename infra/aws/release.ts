import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { readBuild } from '../bundle/write-build.ts'
import {
  type BundleName,
  bundleFolder,
  bundleNames,
  bundleOf,
  distFolder,
  type FunctionName,
} from './bundle.ts'
import type { Template } from './synthesise.ts'

/** The earliest time that a zip can hold, so that the same bundle is always the same file. */
const mtime = '1980-01-01T00:00:00'

/** A bundle as Lambda takes it. */
export const zipBundle = async (name: BundleName): Promise<Uint8Array> => {
  const folder = bundleFolder(name)
  const files = (await readdir(folder)).toSorted()
  const entries: Zippable = {}
  for (const file of files) entries[file] = await readFile(join(folder, file))
  return zipSync(entries, { mtime, level: 9 })
}

const parameters = {
  CodeBucket: {
    Type: 'String',
    Description: 'Bucket in the region of the stack, with the zip files that came with this template.',
  },
  CodePrefix: {
    Type: 'String',
    Default: '',
    Description: 'What their keys begin with, a slash at the end; empty for nothing.',
  },
}

/** The file with the code of a function, for the processor that is chosen. */
const fileFor = (name: FunctionName, fileOf: (name: BundleName) => string): unknown => {
  const [arm, other] = [fileOf(bundleOf(name, 'arm64')), fileOf(bundleOf(name, 'x86_64'))]
  return arm === other ? arm : { 'Fn::If': ['IsArm', arm, other] }
}

/** The template for people without CDK: it asks where the zip files are. `fileOf` names that of a bundle. */
export const releaseTemplate = (template: Template, fileOf: (name: BundleName) => string): Template => ({
  ...template,
  Parameters: { ...parameters, ...template.Parameters },
  Resources: Object.fromEntries(
    Object.entries(template.Resources).map(([id, resource]) => {
      if (resource.Type !== 'AWS::Lambda::Function') return [id, resource]
      const name = resource.Properties.Handler.replace('.handler', '') as FunctionName
      const Code = {
        S3Bucket: { Ref: 'CodeBucket' },
        S3Key: { 'Fn::Join': ['', [{ Ref: 'CodePrefix' }, fileFor(name, fileOf)]] },
      }
      return [id, { ...resource, Properties: { ...resource.Properties, Code } }]
    }),
  ),
})

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Writes template and zip files to dist/release/, and nothing else stays there. Gives the folder. */
export const writeRelease = async (template: Template): Promise<string> => {
  const folder = join(distFolder, 'release')
  await mkdir(folder, { recursive: true })
  // Another file name is what makes CloudFormation see that the code has changed.
  const files = new Map(
    bundleNames.map(name => [name, `${name}-${readBuild(bundleFolder(name)).build}.zip`] as const),
  )
  const wanted: ReadonlySet<string> = new Set(files.values())
  for (const file of await readdir(folder))
    if (!wanted.has(file)) await rm(join(folder, file), { recursive: true })
  // The name stands for what is in it.
  for (const [name, file] of files)
    if (!(await isThere(join(folder, file)))) await writeFile(join(folder, file), await zipBundle(name))
  const released = releaseTemplate(template, name => files.get(name)!)
  await writeFile(join(folder, 'gongkai.template.json'), JSON.stringify(released))
  return folder
}
