import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const own = new URL('./', import.meta.url)

/** A copy of the sources with one more output: its writer, and an entry in the list. Nothing else differs. */
let tree: string
beforeAll(async () => {
  tree = await temporaryFolder()
  for (const name of ['lib', 'functions', 'infra', 'events', 'test'])
    cpSync(join(root, name), join(tree, name), { recursive: true })
  for (const name of readdirSync(root))
    if (/\.(?:json|ts)$/.test(name)) cpSync(join(root, name), join(tree, name))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
  const list = join(tree, 'lib/writers/index.ts')
  const source = readFileSync(list, 'utf8')
  const end = '] as const satisfies readonly Output[]'
  expect(source.split(end)).toHaveLength(2)
  writeFileSync(list, source.replace(end, readFileSync(new URL('entry.ts.txt', own), 'utf8') + end))
  cpSync(new URL('lines.ts.txt', own), join(tree, 'lib/writers/lines.ts'))
})

const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' })
const sample = () => {
  const folder = join(tree, 'infra/local/samples')
  return join(folder, readdirSync(folder).find(name => name.includes('青禾'))!)
}

describe('one more output is one file and one entry', () => {
  test('the command line writes it, and the receipt lists it', async () => {
    const { status, stdout, stderr } = run('infra/local/gongkai.ts', 'convert', sample(), '--out', 'out')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('通过 1')
    const folder = readdirSync(join(tree, 'out')).find(each => each.endsWith('.docx'))
    const name = `${folder!.replace(/\.docx$/, '')}.lines.txt`
    expect(readFileSync(join(tree, 'out', folder!, name), 'utf8')).toMatch(
      /^requests\.newRequests\.total \d+$/m,
    )
    const receipt = JSON.parse(readFileSync(join(tree, 'out', folder!, 'receipt.json'), 'utf8'))
    expect(receipt.outputs.map((file: { name: string }) => file.name)).toContain(name)
    expect(run('infra/local/gongkai.ts', 'help').stdout).toContain('逐行数据')
  })

  test('receipt, event and its schema, the page, the service and the summary know it', async () => {
    const folder = await temporaryFolder()
    const { stdout, stderr } = run('test/lib/writers/one-more-output/probe.ts', 'lines', sample(), folder)
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      receipt: expect.stringMatching(/^报告\.docx\/v1\/[0-9a-f]{12}\/报告\.lines\.txt$/),
      event: expect.stringMatching(/^报告\.docx\/v1\/[0-9a-f]{12}\/报告\.lines\.txt$/),
      schema: true,
      page: expect.stringMatching(
        /^<a href=".\/[^"]+\.lines\.txt">逐行数据<small lang="en"> lines<\/small><\/a>$/,
      ),
      service: ['报告.lines.txt', 'text/x-lines', expect.stringContaining('proactiveDisclosure.')],
      serviceList: true,
      summary: true,
    })
  })

  test('and no source or test has to be changed for it', () => {
    const { stdout, status } = run(join(root, 'node_modules/typescript/bin/tsc'), '--noEmit')
    expect([status, stdout]).toEqual([0, ''])
  })
}, 240_000)
