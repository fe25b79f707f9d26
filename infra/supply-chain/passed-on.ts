import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { functionNames } from '../aws/bundle.ts'
import { bundleOptions } from '../bundle/options.ts'
import { entryPoints } from '../local/bundle/bundle-local.ts'
import { type Locked, lockedPackages } from './sbom.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const inPackage = /(?:^|:)((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//

/** The packages that a bundle is made of, by the paths of its sources below the checkout. */
export const packagesIn = (inputs: readonly string[]): readonly Locked[] => {
  const paths = new Set(inputs.flatMap(input => inPackage.exec(input)?.[1] ?? []))
  return lockedPackages().filter(({ path }) => paths.has(path))
}

/** Every package whose code runs at somebody's: in a bundle of the command line or of the functions, or installed beside it. */
export const passedOn = async (): Promise<readonly Locked[]> => {
  const functions = functionNames.map(name => `functions/${name}.ts`)
  const { metafile } = await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: [...entryPoints, ...functions],
    external: ['@duckdb/node-api'],
    outdir: 'nowhere',
  })
  const bundled = new Set(packagesIn(Object.keys(metafile.inputs)).map(({ path }) => path))
  return lockedPackages().filter(({ path, dev }) => !dev || bundled.has(path))
}
