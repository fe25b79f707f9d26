import { execFile } from 'node:child_process'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { inventedReport, rosterText, twoYears, units } from '../support/invented-season.ts'
import { httpPrograms } from '../support/python-environments.ts'
import { type Running, startGongkai } from '../support/run-gongkai.ts'
import { snippetsOf } from '../support/snippets.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

const run = promisify(execFile)
const document = fileURLToPath(new URL('../../infra/local/api/openapi/openapi.json', import.meta.url))
const program = fileURLToPath(new URL('http-client.py', import.meta.url))
const sample = (name: string) => fileURLToPath(new URL(`../../infra/local/samples/${name}`, import.meta.url))

let service: Running | null = null
afterEach(async () => {
  service?.child.kill('SIGTERM')
  await service?.ended
  service = null
})

const serve = async (root: string, args: readonly string[] = []): Promise<string> => {
  await mkdir(join(root, 'inbox'), { recursive: true })
  service = startGongkai(['serve', '--port', '0', ...args], root)
  return until(() => {
    const page = service!.stdout().match(/http:\/\/127\.0\.0\.1:\d+/)?.[0]
    expect(page).toBeDefined()
    return page!
  })
}

test('the document is OpenAPI 3.1, and a client made of it does everything', async () => {
  const bin = await httpPrograms()
  const root = await temporaryFolder()
  await run(join(bin, 'openapi-spec-validator'), [document])
  await writeFile(join(root, 'config.yml'), 'post_hooks: []\n')
  const made = ['--config', join(root, 'config.yml'), '--output-path', join(root, 'gongkai_client')]
  const generate = ['generate', '--path', document, '--meta', 'none', '--fail-on-warning', ...made]
  await run(join(bin, 'openapi-python-client'), generate)

  const token = 'of-our-own-invention-0123456789abcdef'
  await writeFile(join(root, 'token'), `${token}\n`)
  await writeFile(join(root, '名册.csv'), rosterText())
  const { u1 } = twoYears('http')
  await mkdir(join(root, 'inbox'))
  await writeFile(join(root, 'inbox', '甲.html'), inventedReport(units.u1, 2024, u1[1]))
  const address = await serve(root, ['--token-file', 'token'])
  const report = sample('示例一 青禾县数据局2023年年度报告.docx')
  const { stdout } = await run(join(bin, 'python'), [program, address, token, report], {
    env: { ...process.env, PYTHONPATH: root },
  })
  expect(JSON.parse(stdout)).toEqual({
    first: [201, '青禾县/100% (终稿)+1.docx', 'done', 'validated', '青禾县数据局', 2023],
    again: [200, true],
    polled: [202, true, 'done'],
    outputs: { html: [200, true], xlsx: [200, true], json: [200, true], csv: [200, true] },
    schema: 'gongkai.report/2',
    listed: [true, true],
    only: [1, '青禾县/100% (终稿)+1.docx'],
    season: [200, 'PAR1', true],
    refusals: {
      token: [401, 'token-needed'],
      name: [400, 'name-left-alone'],
      wait: [400, 'parameter-wrong'],
      large: [413, 'too-large'],
      report: [404, 'no-such-report'],
      output: [404, 'no-such-output'],
      season: [404, 'no-such-season'],
      file: [404, 'no-such-file'],
      method: [405, 'method-not-allowed'],
      type: [415, 'type-wrong'],
    },
    health: 'ok',
    version: 'v1',
    checks: true,
    document: 200,
    metricsOfClient: true,
    metrics: [
      ...['gongkai_build_info', 'gongkai_conversion_seconds', 'gongkai_files', 'gongkai_http_requests'],
      ...['gongkai_rejections', 'gongkai_reports', 'gongkai_workers_ended', 'gongkai_workers_started'],
    ],
    histogram: 'histogram',
    rejected: true,
  })
})

test('schemathesis finds no answer that the document does not describe, and no fault of ours', async () => {
  const bin = await httpPrograms()
  const root = await temporaryFolder()
  const address = await serve(root)
  // Which names a file may have, no schema says.
  const but = ['--exclude-checks', 'positive_data_acceptance']
  const bounds = ['--max-examples', '10', '--seed', '1', '--phases', 'examples,coverage,fuzzing', ...but]
  // It keeps what it found where it runs.
  const args = ['run', document, '--url', address, ...bounds, '--no-color']
  const fuzzed = run(join(bin, 'schemathesis'), args, { cwd: root })
  const found = await fuzzed.then(
    () => null,
    error => error.stdout,
  )
  expect(found).toBeNull()
  service!.child.kill('SIGTERM')
  expect(await service!.ended).toMatchObject({ code: 0, stderr: '' })
})

test.each([
  ['README.zh-CN.md', 'HTTP 接口', '报告.docx'],
  ['README.md', 'Over HTTP', 'report.docx'],
])('what %s prints under %s does what it says', async (page, heading, name) => {
  const bin = await httpPrograms()
  const root = await temporaryFolder()
  const address = await serve(root)
  await copyFile(sample('示例二 白沙区水务局2022年年度报告（合计有误）.docx'), join(root, name))
  const snippets = await snippetsOf(new URL(`../../${page}`, import.meta.url), heading)
  const here = (text: string) => text.replaceAll('http://127.0.0.1:7823', address)
  const shell = snippets.find(({ language }) => language === 'sh')!
  const { stdout } = await run('sh', ['-ec', here(shell.text)], { cwd: root })
  const [handedIn, listed] = stdout.replace('}{', '}\n{').split('\n')
  expect(JSON.parse(handedIn!)).toMatchObject({ key: name, state: 'done', verdict: 'invalid' })
  expect(JSON.parse(listed!).reports.map(({ key }: { key: string }) => key)).toContain(name)
  const python = snippets.find(({ language }) => language === 'python')
  if (!python) return
  const printed = await run(join(bin, 'python'), ['-c', `${here(python.text)}\nprint(len(figures))`], {
    cwd: root,
  })
  expect(printed.stdout).toMatch(/^invalid \{'errors': 1, [^\n]*\n[1-9]\d\d\n$/u)
})
