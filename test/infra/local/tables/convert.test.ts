import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { runTableFiles } from '../../../../lib/series/run-tables.ts'
import { inventedReport, twoYears, units, writeReports } from '../../../support/invented-season.ts'
import { runGongkai } from '../../../support/run-gongkai.ts'
import { tablesIn } from '../../../support/tables-in.ts'
import { filesBelow, temporaryFolder } from '../../../support/temporary-folder.ts'

const { u1, u2, u3 } = twoYears('tables of convert')
let root = ''
const run = (...args: readonly string[]) => runGongkai(args, root)

beforeAll(async () => {
  root = await temporaryFolder()
  await writeReports(join(root, '年报'), {
    '青禾县/农业农村局.html': inventedReport(units.u1, 2024, u1[1]),
    '青禾县/水务局.html': inventedReport(units.u2, 2024, u2[1]),
    '通知.html': '<p>各位同事：请于周五前报送材料。</p>',
  })
  const packed = { '教育局.html': strToU8(inventedReport(units.u3, 2024, u3[1])), '空.html': strToU8('无') }
  await writeFile(join(root, '年报', '包.zip'), zipSync(packed))
})

test('convert writes the tables of all its files, the same as they are made of its results', async () => {
  const { stdout, code } = await run(
    'convert',
    '年报',
    '--out',
    '结果',
    '--tables',
    '年报/表',
    '--format',
    'json',
  )
  expect(code).toBe(2)
  expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toMatchObject({ options: { tables: '年报/表' } })
  const { files, reports } = await tablesIn(join(root, '年报', '表'))
  expect(files.map(({ key, outcome, json }) => [key, outcome, json])).toEqual([
    ['包.zip!/教育局.html', 'validated', '包.zip!/教育局.html/教育局.json'],
    ['包.zip!/空.html', 'rejected', null],
    ['通知.html', 'rejected', null],
    ['青禾县/农业农村局.html', 'validated', '青禾县/农业农村局.html/农业农村局.json'],
    ['青禾县/水务局.html', 'validated', '青禾县/水务局.html/水务局.json'],
  ])
  expect(reports.map(row => row['authority'])).toEqual([units.u3, units.u1, units.u2])
  expect(await run('tables', '--from', '结果', '--out', '再一次')).toMatchObject({ code: 0 })
  for (const name of runTableFiles)
    expect(await readFile(join(root, '再一次', name))).toEqual(await readFile(join(root, '年报', '表', name)))
})

test('tables in the input folder are not converted the next time', async () => {
  const { stdout } = await run('convert', '年报', '--out', '结果', '--tables', '年报/表', '--only', 'json')
  expect(stdout).toContain('共 5 份')
  expect(stdout).toContain('数据表在 年报/表')
  expect(await filesBelow(join(root, '年报', '表'))).toEqual([...runTableFiles].toSorted())
})

test('where the tables cannot stand it is said before anything is converted', async () => {
  await writeFile(join(root, '文件'), 'x')
  for (const tables of ['新结果', '文件', '文件/表']) {
    const told = await run('convert', '年报', '--out', '新结果', '--tables', tables)
    expect(told).toMatchObject({ code: 2, stdout: '' })
    expect(told.stderr).not.toMatch(/^ {4}at /mu)
  }
  expect((await filesBelow(root)).filter(path => path.startsWith('新结果/'))).toEqual([])
})
