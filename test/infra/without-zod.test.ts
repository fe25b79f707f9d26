import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Files that import zod among all that a program may ever load, also later and in its workers' own file. */
const importersOfZod = async (...programs: readonly string[]): Promise<readonly string[]> => {
  const { metafile } = await build({
    ...{ absWorkingDir: root, entryPoints: [...programs], outdir: 'out', logLevel: 'silent' },
    ...{ bundle: true, write: false, metafile: true, splitting: true, format: 'esm', platform: 'node' },
    packages: 'external',
  })
  return Object.entries(metafile.inputs)
    .filter(([, { imports }]) => imports.some(({ path }) => path === 'zod'))
    .map(([path]) => path)
}

test('a conversion loads no zod: writers know the contracts by their types alone', async () => {
  expect(
    await importersOfZod(
      'lib/convert.ts',
      'lib/library.ts',
      'lib/submission/process.ts',
      'infra/local/commands/convert.ts',
      'infra/local/pool/worker.ts',
    ),
  ).toEqual([])
  expect(await importersOfZod('events/index.ts')).toContain('events/parts.ts')
})
