import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDesk } from '../../../infra/local/desk/desk.ts'
import { openFolders } from '../../../infra/local/operate/folders.ts'
import { paced } from '../../../infra/local/operate/paced.ts'
import { parseReceipt } from '../../../lib/submission/receipt.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { sampleReports } from '../../support/deployed.ts'
import { runGongkai } from '../../support/run-gongkai.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'

const [report] = sampleReports()
let inbox: string
let outbox: string
let place: readonly string[]
beforeEach(async () => {
  inbox = await temporaryFolder()
  outbox = await temporaryFolder()
  place = ['--uploads', inbox, '--outputs', outbox]
  await writeFile(join(inbox, '年报.docx'), report!.bytes)
  await writeFile(join(inbox, 'no report.docx'), 'hello')
})

const events = async () =>
  (await readFile(join(outbox, 'events.ndjson'), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
const reconcile = (...more: string[]) => runGongkai(['reconcile', ...place, '--older-than', '0', ...more])

describe('on the folders of this machine', () => {
  test('reconcile submits what has no receipt, once; a dry run only says so', async () => {
    const dry = await reconcile('--dry-run')
    expect(dry).toMatchObject({ code: 1, stdout: expect.stringContaining('2 处缺漏，补交 0 处') })
    expect((await filesBelow(outbox)).filter(path => path.endsWith('.json'))).toEqual([])
    expect(await reconcile()).toMatchObject({ code: 0, stdout: expect.stringContaining('补交 2 处') })
    expect((await events()).map(event => event.type).toSorted()).toEqual([
      'gongkai.report.rejected.v1',
      'gongkai.report.validated.v1',
    ])
    expect(await reconcile()).toMatchObject({ code: 0, stdout: expect.stringContaining('0 处缺漏') })
    expect(await events()).toHaveLength(2)
  })

  test.each([
    ['was not sent', true],
    ['was sent, and the process died before it was marked', false],
  ])('reconcile: an event that %s stands in the file once, though the upload is gone', async (_, lost) => {
    await reconcile()
    const before = await events()
    const sent = (await filesBelow(outbox)).filter(path => path.endsWith('/sent.json'))
    await rm(join(outbox, sent[0]!))
    const key = sent[0]!.split('/')[0]!
    await rm(join(inbox, key))
    const kept = before.filter(event => !lost || event.subject !== key)
    const lines = kept.map(event => `${JSON.stringify(event)}\n`)
    await writeFile(join(outbox, 'events.ndjson'), lines.join(''))
    expect(await reconcile()).toMatchObject({ code: 0, stdout: expect.stringContaining('事件未发出') })
    expect(new Set(await events())).toEqual(new Set(before))
    expect(await events()).toHaveLength(2)
    expect((await filesBelow(outbox)).filter(path => path.endsWith('/sent.json'))).toEqual(sent)
  })

  test('replay converts again what was chosen, and says what is gone', async () => {
    await reconcile()
    const dry = await runGongkai(['replay', ...place, '--verdict', 'rejected', '--dry-run'])
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringMatching(/^no report\.docx .*\n共 1 份/) })
    const replayed = await runGongkai(['replay', ...place, '--verdict', 'rejected', '--rate', '5'])
    expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining('重新处理 1 份') })
    expect((await events()).filter(event => event.type === 'gongkai.report.rejected.v1')).toHaveLength(2)
    await rm(join(inbox, '年报.docx'))
    expect(await runGongkai(['replay', ...place, '--prefix', '年报'])).toMatchObject({ code: 1 })
  })
})

test('replay takes along what was typed in at the desk, and goes back to no run that knows nothing of it', async () => {
  await reconcile()
  const ofReport = async () => {
    const path = (await filesBelow(outbox)).find(name => /^年报\.docx\/.*receipt\.json$/u.test(name))
    const receipt = parseReceipt(await readFile(join(outbox, path!)))
    const { key } = receipt.outputs.find(({ role }) => role === 'json')!
    return { receipt, json: JSON.parse(await readFile(join(outbox, key), 'utf8')) as ReportJson }
  }
  const before = await ofReport()
  const { sha256 } = before.receipt.upload
  const cell = 'proactiveDisclosure.rules.issued'
  const was = before.json.figures[cell]!
  const desk = await openDesk(outbox)
  await desk.act('李敏', [{ kind: 'entered', sha256: sha256!, cell, value: 7, reason: '原件为 7' }])
  expect(await runGongkai(['replay', ...place, '--prefix', '年报'])).toMatchObject({ code: 0 })
  const after = await ofReport()
  expect(after.json.figures[cell]).toMatchObject({
    value: 7,
    text: was.text,
    entered: { by: '李敏', reason: '原件为 7', was: { state: was.state, value: was.value } },
  })
  expect(after.receipt.run).not.toBe(before.receipt.run)
  await runGongkai(['replay', ...place, '--prefix', '年报'])
  expect((await ofReport()).json).toEqual(after.json)
  const back = await runGongkai([
    'replay',
    ...place,
    '--prefix',
    '年报',
    '--withdraw',
    after.receipt.converter.build!,
  ])
  expect(back).toMatchObject({ code: 2, stderr: expect.stringContaining('请换一个版本再运行') })
  expect((await ofReport()).json).toEqual(after.json)
  await desk.act('李敏', [{ kind: 'entered', sha256: sha256!, cell, value: 'undone', reason: '' }])
  await runGongkai(['replay', ...place, '--prefix', '年报'])
  expect((await ofReport()).json).toEqual(before.json)
})

test('reconcile hands in nothing hidden and nothing that is still being fetched', async () => {
  for (const name of ['.年报.docx', '二.docx.part', '~$年报.docx'])
    await writeFile(join(inbox, name), report!.bytes)
  expect(await reconcile()).toMatchObject({ code: 0, stdout: expect.stringContaining('补交 2 处') })
})

test('replay --withdraw of the program that runs says that another has to do it', async () => {
  await reconcile()
  const receipt = (await filesBelow(outbox)).find(path => path.endsWith('/receipt.json'))!
  const { build } = JSON.parse(await readFile(join(outbox, receipt), 'utf8')).converter
  expect(await runGongkai(['replay', ...place, '--withdraw', build])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('要撤回的构建就是现在运行的程序'),
  })
})

test('replay --withdraw goes back to the result before, also where the file is gone', async () => {
  await reconcile()
  const receipt = (await filesBelow(outbox)).find(path => /^年报.*receipt\.json$/.test(path))!
  const read = async () => JSON.parse(await readFile(join(outbox, receipt), 'utf8'))
  const first = await read()
  // As a later build would have left it.
  const bad = { ...first, run: 'b'.repeat(12), converter: { ...first.converter, build: 'b'.repeat(12) } }
  bad.event = { ...first.event, id: 'b'.repeat(64), data: { ...first.event.data, run: bad.run } }
  bad.outputs = first.outputs.map((output: object) => ({ ...output, sha256: 'b'.repeat(64) }))
  await mkdir(join(outbox, dirname(receipt), first.run), { recursive: true })
  await writeFile(join(outbox, dirname(receipt), first.run, 'run.json'), JSON.stringify(first))
  await writeFile(join(outbox, receipt), JSON.stringify(bad))
  await rm(join(inbox, '年报.docx'))
  const withdraw = (...more: string[]) => runGongkai(['replay', ...place, '--withdraw', bad.run, ...more])
  expect(await withdraw('--dry-run')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^年报.*\n共 1/),
  })
  expect(await withdraw()).toMatchObject({ code: 0, stdout: expect.stringContaining('重新处理 1 份') })
  expect(await read()).toMatchObject({ run: first.run, outputs: first.outputs })
  expect((await events()).at(-1).data).toMatchObject({ run: first.run, replaces: { run: bad.run } })
  expect(await withdraw()).toMatchObject({ code: 0, stdout: expect.stringContaining('重新处理 0 份') })
})

test('status says what became of a file, for persons and machines', async () => {
  const status = (...more: string[]) => runGongkai(['status', ...place, ...more])
  expect(await status('年报.docx')).toMatchObject({ code: 1, stdout: expect.stringContaining('尚无结果') })
  expect(await status('年.docx')).toMatchObject({ code: 1, stdout: expect.stringContaining('没有这一文件') })
  await reconcile()
  expect(await status('no report.docx')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/未受理.*not-a-report.*refusal 完好.*Report Rejected.*已发出/s),
  })
  const { code, stdout } = await status('年报.docx', '--json')
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({
    code: 0,
    key: '年报.docx',
    versions: [{ latest: true, runs: [{ verdict: 'valid', event: { sent: true } }] }],
  })
})

test.each([
  [['status']],
  [['status', 'a', 'b']],
  [['status', 'a', '--uploads', '/no/such/folder', '--outputs', '/no/such/folder']],
  [['replay', '--withdraw', 'the last one']],
  [['replay', '--verdict', 'good']],
  [['replay', '--since', 'yesterday']],
  [['replay', '--rate', '0']],
  [['reconcile', '--uploads', 's3://bucket']],
  [['reconcile', '--queue', 'https://queue']],
])('%j is wrong usage', async args => {
  expect(await runGongkai(args)).toMatchObject({ code: 2, stdout: '' })
})

test('submissions keep the pace', async () => {
  const times: number[] = []
  const run = paced(50, async () => times.push(performance.now()))
  for (let index = 0; index < 4; index += 1) await run(undefined)
  expect(times.at(-1)! - times[0]!).toBeGreaterThanOrEqual(3 * 20 - 2)
})

test('a file that was changed since is not taken for the version asked for', async () => {
  const folders = await openFolders(inbox, outbox, { command: 'submit', prefix: '' })
  const upload = { bucket: 'inbox', key: '年报.docx', version: 'other', sequencer: '', size: null }
  expect(await folders.submit({ upload, again: true })).toBe(false)
  await folders.close()
})
