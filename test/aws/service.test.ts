import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { archiveUnpackedV1 } from '../../events/archive-unpacked/v1.ts'
import { reportConversionFailedV1 } from '../../events/report-conversion-failed/v1.ts'
import { reportRejectedV1 } from '../../events/report-rejected/v1.ts'
import { reportValidatedV1 } from '../../events/report-validated/v1.ts'
import { outputs } from '../../lib/writers/index.ts'
import { stemOf } from '../../lib/writers/output-names.ts'
import { sampleReports } from '../support/deployed.ts'
import { outputBytes, outputJson, outputKeys, upload } from './support/objects.ts'
import { about, type Subscriber, subscribe } from './support/subscriber.ts'

const reports = sampleReports()
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let everything: Subscriber
let failures: Subscriber
beforeAll(async () => {
  everything = await subscribe('every-fact', 'every-fact.json')
  failures = await subscribe('failures', 'failures.json')
})

const eventFor = async (key: string) => {
  const received = await everything.until(all => about(all, key).length > 0)
  return about(received, key)[0]!
}

describe('a report that is uploaded', () => {
  test.each(reports)('$name has its outputs, receipt and event', async ({ name, bytes }) => {
    const key = `年报/${name}`
    await upload(key, bytes)
    const { detailType, event } = await eventFor(key)
    expect(detailType).toBe('Report Validated')
    const { data } = reportValidatedV1.parse(event)
    expect(data.upload).toMatchObject({ key, size: bytes.length, sha256: sha256(bytes) })
    const base = `${key}/${data.upload.version}`
    const stem = stemOf(name)
    expect((await outputKeys(`${key}/`)).toSorted()).toEqual(
      [
        ...outputs.map(({ ending }) => `${base}/${data.run}/${stem}.${ending}`),
        `${base}/receipt.json`,
        `${base}/sent.json`,
        `${key}/latest.json`,
      ].toSorted(),
    )
    for (const pointer of outputs.map(({ role }) => data.outputs[role]!))
      expect(sha256(await outputBytes(pointer.key))).toBe(pointer.sha256)
    const report = await outputJson(data.outputs.json.key)
    expect(report).toMatchObject({ schema: 'gongkai.report/2', verdict: data.verdict })
    expect((await outputJson(data.outputs.receipt.key)).event).toEqual(event)
    expect(await outputJson(`${key}/latest.json`)).toMatchObject({ version: data.upload.version })
  })

  test.each([
    '年度报告 (终稿)+1.docx',
    '100%.docx',
    'a%2Bb+c d.docx',
    '（全角）【括号】.docx',
    '📄报告🎉.docx',
    'e\u0301te\u0301.docx',
    '青 禾/县　局/报告&amp;"\'.DOCX',
    'a..b/x..docx',
    'receipt.docx',
    `${'长'.repeat(300)}.docx`,
  ])('may be called %j', async name => {
    const key = `怪名/${name}`
    await upload(key, reports[0]!.bytes)
    const { event } = await eventFor(key)
    expect(event.type).toBe('gongkai.report.validated.v1')
    expect(event.data.upload.key).toBe(key)
    expect(await outputJson(event.data.outputs.receipt.key)).toMatchObject({ upload: { key } })
  })
})

test('an archive of reports: every file has its outputs, receipt and event, and the archive a list of them', async () => {
  const key = '打包/全市2023.zip'
  const files = {
    ...Object.fromEntries(reports.map(({ name, bytes }) => [`甲县/${name}`, bytes])),
    '说明.txt': strToU8('无'),
  }
  await upload(key, zipSync(files))
  for (const name of Object.keys(files)) {
    const { detailType, event } = await eventFor(`${key}!/${name}`)
    expect(detailType).toBe(name === '说明.txt' ? 'Report Rejected' : 'Report Validated')
    expect(event.data.upload).toMatchObject({ archive: key })
    expect(await outputJson(event.data.outputs.receipt.key)).toMatchObject({ event })
  }
  const { detailType, event } = await eventFor(key)
  expect(detailType).toBe('Archive Unpacked')
  const { data } = archiveUnpackedV1.parse(event)
  expect(data).toMatchObject({
    files: 4,
    verdicts: { rejected: 1, failed: 0 },
    refusals: [{ name: '说明.txt' }],
  })
  const latest = await outputJson(`${key}/latest.json`)
  expect(await outputJson(latest.receipt)).toMatchObject({
    outcome: 'unpacked',
    event,
    unpacked: { files: Object.keys(files) },
  })
})

describe('a file that is no report we can read', () => {
  test.each([
    ['a damaged Word file', '损坏.docx', reports[0]!.bytes.subarray(0, 6000)],
    ['no Word file at all', '文本.docx', 'hello'],
    ['an empty file', '空.docx', ''],
    ['an archive', '打包.rar', 'Rar!\x1a\x07\x00rest'],
    ['a film', 'video.mp4', 'x'],
    ['a page file of another office', '公文.ceb', 'x'],
    ['a name without an ending', '报告', 'x'],
    ['a name that ends in a dot', '报告.docx.', 'x'],
  ])('%s ends as Report Rejected with advice', async (_, name, bytes) => {
    const key = `拒收/${name}`
    await upload(key, bytes)
    const { detailType, event } = await eventFor(key)
    expect(detailType).toBe('Report Rejected')
    const { problem, outputs } = reportRejectedV1.parse(event).data
    expect(problem.remedy.zh).toMatch(/[\u4e00-\u9fff]/)
    expect((await outputJson(outputs.refusal.key)).problem).toEqual(problem)
  })

  test('is all that the subscriber to failures sees', async () => {
    const seen = await failures.all()
    const expected = (await everything.all()).filter(({ detailType }) =>
      ['Report Rejected', 'Report Conversion Failed'].includes(detailType),
    )
    expect(seen.map(({ event }) => event.id).toSorted()).toEqual(
      expected.map(({ event }) => event.id).toSorted(),
    )
    expect(seen.length).toBeGreaterThanOrEqual(4)
    for (const { event } of seen)
      expect(
        reportRejectedV1.safeParse(event).success || reportConversionFailedV1.safeParse(event).success,
      ).toBe(true)
  })
})

test('what is no upload of anybody’s leaves no trace', async () => {
  const names = ['~$年报.docx', '.DS_Store', '目录/']
  for (const name of names) await upload(`无关/${name}`, name.endsWith('/') ? '' : 'x')
  await upload('无关/last.docx', reports[0]!.bytes)
  await eventFor('无关/last.docx')
  expect((await outputKeys('无关/')).filter(key => !key.startsWith('无关/last.docx/'))).toEqual([])
})
