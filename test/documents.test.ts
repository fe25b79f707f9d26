import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { bin, type Run } from './support/run-gongkai.ts'
import { synthesisedTemplate } from './support/template.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** What README and RUNBOOK tell an operator, held against the code. */

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages = { readme: read('README.md'), events: read('events/README.md'), runbook: read('RUNBOOK.md') }

/** Commands of the code blocks of a page, without what stands behind `#`; several lines of one command are one. */
const commandsOf = (text: string, begins: string): readonly string[] =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/gu)]
    .flatMap(([, block]) => block!.replaceAll(/\\\n/gu, ' ').split('\n'))
    .map(line =>
      line
        .replace(/\s#\s.*$/u, '')
        .trim()
        .replaceAll(/\s+/gu, ' '),
    )
    .filter(line => line.startsWith(begins))

describe('every gongkai command, as it is written', () => {
  let cwd: string
  beforeAll(async () => {
    cwd = await temporaryFolder()
    for (const name of ['inbox', 'outbox', 'reports']) mkdirSync(join(cwd, name))
    const [sample] = ['示例一 青禾县数据局2023年年度报告.docx']
    for (const name of ['a.docx', 'reports/a.docx'])
      cpSync(join(root, 'infra/local/samples', sample!), join(cwd, name))
    await run(['convert', 'reports', '--out', 'outbox'])
  })

  /** Without a region or credentials, so that nothing is asked of AWS. */
  const run = (args: readonly string[]): Promise<Run> =>
    new Promise((resolve, reject) => {
      const env = { PATH: process.env['PATH'], AWS_EC2_METADATA_DISABLED: 'true', HOME: cwd }
      const child = spawn(process.execPath, [bin, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
      let [stdout, stderr] = ['', '']
      child.stdout.on('data', text => {
        stdout += String(text)
      })
      child.stderr.on('data', text => {
        stderr += String(text)
      })
      child.on('error', reject)
      child.on('close', code => resolve({ code, stdout, stderr }))
    })

  const commands = [...new Set(Object.values(pages).flatMap(text => commandsOf(text, 'npx gongkai ')))]
  /** As a shell parts them; quoted ones stay whole. */
  const wordsOf = (command: string) =>
    [...command.matchAll(/"([^"]*)"|\S+/gu)].map(([word, quoted]) => quoted ?? word)
  const placed = (command: string) =>
    command
      .replaceAll('UPLOADS', 'some-uploads')
      .replaceAll('OUTPUTS', 'some-outputs')
      .replaceAll('URL', 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/some-queue')
      .replaceAll('BUILD', '0123456789ab')

  test('there are some', () => {
    expect(commands.length).toBeGreaterThan(8)
  })

  test.each(commands)('%s', async command => {
    const { code, stderr } = await run(wordsOf(placed(command)).slice(2))
    expect(stderr).not.toContain('gongkai help')
    // As good as it gets without an account: the command was understood.
    if (command.includes('s3://')) expect([code, stderr]).toEqual([2, expect.stringContaining('AWS_REGION')])
    else expect(code).not.toBe(2)
  })

  test('one that is written wrongly would be noticed', async () => {
    expect((await run(['replay', '--verdicts', 'failed'])).stderr).toContain('gongkai help')
  })
})

test('every reason to give up has its line in the runbook', () => {
  const codes = ['lib/submission/failures.ts', 'functions/failures.ts', 'functions/aws/scan-gate.ts']
    .flatMap(path => [...read(path).matchAll(/^ {2}code: '([\w-]+)'/gmu)])
    .map(([, code]) => code!)
  const lines = [...pages.runbook.matchAll(/^- `([\w-]+)`: /gmu)].map(([, code]) => code!)
  expect(codes.length).toBeGreaterThan(5)
  expect(lines.toSorted()).toEqual(codes.toSorted())
})

describe('the stack', () => {
  const template = synthesisedTemplate()
  const text = JSON.stringify(template)

  test('the log queries that the runbook names are on the dashboard', () => {
    const named = [...pages.runbook.matchAll(/quer(?:y|ies) ("[^"]+"(?: and "[^"]+")?)/gu)]
      .flatMap(([, names]) => [...names!.matchAll(/"([^"]+)"/gu)])
      .map(([, name]) => name!)
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter(name => !text.includes(name))).toEqual([])
  })

  test('every parameter and output that the pages name is one of the template', () => {
    const known = [
      ...Object.keys(template.Parameters),
      ...Object.keys(template.Outputs),
      'CodeBucket',
      'CodePrefix',
    ]
    const named = Object.values(pages).flatMap(page => [
      ...[...page.matchAll(/--parameter(?:s|-overrides)((?: [A-Za-z]+=\S+)+)/gu)].flatMap(([, list]) =>
        list!
          .trim()
          .split(' ')
          .map(pair => pair.split('=')[0]!),
      ),
      ...[...page.matchAll(/`([A-Z][A-Za-z]+)(?:=[^`]*)?`/gu)]
        .map(([, name]) => name!)
        .filter(name => /(?:Command|Mail|Tag|Arn|Name|Prefix|Mb|Days|Logs|Url)$/u.test(name)),
    ])
    const ofSubscribers = ['SenderAccount', 'TargetBusArn']
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter(name => ![...known, ...ofSubscribers].includes(name))).toEqual([])
  })
})

test('the policy for a key is JSON as IAM takes it, and says how the logs are called in China', () => {
  const [, block] = /```json\n([\s\S]*?)```/u.exec(pages.runbook)!
  const { Statement } = JSON.parse(block!)
  const principals = Statement.flatMap(({ Principal }: { Principal: object }) =>
    Object.values(Principal).flat(),
  )
  expect(principals).toEqual([
    'arn:PARTITION:iam::ACCOUNT:root',
    'events.amazonaws.com',
    'cloudwatch.amazonaws.com',
    'logs.REGION.amazonaws.com',
  ])
  expect(pages.runbook).toContain('logs.REGION.amazonaws.com.cn')
})
