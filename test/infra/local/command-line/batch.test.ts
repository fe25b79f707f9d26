import { spawn } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findInputs, type Input } from '../../../../infra/local/convert/inputs.ts'
import { readInput } from '../../../../infra/local/convert/read-input.ts'
import { standing } from '../../../../infra/local/convert/standing.ts'
import { targetsOf } from '../../../../infra/local/convert/targets.ts'
import { writeResult } from '../../../../infra/local/convert/write-result.ts'
import { folderStore } from '../../../../infra/local/disk/folder-store.ts'
import type { OutputRole } from '../../../../lib/writers/index.ts'
import { bin, runGongkai } from '../../../support/run-gongkai.ts'
import { filesBelow, temporaryFolder } from '../../../support/temporary-folder.ts'

const samples = fileURLToPath(new URL('../../../../infra/local/samples/', import.meta.url))
let root: string
let names: readonly string[]

beforeAll(async () => {
  root = await temporaryFolder()
  await cp(samples, join(root, 'in'), { recursive: true })
  names = (await readdir(join(root, 'in'))).toSorted()
})

const json = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

describe('what cannot be read stops none of the others', () => {
  test('a folder and a file without rights, a pipe, a link in a circle, a name that is not there', async () => {
    const folder = join(root, 'odd')
    await mkdir(join(folder, 'closed'), { recursive: true })
    await writeFile(join(folder, 'b.txt'), 'b')
    await symlink('circle', join(folder, 'circle'))
    const given = ['closed', 'b.txt', 'circle', 'nothing', '*.none', '/dev/null'].map(name =>
      name.startsWith('/') ? name : join(folder, name),
    )
    // Root may read everything.
    if (process.getuid?.() !== 0) await chmod(join(folder, 'closed'), 0)
    const inputs = await findInputs(given, ['out'])
    await chmod(join(folder, 'closed'), 0o755)
    const told = inputs.map(({ path, failed }) => [path, failed?.code ?? null])
    expect(told.filter(([path]) => path !== given[0])).toEqual([
      [given[1], null],
      [given[2], 'unreadable'],
      [given[3], 'not-found'],
      [given[4], 'not-found'],
      [given[5], 'not-a-file'],
    ])
  })

  test('a file that vanishes after it was found', async () => {
    await writeFile(join(root, 'gone.txt'), 'x')
    const [input] = await findInputs([join(root, 'gone.txt')], [])
    await rm(join(root, 'gone.txt'))
    expect(await readInput(input!)).toMatchObject({
      outcome: { kind: 'failed', failure: { code: 'not-found' } },
    })
  })
})

test('a pattern that the shell left gives what is there, lock files apart', async () => {
  const name = fc
    .array(fc.constantFrom('a', 'b', '年', '.'), { minLength: 1, maxLength: 4 })
    .map(parts => parts.join(''))
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(name, { maxLength: 6 }), async stems => {
      const folder = await temporaryFolder()
      const files = stems.map(stem => `x${stem}.docx`)
      for (const file of [...files, '~$x.docx', 'x.pdf']) await writeFile(join(folder, file), '')
      const found = await findInputs([join(folder, '*.docx')], [])
      const there = found.filter(({ failed }) => !failed).map(({ inside }) => inside)
      expect(there).toEqual(files.toSorted())
    }),
    { numRuns: 25 },
  )
})

test('no two files share a place, and none leaves the folder of results', () => {
  const part = fc.constantFrom('a', 'A', 'é', 'e\u0301', 'b', '汇总')
  const inputs = fc.uniqueArray(
    fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat({ max: 3 }))
      .map(([parts, above]): Input => {
        const inside = parts.slice(Math.min(above, parts.length - 1)).join('/')
        return { path: `/r/${parts.join('/')}`, inside }
      }),
    { selector: ({ path }) => path.normalize('NFC').toLowerCase() },
  )
  fc.assert(
    fc.property(inputs, given => {
      const targets = [...targetsOf(given).values()]
      expect(new Set(targets.map(target => target.normalize('NFC').toLowerCase())).size).toBe(given.length)
      for (const target of targets) expect(target.split('/')).not.toContain('..')
    }),
  )
})

describe('--only', () => {
  test('writes these outputs alone, and the receipt says which', async () => {
    const run = await runGongkai(
      [
        'convert',
        join('in', names[0]!),
        '--out',
        'only',
        '--only',
        'csv',
        '--only',
        'json',
        '--format',
        'json',
      ],
      root,
    )
    const [line, batch] = json(run.stdout)
    expect(batch.options.only).toEqual(['json', 'csv'])
    const folder = join(root, 'only', names[0]!)
    expect((await filesBelow(folder)).map(name => name.replace(/^.*\./u, '')).toSorted()).toEqual([
      'csv',
      'json',
      'json',
    ])
    const receipt = JSON.parse(await readFile(join(folder, 'receipt.json'), 'utf8'))
    expect(receipt.outputs.map(({ name }: { name: string }) => name)).toEqual(line.outputs)
  })
})

describe('--skip-existing', () => {
  const source = { name: '年报.docx', size: 3, sha256: 'a'.repeat(64) }
  const refused = {
    source,
    outcome: {
      kind: 'rejected',
      problem: Object.assign(new Error('x'), {
        code: 'not-a-report' as const,
        sentence: { zh: '不是', en: 'none' },
        remedy: { zh: '请', en: 'do' },
        scan: false,
      }),
    },
  } as const

  test('goes on where a batch was stopped: the same figures, log and exit code, and nothing converted twice', async () => {
    const args = ['convert', 'in', '--out', 'resumed', '--format', 'json', '--skip-existing']
    const first = await runGongkai(args, root)
    const before = json(first.stdout)
    const summary = await readFile(join(root, 'resumed', '汇总.xlsx'))
    await rm(join(root, 'resumed', names[1]!, 'receipt.json'))
    const second = await runGongkai(args, root)
    const after = json(second.stdout)
    const files = before.length - 1
    // Of sources that nobody bundled nobody knows whether they are the same.
    const skips = before.at(-1).converter.build === 'source' ? 0 : files - 1
    expect(after.at(-1).files).toEqual({ total: files, done: files, left: 0, skipped: skips })
    expect(second.code).toBe(first.code)
    expect(await readFile(join(root, 'resumed', '汇总.xlsx'))).toEqual(summary)
    const told = (lines: readonly Record<string, unknown>[]) =>
      lines.slice(0, -1).map(({ ms, skipped, ...rest }) => rest)
    expect(told(after)).toEqual(told(before))
    expect(after.at(-1).counts).toEqual(before.at(-1).counts)
  })

  const written = async (scan = false) => {
    const folder = await temporaryFolder()
    const store = folderStore(folder)
    const problem = Object.assign(new Error('x'), { ...refused.outcome.problem, scan })
    await writeResult(store, folder, 't', { source, outcome: { kind: 'rejected', problem } }, ['json'])
    const path = join(folder, 't', 'receipt.json')
    const receipt = JSON.parse(await readFile(path, 'utf8'))
    const rewrite = (change: object) => writeFile(path, JSON.stringify({ ...receipt, ...change }))
    await rewrite({ converter: { ...receipt.converter, build: '0123456789ab' } })
    const stands = (
      changes: Partial<typeof source> = {},
      build = '0123456789ab',
      roles: OutputRole[] = ['json'],
      scans = true,
    ) => standing(store, 't', { ...source, ...changes }, { roles, build, scans })
    return { folder, rewrite, stands }
  }

  test('a refusal stands as it was', async () => {
    const { stands } = await written()
    expect(await stands()).toMatchObject({
      names: ['refusal.json'],
      result: {
        source,
        outcome: { kind: 'rejected', problem: { code: 'not-a-report', sentence: { zh: '不是' } } },
      },
    })
  })

  test('a scan that was refused since none was read stands as long as none is', async () => {
    const { stands } = await written(true)
    expect(await stands({}, undefined, ['json'], false)).toMatchObject({
      result: { outcome: { kind: 'rejected' } },
    })
    expect(await stands()).toBeNull()
  })

  test('other bytes, another name or another program, and it is converted', async () => {
    const { stands } = await written()
    expect(await stands({ sha256: 'b'.repeat(64) })).toBeNull()
    expect(await stands({ name: '年报.doc' })).toBeNull()
    expect(await stands({}, 'ba9876543210')).toBeNull()
    expect(await stands({}, 'source')).toBeNull()
  })

  test('outputs that are gone or changed, a failure, a damaged receipt, and it is converted', async () => {
    const { folder, rewrite, stands } = await written()
    await writeFile(join(folder, 't', 'refusal.json'), '{}')
    expect(await stands()).toBeNull()
    await rm(join(folder, 't', 'refusal.json'))
    expect(await stands()).toBeNull()
    await rewrite({ outcome: 'failed' })
    expect(await stands()).toBeNull()
    for (const text of ['', '{', 'null', '{"schema":"gongkai.conversion/1"}']) {
      await writeFile(join(folder, 't', 'receipt.json'), text)
      expect(await stands()).toBeNull()
    }
  })
})

describe('standard input', () => {
  const piped = (path: string, args: readonly string[]) =>
    new Promise<{ code: number | null; stdout: string }>(resolve => {
      const child = spawn(process.execPath, [bin, 'convert', '-', ...args], { cwd: root })
      let stdout = ''
      child.stdout.setEncoding('utf8').on('data', text => {
        stdout += text
      })
      child.on('close', code => resolve({ code, stdout }))
      void readFile(path).then(bytes => child.stdin.end(bytes))
    })

  test('is a file of the name given', async () => {
    const args = ['--name', '年报.docx', '--out', 'piped', '--format', 'json']
    const { stdout } = await piped(join(root, 'in', names[0]!), args)
    const [line] = json(stdout)
    expect(line).toMatchObject({ file: '-', outcome: 'validated', source: { name: '年报.docx' } })
    expect(await filesBelow(join(root, 'piped'))).toContain('年报.docx/年报.json')
  })
})

test('--quiet prints what is wrong and the last lines', async () => {
  const { code, stdout } = await runGongkai(['convert', 'in', '--out', 'quiet', '--quiet'], root)
  expect(code).toBe(1)
  const files = stdout.split('\n').filter(line => line.endsWith('.docx'))
  expect(files).toEqual([expect.stringContaining('不通过')])
  expect(stdout).toContain('共 3 份')
})
