import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { bundleOptions } from '../../infra/bundle/options.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What of the reading of scans is among all that a program may ever load, also later. */
const ofScans = async (program: string): Promise<readonly string[]> => {
  const { metafile } = await build({
    ...bundleOptions,
    ...{ absWorkingDir: root, entryPoints: [program], outdir: 'out', logLevel: 'silent' },
    external: ['@duckdb/node-api'],
  })
  return Object.keys(metafile.inputs).filter(path => /lib\/scans\/|onnx/u.test(path))
}

test.each(['lib/convert.ts', 'functions/convert.ts', 'functions/give-up.ts'])(
  '%s loads nothing of what reads scans, whatever the file',
  async program => {
    expect(await ofScans(program)).toEqual([])
  },
)

/** Pages of a scan are shown to people as they were handed in, for which nothing is read. */
const shown = /^lib\/scans\/(?:originals|picture)\//u

test.each(['lib/original-pages.ts', 'infra/local/gongkai.ts', 'infra/local/pool/worker.ts'])(
  '%s draws pages of scans for people, and loads nothing else of it',
  async program => {
    expect((await ofScans(program)).filter(path => !shown.test(path))).toEqual([])
  },
)

test('the worker for scans does', async () => {
  expect(await ofScans('infra/local/pool/scan-worker.ts')).toContain('lib/scans/index.ts')
})
