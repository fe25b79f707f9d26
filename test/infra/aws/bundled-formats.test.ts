import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleFunctions } from '../../../infra/aws/bundle.ts'
import { convert } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/model/problems.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'
import { batchOf, functionEnvironment, objectCreated } from '../../support/deployed.ts'
import { type FakeAws, startFakeAws } from '../../support/fake-aws.ts'
import { runBundle } from '../../support/run-bundle.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const below = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
        .toSorted()
    : []

/** One file of each ending: the fixtures of the readers, the samples, and real reports where they are at hand. */
const files = [
  ...below(join(root, 'infra/local/samples')),
  ...below(join(root, 'test/lib/readers')),
  ...below(join(root, '../shared/reports')),
].filter(path => /\.(docx|doc|odt|rtf|pdf|html|htm|mht|txt|md|wps|xml|xlsx)$/.test(path))
const oneOfEach = [...Map.groupBy(files, path => path.slice(path.lastIndexOf('.'))).values()].map(
  group => group[0]!,
)

let aws: FakeAws
let bundle: string
beforeAll(async () => {
  const [built] = await bundleFunctions(await temporaryFolder(), ['convert'])
  bundle = join(built!.folder, 'convert.mjs')
  aws = await startFakeAws()
})
afterAll(() => aws.close())

test('there are files of several formats', () => {
  expect(oneOfEach.length).toBeGreaterThan(2)
})

test.each(oneOfEach.map(path => [path.slice(path.lastIndexOf('.')), path]))(
  '%s: the bundle gives the same bytes as the source',
  async (_, path) => {
    const bytes = readFileSync(path)
    const name = basename(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const expected = await convert({ name, bytes, sha256 }).catch(error => error)
    const { version } = aws.put(`example-uploads/${name}`, bytes)
    await runBundle(bundle, functionEnvironment(aws), batchOf(objectCreated(name, { 'version-id': version })))
    const base = `example-outputs/${name}/${version}`
    const bytesOf = (key: string) => aws.objects.get(key)?.at(-1)?.bytes
    const { run } = JSON.parse(bytesOf(`${base}/receipt.json`)!.toString())
    const written = (file: string) => bytesOf(`${base}/${run}/${file}`)
    if (expected instanceof Problem) {
      const { code, sentence, remedy } = expected
      expect(JSON.parse(written('refusal.json')!.toString()).problem).toEqual({ code, sentence, remedy })
      return
    }
    const { json, workbook, page } = outputNames(name)
    for (const [file, content] of [
      [json, expected.outputs.json],
      [workbook, expected.outputs.workbook],
      [page, expected.outputs.page],
    ])
      expect(written(file)?.equals(content), file).toBe(true)
  },
)
