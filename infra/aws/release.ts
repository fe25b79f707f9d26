import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { readBuild } from '../bundle/write-build.ts'
import { bundleFolder, distFolder, type FunctionName, functionNames } from './bundle.ts'
import type { Template } from './synthesise.ts'

/** The earliest time that a zip can hold, so that the same bundle is always the same file. */
const mtime = '1980-01-01T00:00:00'

/** A bundle as Lambda takes it. */
export const zipBundle = async (name: FunctionName): Promise<Uint8Array> => {
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

/** The template for people without CDK: it asks where the zip files are. `fileOf` names that of a function. */
export const releaseTemplate = (template: Template, fileOf: (name: FunctionName) => string): Template => ({
  ...template,
  Parameters: { ...parameters, ...template.Parameters },
  Resources: Object.fromEntries(
    Object.entries(template.Resources).map(([id, resource]) => {
      if (resource.Type !== 'AWS::Lambda::Function') return [id, resource]
      const name = resource.Properties.Handler.replace('.handler', '') as FunctionName
      const Code = {
        S3Bucket: { Ref: 'CodeBucket' },
        S3Key: { 'Fn::Join': ['', [{ Ref: 'CodePrefix' }, fileOf(name)]] },
      }
      return [id, { ...resource, Properties: { ...resource.Properties, Code } }]
    }),
  ),
})

/** Writes template and zip files to dist/release/. Gives the folder. */
export const writeRelease = async (template: Template): Promise<string> => {
  const folder = join(distFolder, 'release')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const files = new Map<FunctionName, string>()
  for (const name of functionNames) {
    // Another file name is what makes CloudFormation see that the code has changed.
    const file = `${name}-${readBuild(bundleFolder(name)).build}.zip`
    files.set(name, file)
    await writeFile(join(folder, file), await zipBundle(name))
  }
  const released = releaseTemplate(template, name => files.get(name)!)
  await writeFile(join(folder, 'gongkai.template.json'), JSON.stringify(released))
  return folder
}
