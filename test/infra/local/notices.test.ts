import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../../infra/local/results/listing.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'
import { runGongkai } from '../../support/run-gongkai.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

let service: Service
let root = ''
const wrong = '青禾县/水务局.html'

const get = (path: string) => fetch(new URL(path, service.page))
interface Answer {
  readonly name: string
  readonly text: string
  readonly own: boolean
  readonly problem: { readonly zh: string }
  readonly problems: readonly { readonly line: number }[]
  readonly acts: readonly { readonly id: string }[]
}
const answer = async (response: Promise<Response> | Response) => (await (await response).json()) as Answer

const post = (path: string, body: unknown) =>
  fetch(new URL(path, service.page), {
    method: 'POST',
    headers: { 'x-gongkai': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const of = (key: string) => `key=${encodeURIComponent(key)}`

beforeAll(async () => {
  root = await temporaryFolder()
  const inbox = join(root, 'inbox')
  await mkdir(join(inbox, '青禾县'), { recursive: true })
  const files = {
    [wrong]: reportHtml(drawReport('2021', { 'requests.newRequests.total': 3 })),
    '信.txt': '各位同事：请于周五前报送材料。',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(inbox, name), text)
  service = await startService({
    inbox,
    outbox: join(root, 'outbox'),
    port: 0,
    say: () => undefined,
    stillMs: 20,
  })
  await until(async () => {
    const entries = (await (await get('/api/reports')).json()) as Entry[]
    expect(entries.filter(({ state }) => state === 'done')).toHaveLength(2)
  })
})
afterAll(() => service.close())

describe('letters of the service', () => {
  test('the same as text and for Word, with office and day as they were typed', async () => {
    const more = `&office=${encodeURIComponent('青禾县数据局')}&due=2024-02-20`
    const { name, text } = await answer(get(`/notices/text?${of(wrong)}${more}`))
    expect(name).toMatch(/^退回通知 .+ 2\d{3}$/u)
    expect(text).toContain('请于2024年2月20日前')
    expect(text).toContain('\n青禾县数据局\n')
    expect(text).toMatch(/“总计”应等于/u)
    const response = await get(`/notices/docx?${of(wrong)}${more}`)
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`${name}.docx`))
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) })
    expect(value).toContain('请于2024年2月20日前')
  })

  test('about a file that was refused says why; about none says so', async () => {
    expect((await answer(get(`/notices/text?${of('信.txt')}`))).text).toContain('未能受理')
    const none = await get(`/notices/text?${of('没有.docx')}`)
    expect(none.status).toBe(404)
    expect((await answer(none)).problem.zh).toContain('没有这份报告')
  })

  test('all of them in one archive, with their list', async () => {
    const files = unzipSync(new Uint8Array(await (await get('/notices.zip')).arrayBuffer()))
    const names = Object.keys(files)
    expect(names[0]).toBe('通知清单.csv')
    expect(names).toHaveLength(3)
    const list = new TextDecoder().decode(files['通知清单.csv'])
    for (const name of names.slice(1)) expect(list).toContain(name)
    const part = unzipSync(new Uint8Array(await (await get(`/notices.zip?${of(wrong)}`)).arrayBuffer()))
    expect(Object.keys(part)).toHaveLength(2)
  })

  test('a template is kept, told where it is wrong, and taken back', async () => {
    const bad = await post('/api/notice-template', { text: '题\n\n【名称】\n【事项】' })
    expect(bad.status).toBe(400)
    expect((await answer(bad)).problems[0]?.line).toBe(3)
    expect((await answer(get('/api/notice-template'))).own).toBe(false)
    await post('/api/notice-template', { text: '退件\n\n【单位】同志：\n【事项】\n【落款】' })
    expect((await answer(get(`/notices/text?${of(wrong)}`))).text).toMatch(/^退件\n/u)
    await writeFile(join(root, '退回通知模板.txt'), '题\n\n【事项')
    expect((await answer(get(`/notices/text?${of(wrong)}`))).problem.zh).toContain('模板第 3 行')
    expect((await get('/notices.zip')).status).toBe(409)
    await post('/api/notice-template', { text: '' })
    expect((await answer(get('/api/notice-template'))).own).toBe(false)
  })

  test('a finding that was decided not to hold leaves nothing to write', async () => {
    const entries = (await (await get('/api/reports')).json()) as Entry[]
    const { result } = entries.find(({ key }) => key === wrong)!
    const json = JSON.parse(
      await (
        await get(`/results/${result!.files.json!.split('/').map(encodeURIComponent).join('/')}`)
      ).text(),
    ) as { findings: { id: string; severity: string }[] }
    const acts = json.findings.map(({ id }) => ({
      ...{ kind: 'decided', finding: id, sha256: result!.sha256 },
      ...{ decision: 'rejected', reason: '口径不同' },
    }))
    const done = await post('/api/acts', { by: '李文书', acts })
    expect(done.status).toBe(200)
    const refused = await answer(get(`/notices/text?${of(wrong)}`))
    expect(refused.problem.zh).toContain('不必发退回通知')
    for (const { id } of (await answer(done)).acts) await post('/api/undo', { by: '李文书', id })
    expect((await get(`/notices/text?${of(wrong)}`)).status).toBe(200)
  })
})

describe('gongkai notices', () => {
  test('writes the same letters into a folder', async () => {
    const out = join(root, '通知')
    const { code, stdout } = await runGongkai(
      ['notices', '--from', join(root, 'outbox'), '--out', out, '--office', '青禾县数据局'],
      root,
    )
    expect(code).toBe(0)
    expect(stdout).toContain('2 份退回通知')
    const names = await readdir(out)
    expect(names.filter(name => name.endsWith('.docx'))).toHaveLength(2)
    const text = names.find(name => name.endsWith('.txt') && !name.includes('信'))!
    const { text: served } = await answer(
      get(`/notices/text?${of(wrong)}&office=${encodeURIComponent('青禾县数据局')}`),
    )
    expect(await readFile(join(out, text), 'utf8')).toBe(served)
  })

  test('says what is wrong with a template, and writes nothing', async () => {
    const template = join(root, '我的模板.txt')
    await writeFile(template, '题\n\n【名称】\n【事项】')
    const out = join(root, '没有')
    const { code, stderr } = await runGongkai(
      ['notices', '--from', join(root, 'outbox'), '--out', out, '--template', template],
      root,
    )
    expect(code).toBe(2)
    expect(stderr).toContain('第 3 行')
    expect(await readdir(root)).not.toContain('没有')
  })
})
