import { appendFile, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../../../functions/season/engine.ts'
import { openDesk } from '../../../../infra/local/desk/desk.ts'
import { sampleNames, sampleUrl } from '../../../../infra/local/desk/samples.ts'
import { runTableFiles } from '../../../../lib/series/run-tables.ts'
import { inventedReport, rosterText, twoYears, writeReports } from '../../../support/invented-season.ts'
import { runGongkai } from '../../../support/run-gongkai.ts'
import { snippetsOf } from '../../../support/snippets.ts'
import { tablesIn } from '../../../support/tables-in.ts'
import { filesBelow, temporaryFolder } from '../../../support/temporary-folder.ts'

const document = new URL('../../../../docs/tables.md', import.meta.url)
const { u1, u2, u3, u4 } = twoYears('tables')

let root = ''
const place = ['--uploads', 'inbox', '--outputs', 'outbox']
const ok = async (...args: readonly string[]) => {
  const run = await runGongkai(args, root)
  expect(run).toMatchObject({ code: 0 })
  return run
}

/**
 * An outbox in which nearly nothing counts: a file handed in twice and converted again, refused ones, an archive, one that
 * is excluded, one thrown away, one of the samples.
 */
beforeAll(async () => {
  root = await temporaryFolder()
  const inbox = join(root, 'inbox')
  const cell = 'requests.newRequests.total'
  await writeReports(inbox, {
    '甲.html': inventedReport('青禾县农业农村局', 2023, { ...u1[0], [cell]: 999 }),
    '排除.html': inventedReport('青禾县教育局', 2023, u3[0]),
    '删去.html': inventedReport('青禾县财政局', 2023, u4[0]),
    '通知.html': '<p>各位同事：请于周五前报送材料。</p>',
  })
  const [sample] = await sampleNames()
  await copyFile(sampleUrl(sample!), join(inbox, sample!))
  const packed = {
    '水务局.html': strToU8(inventedReport('青禾县水务局', 2023, u2[0])),
    '空.html': strToU8('无'),
  }
  await writeFile(join(inbox, '包.zip'), zipSync(packed))
  await ok('reconcile', ...place, '--older-than', '0')
  await writeFile(join(inbox, '甲.html'), inventedReport('青禾县农业农村局', 2023, u1[0]))
  await ok('reconcile', ...place, '--older-than', '0')
  const { sha256 } = await newestOf('甲.html')
  const desk = await openDesk(join(root, 'outbox'))
  await desk.act('张三', [
    { kind: 'excluded', key: '排除.html', reason: '重复' },
    { kind: 'removed', key: '删去.html' },
    { kind: 'entered', sha256, cell, value: 7, reason: '原件为 7' },
  ])
  // The bytes of the version before are gone: it says so.
  expect(await runGongkai(['replay', ...place, '--prefix', '甲.html'], root)).toMatchObject({ code: 1 })
})

const newestOf = async (key: string) => {
  const { receipt } = JSON.parse(await readFile(join(root, 'outbox', key, 'latest.json'), 'utf8'))
  const { upload } = JSON.parse(await readFile(join(root, 'outbox', receipt), 'utf8'))
  return { sha256: String(upload.sha256), version: String(upload.version) }
}

test('of an outbox the tables have what counts now; every other file says why it is not in them', async () => {
  await ok('tables', '--out', '表')
  const tables = await tablesIn(join(root, '表'))
  expect(tables.files.map(({ key, outcome, standing, code }) => [key, outcome, standing, code])).toEqual([
    ['包.zip!/水务局.html', 'validated', 'counted', null],
    ['包.zip!/空.html', 'rejected', 'none', 'not-a-report'],
    ['排除.html', 'validated', 'excluded', null],
    ['甲.html', 'validated', 'counted', null],
    ['通知.html', 'rejected', 'none', 'not-a-report'],
  ])
  const { version } = await newestOf('甲.html')
  expect(tables.reports.map(row => [row['key'], row['year'], row['unit']])).toEqual([
    ['包.zip!/水务局.html', 2023, null],
    ['甲.html', 2023, null],
  ])
  const typed = tables.figures.filter(
    ({ key, cell }) => key === '甲.html' && cell === 'requests.newRequests.total',
  )
  expect(typed).toMatchObject([{ value: 7_000_000n, state: 'number', version }])
  expect(new Set(tables.findings.map(row => row['upload_key']))).toEqual(
    new Set(tables.reports.map(row => row['key'])),
  )
})

/** What the document asks, a statement after the other. */
const asked = async () => {
  const [counted, converted] = await snippetsOf(document, '直接读 JSON · Reading the JSON itself')
  const engine = await openEngine()
  const here = process.cwd()
  process.chdir(root)
  try {
    const [first, second] = counted!.text.split(/(?<=;)\n/u)
    await engine.run(first!)
    return { counted: await engine.rows(second!), converted: await engine.rows(converted!.text) }
  } finally {
    process.chdir(here)
    engine.close()
  }
}

test('DuckDB reads the JSON of each report that counts once, as the document says', async () => {
  await ok('tables', '--out', '表')
  await rm(join(root, 'inbox', '删去.html'), { force: true })
  const { code } = await runGongkai(['convert', 'inbox', '--out', '结果'], root)
  expect(code).toBe(2)
  const { counted, converted } = await asked()
  const order = (rows: typeof counted) =>
    rows.toSorted((a, b) => (String(a['authority']) < String(b['authority']) ? -1 : 1))
  const requests = (figures: Readonly<Record<string, number>>) => figures['requests.newRequests.total']!
  const water = { authority: '青禾县水务局', year: 2023, requests: requests(u2[0]) }
  expect(order(counted)).toEqual(order([{ authority: '青禾县农业农村局', year: 2023, requests: 7 }, water]))
  expect(converted.map(({ authority }) => authority)).toHaveLength(4)
  expect(converted).toContainEqual(water)
})

test('a roster beside the outbox tells whose a report is', async () => {
  await writeFile(join(root, '名册.csv'), rosterText())
  await ok('tables', '--out', '名册表')
  await rm(join(root, '名册.csv'))
  const { reports, figures } = await tablesIn(join(root, '名册表'))
  expect(reports).toMatchObject([
    { unit: 'u2', name: '青禾县水务局', parent: 'u0', matched_by: 'name' },
    { unit: 'u1', name: '青禾县农业农村局', parent: 'u0', matched_by: 'name' },
  ])
  expect(new Set(figures.map(({ unit }) => unit))).toEqual(new Set(['u1', 'u2']))
})

test('a line at the desk that cannot be read is told, and the tables before stand', async () => {
  await ok('tables', '--out', '旧表')
  const before = await readFile(join(root, '旧表', 'files.csv'))
  const journal = join(root, 'outbox', 'desk.ndjson')
  const acts = await readFile(journal)
  await writeFile(journal, `${acts}{"kind":\n{}\n`)
  expect(await runGongkai(['tables', '--out', '旧表'], root)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('读不出来'),
  })
  await writeFile(journal, acts)
  expect(await filesBelow(join(root, '旧表'))).toEqual([...runTableFiles].toSorted())
  expect((await readFile(join(root, '旧表', 'files.csv'))).equals(before)).toBe(true)
})

test('other files in the folder stay, and none of somebody else is written over', async () => {
  const mine = join(root, '我的')
  await mkdir(mine)
  await writeFile(join(mine, '分析.R'), 'x')
  await ok('tables', '--out', '我的')
  await ok('tables', '--out', '我的')
  expect(await filesBelow(mine)).toEqual([...runTableFiles, '分析.R'].toSorted())
  await writeFile(join(mine, 'datapackage.json'), '{"name":"mine"}')
  expect(await runGongkai(['tables', '--out', '我的'], root)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('不会覆盖'),
  })
  expect(await runGongkai(['tables', '--out', '我的/分析.R'], root)).toMatchObject({ code: 2 })
})

test('several folders: keys have the folder before them, and what counts in both is told', async () => {
  await ok('convert', join('inbox', '甲.html'), '--out', '又一处')
  const run = await ok('tables', '--from', 'outbox', '--from', '又一处', '--out', '两处')
  const { files } = await tablesIn(join(root, '两处'))
  expect(files.filter(row => row['standing'] === 'counted').map(row => [row['key'], row['json']])).toEqual([
    ['outbox:包.zip!/水务局.html', expect.stringMatching(/^outbox\/包\.zip!\/水务局\.html\/.*\.json$/u)],
    ['outbox:甲.html', expect.stringMatching(/^outbox\/甲\.html\/.*\.json$/u)],
    ['又一处:甲.html', '又一处/甲.html/甲.json'],
  ])
  expect(run.stderr).toContain('有 1 份文件不止一次计入')
})

test('several reports of one authority and one year: all count that convert wrote, and it is told', async () => {
  await ok('convert', join('inbox', '甲.html'), '--out', '同年')
  await appendFile(join(root, 'inbox', '甲.html'), '\n')
  await ok('convert', join('inbox', '甲.html'), '--out', join('同年', '下'))
  const run = await ok('tables', '--from', '同年', '--out', '同年表')
  expect(run.stderr).toContain('有 1 个机关同一年度不止一份报告')
  expect(run.stderr).not.toContain('不止一次计入')
})

test('where no folder can be made, that is said', async () => {
  expect(await runGongkai(['tables', '--out', '/proc/表/里'], root)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('不能在 /proc/表/里 写数据表'),
  })
})

test.each([
  [['tables']],
  [['tables', '--out', 'outbox']],
  [['tables', '--from', '没有', '--out', '表']],
  [['tables', '--from', 'inbox', '--out', '表2']],
])('%j is refused in a sentence, and makes nothing', async args => {
  const { code, stderr } = await runGongkai(args, root)
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.not.stringContaining('    at ') })
  expect(await filesBelow(root)).not.toContainEqual(expect.stringMatching(/^表2/u))
})
