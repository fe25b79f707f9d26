import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { startGongkai } from '../support/run-gongkai.ts'
import { filesBelow, temporaryFolder } from '../support/temporary-folder.ts'

const samples = fileURLToPath(new URL('../../infra/local/samples/', import.meta.url))
const many = 60
let root: string

beforeAll(async () => {
  root = await temporaryFolder()
  await mkdir(join(root, 'in'))
  const [name] = (await readdir(samples)).filter(each => each.endsWith('.docx'))
  for (let number = 1; number <= many; number += 1)
    await cp(join(samples, name!), join(root, 'in', `${number}.docx`))
})

const args = (out: string) => ['convert', 'in', '--out', out, '--format', 'json', '--skip-existing']

/** Resolves once some files are through. */
const underWay = async (stdout: () => string, ended: Promise<unknown>) => {
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  while (!isOver && stdout().split('\n').length < 4) await wait(20)
}

/** Each folder of results is whole, has no receipt yet, or is not there; nothing is left aside. */
const expectWhole = async (out: string) => {
  const files = await filesBelow(join(root, out))
  expect(files.filter(name => name.includes('.gongkai-'))).toEqual([])
  for (const receipt of files.filter(name => name.endsWith('/receipt.json'))) {
    const { outputs } = JSON.parse(await readFile(join(root, out, receipt), 'utf8'))
    for (const { name } of outputs) expect(files).toContain(receipt.replace('receipt.json', name))
  }
}

test('Ctrl-C once: what is in hand is finished, summary and log are written, and it says how to go on', async () => {
  const { child, stdout, ended } = startGongkai(args('once'), root)
  await underWay(stdout, ended)
  child.kill('SIGINT')
  const { code, stdout: all, stderr } = await ended
  expect(code).toBe(130)
  expect(stderr).toContain('--skip-existing')
  const lines = all
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const batch = lines.at(-1)
  expect(batch).toMatchObject({ schema: 'gongkai.batch/1', interrupted: true, exitCode: 130 })
  expect(batch.files.done).toBe(lines.length - 1)
  expect(batch.files.left).toBe(many - batch.files.done)
  expect(batch.files.left).toBeGreaterThan(0)
  const files = await filesBelow(join(root, 'once'))
  expect(files).toContain('汇总.xlsx')
  expect(JSON.parse(await readFile(join(root, 'once', 'batch.json'), 'utf8'))).toEqual(batch)
  await expectWhole('once')

  const again = await startGongkai(args('once'), root).ended
  const last = JSON.parse(again.stdout.trimEnd().split('\n').at(-1)!)
  expect(last.files).toMatchObject({ total: many, done: many, left: 0 })
  if (last.converter.build !== 'source') expect(last.files.skipped).toBe(batch.files.done)
  expect(again.code).toBe(0)
})

test('twice: it ends at once, and nothing is half written', async () => {
  const { child, stdout, ended } = startGongkai([...args('twice'), '--concurrency', '2'], root)
  await underWay(stdout, ended)
  child.kill('SIGINT')
  // Later than one Ctrl-C that reaches us by several ways.
  const again = setInterval(() => child.kill('SIGINT'), 1100)
  const { code } = await ended
  clearInterval(again)
  expect(code).toBe(130)
  await expectWhole('twice')
})

test('killed: what is there is whole, and the next run goes on', async () => {
  const { child, stdout, ended } = startGongkai(args('killed'), root)
  await underWay(stdout, ended)
  child.kill('SIGKILL')
  await ended
  const { code, stdout: all } = await startGongkai(args('killed'), root).ended
  expect(code).toBe(0)
  expect(JSON.parse(all.trimEnd().split('\n').at(-1)!).files).toMatchObject({ total: many, done: many })
})
