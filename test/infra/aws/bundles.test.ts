import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Bundle,
  bundleFunctions,
  bundleOf,
  type FunctionName,
  functionNames,
} from '../../../infra/aws/bundle.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'
import {
  batchOf,
  eventSample,
  functionEnvironment,
  objectCreated,
  sampleReports,
} from '../../support/deployed.ts'
import { type FakeAws, startFakeAws } from '../../support/fake-aws.ts'
import { runBundle } from '../../support/run-bundle.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let bundles: readonly Bundle[]
let elsewhere: string
let aws: FakeAws
afterAll(() => aws.close())
beforeAll(async () => {
  bundles = await bundleFunctions()
  // Where no node_modules can be found: what runs there runs in Lambda.
  elsewhere = await temporaryFolder()
  for (const { name, folder } of bundles) cpSync(folder, join(elsewhere, name), { recursive: true })
  aws = await startFakeAws()
})

const here = process.arch === 'arm64' ? 'arm64' : 'x86_64'
const fileOf = (name: FunctionName) => join(elsewhere, bundleOf(name, here), `${name}.mjs`)
const [report] = sampleReports()

test('another build gives the same bytes', async () => {
  const again = await bundleFunctions(await temporaryFolder())
  for (const [index, { folder }] of bundles.entries()) {
    const files = readdirSync(folder).toSorted()
    expect(readdirSync(again[index]!.folder).toSorted()).toEqual(files)
    for (const file of files)
      expect(readFileSync(join(again[index]!.folder, file)).equals(readFileSync(join(folder, file)))).toBe(
        true,
      )
  }
})

describe('sizes', () => {
  test('what is loaded before the converter is ready stays within 700 KB', () => {
    expect(bundles.find(({ name }) => name === 'convert')!.eagerBytes).toBeLessThanOrEqual(700 * 1024)
  })

  test('what reads scans fits Lambda, and is none of the converter’s', () => {
    const [convert, readScan] = (['convert', 'read-scan'] as const).map(
      wanted => bundles.find(({ name }) => name === wanted)!,
    )
    expect(readScan!.allBytes).toBeLessThanOrEqual(60 * 1024 * 1024)
    expect(convert!.allBytes).toBeLessThanOrEqual(10 * 1024 * 1024)
    expect(readScan!.build).toBe(convert!.build)
  })

  test('giving up carries no reader: it unpacks a parcel at most', () => {
    expect(bundles.find(({ name }) => name === 'give-up')!.allBytes).toBeLessThanOrEqual(1_500 * 1024)
  })

  test.each([
    ...['mammoth', 'exceljs', '@embedpdf/pdfium', 'parse5', 'saxes', 'fflate'],
    ...['css-tree', 'css-select', 'css-what', 'culori'],
  ])('%s is loaded only when it is needed', library => {
    for (const { eagerInputs } of bundles)
      expect(eagerInputs.filter(input => input.includes(`node_modules/${library}/`))).toEqual([])
  })
})

describe('loaded from its file, far from node_modules', () => {
  test('convert turns a report into outputs and an event', async () => {
    const key = '年报/报告.docx'
    const { version } = aws.put(`example-uploads/${key}`, report!.bytes)
    const event = batchOf(objectCreated(key, { 'version-id': version, sequencer: '01' }))
    const { answers } = await runBundle(fileOf('convert'), functionEnvironment(aws), event)
    expect(answers).toEqual([{ batchItemFailures: [] }])
    expect(aws.events.at(-1)).toMatchObject({ DetailType: 'Report Validated' })
    const { build } = bundles.find(({ name }) => name === 'convert')!
    const { run, converter } = JSON.parse(aws.events.at(-1)!.Detail).data
    expect(converter).toMatchObject({ build })
    for (const name of [
      ...Object.values(outputNames('报告.docx')).map(file => `${run}/${file}`),
      'receipt.json',
    ])
      expect(aws.objects.has(`example-outputs/${key}/${version}/${name}`)).toBe(true)
  })

  test('give-up keeps a copy and sends an event', async () => {
    const { version } = aws.put('example-uploads/b.docx', 'x')
    const event = batchOf(objectCreated('b.docx', { 'version-id': version }))
    await runBundle(fileOf('give-up'), functionEnvironment(aws), event)
    expect(aws.events.at(-1)).toMatchObject({ DetailType: 'Report Conversion Failed' })
    expect(aws.objects.has(`example-outputs/quarantine/b.docx/${version}/b.docx`)).toBe(true)
  })

  test('notify sends a mail', async () => {
    const event = { detail: eventSample('report-rejected/v1.password-protected') }
    await runBundle(fileOf('notify'), functionEnvironment(aws), event)
    expect(aws.notices).toHaveLength(1)
  })

  test.each(functionNames)('%s can be required too, as the stand-in does', name => {
    const script = `process.stdout.write(typeof require(${JSON.stringify(fileOf(name))}).handler)`
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('function')
  })

  test('without credentials the converter says so, and the message goes back', async () => {
    const { AWS_ACCESS_KEY_ID: _, ...environment } = functionEnvironment(aws)
    const event = batchOf(objectCreated('c.docx', { etag: 'e' }))
    const { answers } = await runBundle(fileOf('convert'), environment, event)
    expect(answers).toEqual([{ batchItemFailures: [{ itemIdentifier: 'message-0' }] }])
  })
})
