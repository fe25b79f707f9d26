import { mkdir, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine, quoted } from '../../../../functions/season/engine.ts'
import { sha256 } from '../../../../infra/local/disk/sha256.ts'
import { claimFolders } from '../../../../infra/local/lock/claim.ts'
import { answerText } from '../../../../infra/local/season/answer.ts'
import { openDataSet } from '../../../../infra/local/season/data-set.ts'
import { questions } from '../../../../lib/series/questions/index.ts'
import { type SeasonJson, seasonContract } from '../../../../lib/series/season-contract.ts'
import {
  inventedReport,
  rosterText,
  twoYears,
  units,
  writeReports,
} from '../../../support/invented-season.ts'
import { runGongkai } from '../../../support/run-gongkai.ts'
import { smallDisk } from '../../../support/small-disk.ts'
import { filesBelow, temporaryFolder } from '../../../support/temporary-folder.ts'

const years = twoYears('one')
const moved = 'requests.carriedOver.naturalPerson'

/** u2 carries over one more than it carried forward, and u3 has not reported 2024; somebody unknown has. */
const reports = (): Readonly<Record<string, string>> => {
  const faulty = { ...years.u2[1], [moved]: years.u2[1][moved]! + 1 }
  return {
    '2023/甲.html': inventedReport(units.u1, 2023, years.u1[0]),
    '2023/乙.html': inventedReport(units.u2, 2023, years.u2[0]),
    '2023/丙.html': inventedReport(units.u3, 2023, years.u3[0]),
    '2023/丁.html': inventedReport(units.u4, 2023, years.u4[0]),
    '2024/甲.html': inventedReport(units.u1, 2024, years.u1[1]),
    '2024/乙.html': inventedReport(units.u2, 2024, faulty),
    '2024/丁.html': inventedReport(units.u4, 2024, years.u4[1]),
    '2024/谁.html': inventedReport('白沙区卫生健康局', 2024, years.u3[1]),
  }
}

let folder: string
const season = (out: string, ...more: readonly string[]) =>
  runGongkai(
    [
      ...['season', '--year', '2024', '--from', 'results', '--out', out],
      ...(more.includes('--roster') ? [] : ['--roster', '名册.csv']),
      ...(more.includes('--as-of') ? [] : ['--as-of', '2025-02-10']),
      ...more,
    ],
    folder,
  )

const currentOf = async (out: string): Promise<string> => {
  const current = JSON.parse(await readFile(join(folder, out, 'current.json'), 'utf8'))
  return join(folder, out, current.seasons['2024'])
}
const jsonOf = async (out: string): Promise<SeasonJson> =>
  JSON.parse(await readFile(join(await currentOf(out), 'season.json'), 'utf8'))

beforeAll(async () => {
  folder = await temporaryFolder()
  await writeReports(join(folder, 'in'), reports())
  await writeFile(join(folder, '名册.csv'), rosterText())
  await runGongkai(['convert', 'in', '--out', 'results'], folder)
})

test('a season finds what is wrong between years and units, and nothing else', async () => {
  const { code, stdout, stderr } = await season('season')
  expect(stderr).toBe('')
  expect(code).toBe(1)
  expect(stdout).toContain('应报 5，已报 3，未报 2')
  const json = await jsonOf('season')
  expect(() => seasonContract.parse(json)).not.toThrow()
  expect(
    json.findings
      .filter(({ severity }) => severity === 'warning')
      .map(({ check, subjects }) => [check, subjects.map(({ unit, year }) => `${unit} ${year}`)]),
  ).toEqual([
    ['unit-unmatched', []],
    ['unit-not-reported', ['u3 2024']],
    ['carried-over-against-last-year', ['u2 2024', 'u2 2023']],
  ])
})

describe('the same bytes', () => {
  const filesOf = async (out: string, is: (path: string) => boolean) => {
    const paths = (await filesBelow(join(folder, out))).filter(is)
    expect(paths.length).toBeGreaterThan(10)
    return Promise.all(
      paths.map(async path => [
        path.slice(path.indexOf('/dataset/')),
        sha256(await readFile(join(folder, out, path))),
      ]),
    )
  }
  const seasonFrom = (from: string, roster: string, out: string) =>
    runGongkai(
      [
        ...['season', '--year', '2024', '--roster', roster, '--from', from],
        ...['--as-of', '2025-02-10', '--out', out],
      ],
      folder,
    )

  test('for the same reports, in whatever order and place they lie, with the same way to them', async () => {
    await season('season')
    const turned = join(folder, 'elsewhere', 'results')
    for (const path of (await filesBelow(join(folder, 'results'))).toReversed()) {
      await mkdir(join(turned, path, '..'), { recursive: true })
      await writeFile(join(turned, path), await readFile(join(folder, 'results', path)))
    }
    await seasonFrom('elsewhere/results', '名册.csv', 'elsewhere/season')
    expect(await filesOf('elsewhere/season', () => true)).toEqual(await filesOf('season', () => true))
  })

  test('of the data set, in whatever order the roster has the units; people see them in that order', async () => {
    await season('season')
    const [head, ...lines] = rosterText().split('\r\n')
    await writeFile(join(folder, '倒.csv'), [head, ...lines.toReversed()].join('\n'))
    await seasonFrom('results', '倒.csv', 'other-order')
    const inDataSet = (path: string) => path.includes('/dataset/')
    expect(await filesOf('other-order', inDataSet)).toEqual(await filesOf('season', inDataSet))
  })
})

test('a season that stands is left as it is, and current.json moves to the new one', async () => {
  await season('moving')
  const before = await currentOf('moving')
  const files = await filesBelow(before)
  await mkdir(join(folder, 'moving', '.gongkai-dead'))
  await season('moving', '--as-of', '2025-04-10')
  expect(await currentOf('moving')).not.toBe(before)
  expect(await filesBelow(before)).toEqual(files)
  expect((await readdir(join(folder, 'moving'))).filter(name => name.startsWith('.'))).toEqual([])
})

test('decisions are kept with the findings, and no warning any more', async () => {
  await season('season')
  const { findings } = await jsonOf('season')
  const id = findings.find(({ check }) => check === 'carried-over-against-last-year')!.id
  await writeFile(
    join(folder, '决定.csv'),
    `发现编号,决定,理由,决定人\r\n${id},认可,上年有一件漏计,张某\r\nno/such,认可,无,张某\r\n`,
  )
  await season('decided', '--decisions', '决定.csv')
  const json = await jsonOf('decided')
  expect(json.findings.find(each => each.id === id)?.decision).toMatchObject({ by: '张某', until: null })
  expect(json.counts).toMatchObject({ warnings: 2, decided: 1 })
  expect(json.decisionsUnmet).toEqual(['no/such'])
})

describe('nothing is run', () => {
  test('where the roster is wrong, and every line of it is told', async () => {
    await writeFile(join(folder, '错.csv'), rosterText(['u1,青禾县林业局,,,', 'u9,青禾县档案局,u77,,']))
    const { code, stderr } = await season('wrong', '--roster', '错.csv')
    expect(code).toBe(2)
    expect(stderr).toContain('2 处需要改正')
    expect(stderr).toMatch(/第 7 行.*u1/u)
    expect(stderr).toMatch(/第 8 行.*u77/u)
    await expect(readdir(join(folder, 'wrong'))).rejects.toThrow()
  })

  test('while another season works on the same folder', async () => {
    const claim = await claimFolders([join(folder, 'season')], () => ({
      command: 'season',
      pid: process.pid,
      page: null,
    }))
    try {
      const { code, stderr } = await season('season')
      expect(code).toBe(2)
      expect(stderr).toContain(`gongkai season，进程号 ${process.pid}`)
    } finally {
      await claim.release()
    }
  })

  test('where the results lie nowhere', async () => {
    const { code, stderr } = await season('season', '--from', 'nowhere')
    expect(code).toBe(2)
    expect(stderr).toContain('nowhere')
  })
})

test('a result that was changed after it was written does not count, and is told', async () => {
  const place = join(folder, 'results', '2024', '甲.html', '甲.json')
  const bytes = await readFile(place, 'utf8')
  try {
    await writeFile(place, `${bytes} `)
    const { stdout } = await season('damaged')
    expect(stdout).toContain('2024/甲.html：结果已损坏')
    const { leftOut, units: all } = await jsonOf('damaged')
    expect(leftOut).toMatchObject([{ key: '2024/甲.html', reason: 'damaged', newest: true }])
    expect(all.find(({ unit }) => unit === 'u1')?.report).toBeNull()
  } finally {
    await writeFile(place, bytes)
  }
})

test('a report is read once: what a run kept of it, the next one takes', async () => {
  await season('kept')
  const place = join(folder, 'results', '2024', '甲.html', '甲.json')
  const bytes = await readFile(place)
  const seasonIn = async (out: string) => readFile(join(await currentOf(out), 'season.json'), 'utf8')
  const whole = await seasonIn('kept')
  const segments = (await filesBelow(join(folder, 'kept'))).filter(path => path.startsWith('segments/'))
  expect(segments).toHaveLength(1)
  try {
    // Nobody would do so: it shows that the file was not opened.
    await writeFile(place, Buffer.alloc(bytes.length))
    await season('kept')
    expect(await seasonIn('kept')).toBe(whole)
    const segment = join(folder, 'kept', segments[0]!)
    await writeFile(segment, (await readFile(segment)).subarray(1))
    expect((await season('kept')).stdout).toContain('2024/甲.html：结果已损坏')
  } finally {
    await writeFile(place, bytes)
  }
  await season('kept')
  expect(await seasonIn('kept')).toBe(whole)
})

test('a damaged data set is told, and whole after the next run', async () => {
  await season('spoilt')
  const dataset = join(await currentOf('spoilt'), 'dataset', 'reports.parquet')
  const bytes = await readFile(dataset)
  await writeFile(dataset, bytes.subarray(0, 1000))
  const asked = await runGongkai(['query', 'totals', '--season', 'spoilt'], folder)
  expect([asked.code, asked.stderr.includes('数据集已损坏')]).toEqual([2, true])
  await season('spoilt')
  expect(await readFile(dataset)).toEqual(bytes)
  await writeFile(join(folder, 'spoilt', 'current.json'), '{')
  expect((await season('spoilt')).stderr).toContain('current.json 已损坏')
})

test('on a full disk the season before stands, and nothing half-written', async () => {
  const diskBytes = 20_000_000
  const disk = await smallDisk(diskBytes / 1000)
  if (disk === null) return
  const out = join(disk, 'season')
  await season(out)
  const before = await filesBelow(out)
  expect(before).toContain('current.json')
  // Room for some of its files, and not for all.
  for (const room of [0, 30_000, 200_000]) {
    const free = await statfs(disk)
    await writeFile(join(disk, 'filler'), Buffer.alloc(Math.max(0, free.bavail * free.bsize - room)))
    const { code, stderr } = await season(out, '--as-of', '2025-04-10')
    expect([room, code]).toEqual([room, 2])
    expect(stderr).toContain('没能写完，之前的结果没有变')
    expect(await filesBelow(out)).toEqual(before)
    await rm(join(disk, 'filler'))
  }
  expect((await season(out, '--as-of', '2025-04-10')).code).toBe(1)
})

describe('query', () => {
  const query = (...args: readonly string[]) => runGongkai(['query', ...args], folder)

  beforeAll(() => season('season'))

  test('answers a ready question by its name in either language', async () => {
    const { code, stdout } = await query('应报未报', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout).map(({ unit }: { unit: string }) => unit)).toEqual(['u3', 'u0'])
    expect((await query('not-reported', '--format', 'json')).stdout).toBe(stdout)
  })

  test('answers SQL as table, CSV and JSON, with the figures that were read', async () => {
    const sql = "SELECT unit, requests_carried_over_total AS n FROM reports WHERE unit = 'u1' ORDER BY year"
    const carried = years.u1.map(figures => figures['requests.carriedOver.total']!)
    expect(JSON.parse((await query(sql, '--format', 'json')).stdout)).toEqual(
      carried.map(n => ({ unit: 'u1', n })),
    )
    expect((await query(sql, '--format', 'csv')).stdout).toBe(
      `\ufeffunit,n\r\n${carried.map(n => `u1,${n}\r\n`).join('')}`,
    )
    expect((await query(sql)).stdout.trimEnd().split('\n')).toHaveLength(4)
  })

  test('answers as a Parquet file that holds the same, in the order asked for', async () => {
    const sql = 'SELECT unit, year, requests_carried_over_total AS n FROM reports ORDER BY n DESC, unit'
    const { code, stdout, stderr } = await query(sql, '--format', 'parquet', '--out', 'answer.parquet')
    expect([code, stdout, stderr]).toEqual([0, '', ''])
    const answer = quoted(join(folder, 'answer.parquet'))
    const engine = await openEngine()
    const read = await engine.ask(`SELECT * FROM read_parquet(${answer})`)
    engine.close()
    expect(answerText(read, 'json')).toBe((await query(sql, '--format', 'json')).stdout)
    await query(sql, '--format', 'csv', '--out', 'answer.csv')
    expect(await readFile(join(folder, 'answer.csv'), 'utf8')).toBe(answerText(read, 'csv'))
  })

  test('writes an answer where it was asked to and nowhere else', async () => {
    const dataset = join(await currentOf('season'), 'dataset')
    const before = await filesBelow(folder)
    const out = ['--format', 'parquet', '--out', 'never.parquet']
    for (const [sql, ...more] of [
      ['SELECT 1 AS a', '--format', 'parquet'],
      ['SELECT 1 AS a', '--format', 'parquet', '--out', join(dataset, 'reports.parquet')],
      ['SELECT 1 AS a', '--format', 'csv', '--out', join(dataset, '..', '..', 'current.json')],
      ['SELECT 1 AS a', '--format', 'parquet', '--out', join('nowhere', 'x.parquet')],
      ["SELECT 1) TO 'other.parquet'; --", ...out],
      ["SELECT 1 AS a; COPY (SELECT 1) TO 'other.parquet'", ...out],
      ["COPY (SELECT 1) TO 'other.parquet'", ...out],
      ["SELECT * FROM read_csv('secret.csv')", ...out],
      ['SELECT * FROM nowhere', ...out],
    ] as const) {
      const { code } = await query(sql, ...more)
      expect([sql, code]).toEqual([sql, 2])
    }
    expect(await filesBelow(folder)).toEqual(before)
  })

  test('reads nothing but the data set, and writes nothing', async () => {
    await writeFile(join(folder, 'secret.csv'), 'a\n1\n')
    const dataset = join(await currentOf('season'), 'dataset', 'reports.parquet')
    const before = await readFile(dataset)
    for (const sql of [
      "SELECT * FROM read_csv('secret.csv')",
      `COPY (SELECT 1) TO '${dataset}'`,
      'DROP VIEW reports',
      'SELECT * FROM nowhere',
    ]) {
      const { code, stdout } = await query(sql)
      expect([sql, code, stdout]).toEqual([sql, 2, ''])
    }
    expect(await readFile(dataset)).toEqual(before)
  })
})

test('every ready question is answered', async () => {
  await season('season')
  const { year, engine } = await openDataSet(join(folder, 'season'), null)
  for (const { id, sql } of questions)
    expect((await engine.ask(sql(year))).columns.length, id).toBeGreaterThan(2)
  engine.close()
})

test('a drafted roster is one that a season takes, and is never written over', async () => {
  const draft = ['roster', '--from', 'results', '--out', '草稿.csv']
  expect((await runGongkai(draft, folder)).code).toBe(0)
  expect((await readFile(join(folder, '草稿.csv'), 'utf8')).startsWith('\ufeff单位编号,名称,')).toBe(true)
  expect((await runGongkai(draft, folder)).code).toBe(2)
  const { stdout } = await season('drafted', '--roster', '草稿.csv')
  expect(stdout).toContain('未对应单位的文件 0')
})
