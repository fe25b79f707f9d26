import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from '../../../support/published-schema.ts'
import { runGongkai } from '../../../support/run-gongkai.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

let root: string
beforeAll(async () => {
  root = await temporaryFolder()
  await writeFile(join(root, 'file'), 'x')
  await mkdir(join(root, 'empty'))
})

/** A call of each kind that the reading of options cannot know to be wrong. */
const wrong: readonly (readonly string[])[] = [
  [''],
  ['frob'],
  ['__proto__'],
  ['help', 'frob'],
  ['version', 'x'],
  ['checks', '--lang', 'fr'],
  ['explain', 'frob'],
  ['convert', 'nothing', '--out', 'o'],
  ['convert', '*.nothing', '--out', 'o'],
  ['convert', 'empty', '--out', 'o'],
  ['convert', 'file', '--out', '.'],
  ['convert', 'file', '--out', 'file/x'],
  ['convert', 'file', '--out', `${'x'.repeat(300)}`],
  ['convert', '-', '--out', 'o'],
  ['convert', '-', '--name', 'a/b', '--out', 'o'],
  ['convert', 'file', '--name', 'b', '--out', 'o'],
  ['start', '--inbox', 'file', '--outbox', 'o', '--port', '0'],
  ['serve', '--inbox', 'file', '--outbox', 'file', '--port', '0'],
  ['replay', '--uploads', 'file', '--outputs', 'file'],
  ['reconcile', '--uploads', 'file/x', '--outputs', 'o'],
  ['replay', '--uploads', 'nothing', '--outputs', 'empty'],
  ['reconcile', '--uploads', 'empty', '--outputs', 'empty'],
  ['status', '../x', '--uploads', 'empty', '--outputs', 'empty'],
  ['status', 'x', '--uploads', 'nothing', '--outputs', 'nothing'],
  ['roster', '--from', 'nothing'],
  ['season', '--year', '2024', '--roster', 'nothing.csv', '--from', 'empty'],
  ['season', '--year', '2024', '--roster', 'empty', '--from', 'empty'],
  ['notices', '--out', 'file/x', '--from', 'nothing'],
  ['notices', '--out', 'o', '--from', 'empty', '--template', 'empty'],
  ['query', 'SELECT 1', '--season', 'empty'],
  ['query', 'SELECT 1', '--season', 'empty', '--out', 'nothing/x'],
  ['tables', '--out', 'o', '--from', 'empty'],
]

describe('a sentence in Chinese, then in English, exit code 2, nothing on stdout and no stack', () => {
  test.each(wrong.map(args => [args.join(' ').slice(0, 60), args] as const))('%s', async (_, args) => {
    const { code, stdout, stderr } = await runGongkai(args, root)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(
      /^gongkai.*: .*\p{Script=Han}.*\n(?: {2}.*\n)*gongkai.*: [^\p{Script=Han}]*[A-Za-z]/u,
    )
    expect(stderr).not.toMatch(/^\s+at |node:internal|程序出错/mu)
  })
})

describe('for a program: gongkai.error/1 alone on stdout', () => {
  test.each([
    [['convert', 'nothing', '--out', 'o', '--format', 'json']],
    [['convert', 'file', '--format=json']],
    [['query', 'frob', '--format', 'json']],
    [['status', 'x', '--json', '--uploads', 'nothing', '--outputs', 'nothing']],
    [['frob', '--json']],
  ])('%j', async args => {
    const { code, stdout, stderr } = await runGongkai(args, root)
    const told = JSON.parse(stdout)
    expect(faultsOf(told)).toEqual([])
    expect({ code, ...told }).toMatchObject({ code: 'usage', schema: 'gongkai.error/1', exitCode: 2 })
    expect(code).toBe(2)
    expect(stderr).toContain(told.sentence.zh.split('\n')[0])
  })
})
