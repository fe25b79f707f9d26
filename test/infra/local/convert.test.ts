import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { widthOf } from '../../../infra/local/terminal/width.ts'
import { outputs } from '../../../lib/writers/index.ts'
import { outputNames } from '../../../lib/writers/output-names.ts'
import { runGongkai } from '../../support/run-gongkai.ts'
import { sha256 } from '../../support/submission.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'

const samples = fileURLToPath(new URL('../../../infra/local/samples/', import.meta.url))
let root: string
let names: string[]
/** Of `--format json` what each file came to; the log of the batch, which is last, apart. */
const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
    .filter(({ schema }) => schema === 'gongkai.line/1')
const nameWith = (part: string) => names.find(name => name.includes(part))!

beforeAll(async () => {
  root = await temporaryFolder()
  await cp(samples, join(root, 'in'), { recursive: true })
  names = (await readdir(join(root, 'in'))).filter(name => name.endsWith('.docx'))
})

describe('the sample reports', () => {
  test('a table a person can read, the findings, the sum of all, exit code 1 for the invalid one', async () => {
    const { code, stdout, stderr } = await runGongkai(['convert', 'in', '--out', 'table'], root)
    expect(stderr).toBe('')
    expect(code).toBe(1)
    const lines = stdout.split('\n')
    const columnOf = (line: string, part: string) => widthOf(line.slice(0, line.indexOf(part)))
    const reports = lines.filter(line => line.endsWith('.docx'))
    expect(reports).toHaveLength(names.length)
    for (const line of reports) expect(columnOf(line, 'in/')).toBe(columnOf(lines[0]!, '文件'))
    expect(stdout).toMatch(/错误 requests-row-total /)
    expect(stdout).toMatch(/共 3 份：通过 1，需复核 1，不通过 1。/)
    expect(stdout).toContain(join('table', '汇总.xlsx'))
  })

  test('more than one file: a summary of all beside their folders, whose links lead into them', async () => {
    const parts = unzipSync(await readFile(join(root, 'table', '汇总.xlsx')))
    const rels = new TextDecoder().decode(parts['xl/worksheets/_rels/sheet1.xml.rels'])
    const targets = [...rels.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)].map(match => match[1]!)
    const files = await filesBelow(join(root, 'table'))
    expect(targets.length).toBe(outputs.length * names.length)
    for (const target of targets) expect(files).toContain(decodeURIComponent(target))
  })

  test('in an archive: each by itself, as if it had been unpacked', async () => {
    const files = Object.fromEntries(
      await Promise.all(
        names.map(async name => [`甲县/${name}`, await readFile(join(root, 'in', name))] as const),
      ),
    )
    await mkdir(join(root, 'packed'))
    await writeFile(join(root, 'packed', '全市.zip'), zipSync({ ...files, '说明.txt': strToU8('不是报告') }))
    await writeFile(join(root, 'packed', '空.zip'), zipSync({ '.DS_Store': strToU8('x') }))
    const { code, stdout } = await runGongkai(
      ['convert', 'packed', '--out', 'unpacked', '--format', 'json'],
      root,
    )
    expect(code).toBe(2)
    const lines = linesOf(stdout)
    expect(lines.map(({ file, verdict, problem }) => [file, verdict ?? problem.code]).toSorted()).toEqual(
      [
        ...names.map(name => [
          `甲县/${name}`,
          name.includes('有误') ? 'invalid' : name.includes('空白') ? 'needsReview' : 'valid',
        ]),
        ['说明.txt', 'not-a-report'],
      ]
        .map(([name, end]) => [join('packed', `全市.zip!/${name}`), end])
        .concat([[join('packed', '空.zip'), 'empty-file']])
        .toSorted(),
    )
    expect(await filesBelow(join(root, 'unpacked'))).toContain(
      `全市.zip!/甲县/${nameWith('有误')}/${nameWith('有误').replace('.docx', '.xlsx')}`,
    )
  })

  test('a file of the name of the summary keeps its own folder', async () => {
    await mkdir(join(root, 'named'))
    for (const name of ['汇总.xlsx', '另.txt']) await writeFile(join(root, 'named', name), '')
    await runGongkai(['convert', 'named', '--out', 'clash'], root)
    const files = await filesBelow(join(root, 'clash'))
    expect(files).toContain('汇总 (2).xlsx')
    expect(files).toContain('汇总.xlsx/refusal.json')
  })

  test('a summary that cannot be written is said, and is exit code 2', async () => {
    await mkdir(join(root, 'taken', '汇总.xlsx', 'x'), { recursive: true })
    const { code, stderr } = await runGongkai(['convert', 'in', '--out', 'taken'], root)
    expect(code).toBe(2)
    expect(stderr).toContain('汇总.xlsx')
  })

  test('each has its folder with its outputs, and a receipt that agrees with them', async () => {
    const files = await filesBelow(join(root, 'table'))
    for (const name of names) {
      const own = files.filter(file => file.startsWith(`${name}/`)).map(file => file.slice(name.length + 1))
      expect(own).toEqual(['receipt.json', ...Object.values(outputNames(name))].toSorted())
      const receipt = JSON.parse(await readFile(join(root, 'table', name, 'receipt.json'), 'utf8'))
      for (const output of receipt.outputs)
        expect(sha256(await readFile(join(root, 'table', name, output.name)))).toBe(output.sha256)
    }
  })

  test('--format json prints one object per line and nothing else; one job or two give the same bytes', async () => {
    const { stdout, stderr } = await runGongkai(
      ['convert', 'in', '--out', 'json', '--format', 'json', '--concurrency', '1'],
      root,
    )
    expect(stderr).toBe('')
    const lines = linesOf(stdout)
    expect(lines.map(line => line.verdict).toSorted()).toEqual(['invalid', 'needsReview', 'valid'])
    expect(lines.find(line => line.verdict === 'invalid').findings[0]).toMatchObject({
      severity: 'error',
      outcome: 'broken',
    })
    const files = await filesBelow(join(root, 'json'))
    for (const file of files.filter(name => name !== 'batch.json'))
      expect(await readFile(join(root, 'json', file))).toEqual(await readFile(join(root, 'table', file)))
  })

  test('a valid report alone: exit code 0', async () => {
    const { code, stdout } = await runGongkai(
      ['convert', join('in', nameWith('2023')), '--out', 'one', '--lang', 'en'],
      root,
    )
    expect(code).toBe(0)
    expect(stdout).toContain('Valid')
    expect(await filesBelow(join(root, 'one'))).not.toContain('汇总.xlsx')
  })
})

test('files that cannot be converted: exit code 2, a reason for each, the others go on', async () => {
  const folder = join(root, 'mixed')
  await mkdir(folder)
  await cp(join(root, 'in', nameWith('2023')), join(folder, 'good.docx'))
  await writeFile(join(folder, 'empty.docx'), '')
  await writeFile(join(folder, 'damaged.docx'), 'PK\u0003\u0004 cut off')
  await writeFile(join(folder, 'letter.txt'), '各位同事：请于周五前报送材料。')
  const { code, stdout, stderr } = await runGongkai(
    ['convert', 'mixed', '--out', 'o', '--format', 'json'],
    root,
  )
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
  const outcomes = linesOf(stdout)
  expect(outcomes.map(({ file, outcome, problem }) => [file, problem?.code ?? outcome])).toEqual([
    ['mixed/damaged.docx', 'file-damaged'],
    ['mixed/empty.docx', 'empty-file'],
    ['mixed/good.docx', 'validated'],
    ['mixed/letter.txt', 'not-a-report'],
  ])
  expect(await filesBelow(join(root, 'o', 'empty.docx'))).toEqual(['receipt.json', 'refusal.json'])
})

test('a file refused today does not stand beside the figures of yesterday', async () => {
  const path = join(root, 'changing.docx')
  await cp(join(root, 'in', nameWith('2023')), path)
  await runGongkai(['convert', 'changing.docx', '--out', 'again'], root)
  expect(await filesBelow(join(root, 'again'))).toContain('changing.docx/changing.xlsx')
  await writeFile(path, '')
  await runGongkai(['convert', 'changing.docx', '--out', 'again'], root)
  expect(await filesBelow(join(root, 'again'))).toEqual([
    'batch.json',
    'changing.docx/receipt.json',
    'changing.docx/refusal.json',
  ])
})

test('two reports of the same name both have their results', async () => {
  for (const folder of ['2022', '2023']) {
    await mkdir(join(root, folder))
    await cp(join(root, 'in', nameWith(folder)), join(root, folder, '年度报告.docx'))
  }
  const { stdout } = await runGongkai(['convert', '2022', '2023', '--out', 'two', '--format', 'json'], root)
  expect(linesOf(stdout).map(({ folder }) => folder)).toEqual([
    join('two', '2022', '年度报告.docx'),
    join('two', '2023', '年度报告.docx'),
  ])
  const years = await Promise.all(
    ['2022', '2023'].map(async year => {
      const json = await readFile(join(root, 'two', year, '年度报告.docx', '年度报告.json'), 'utf8')
      return JSON.parse(json).report.year
    }),
  )
  expect(years).toEqual([2022, 2023])
})

test('a place that cannot be written is said, and is exit code 2', async () => {
  await writeFile(join(root, 'a-file'), '')
  const { code, stdout, stderr } = await runGongkai(['convert', 'in', '--out', 'a-file'], root)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/结果无法写入 a-file.*ENOTDIR/u)
  await rm(join(root, 'a-file'))
})

describe('wrong usage is exit code 2 with a hint, and nothing on stdout', () => {
  test.each([
    [['convert']],
    [['convert', 'in']],
    [['convert', 'no-such', '--out', 'x']],
    [['convert', 'in', '--out', 'x', '--format', 'xml']],
    [['convert', 'in', '--out', 'x', '--concurrency', '0']],
    [['convert', 'in', '--out', 'x', '--frob']],
    [['frob']],
    [['explain']],
    [['explain', 'no-such-check']],
    [['start', '--port', 'x']],
  ])('%j', async args => {
    const { code, stdout, stderr } = await runGongkai(args, root)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('gongkai help')
  })
})

test('checks lists the catalogue and explain tells all of one', async () => {
  const { stdout: list, code } = await runGongkai(['checks'])
  expect(code).toBe(0)
  expect(list).toMatch(/^requests-balance +错误 +2019 2021 +\S/m)
  const { stdout } = await runGongkai(['explain', 'requests-balance', '--lang', 'en'])
  expect(stdout).toMatch(/^requests-balance {2}\S/)
  expect(stdout).toContain('Severity: Error')
})

test('help and version', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'))
  expect((await runGongkai(['--version'])).stdout.trim()).toBe(manifest.version)
  for (const args of [['help'], ['--help'], [], ['convert', '--help']])
    expect((await runGongkai(args)).stdout).toContain('gongkai convert')
})
