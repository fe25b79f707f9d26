import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lineOfAct } from '../../../infra/local/desk/act-line.ts'
import type { AskedAct } from '../../../infra/local/desk/acts.ts'
import { deskName, openDesk } from '../../../infra/local/desk/desk.ts'
import { readJournal } from '../../../infra/local/desk/journal.ts'
import { readCurrent, withSeason } from '../../../infra/local/season/current.ts'
import { sampleReports } from '../../support/deployed.ts'
import { inventedReport, rosterText, twoYears, units, writeReports } from '../../support/invented-season.ts'
import { contractOf, faultsOf } from '../../support/published-schema.ts'
import { runGongkai } from '../../support/run-gongkai.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'

/** What the programs of one machine write keeps the published schemas, and has nothing that they do not name. */

const sampleOf = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

/** A sample does not change with every build. */
const ofSomeBuild = (document: unknown): unknown => {
  const { converter, ...rest } = document as { readonly converter: Record<string, unknown> }
  const { name, version } = converter
  const some = { build: '0123456789ab', builtAt: '2025-01-06T08:00:00.000Z' }
  return Object.fromEntries(
    Object.keys(document as object).map(key => [
      key,
      key === 'converter' ? { name, version, ...some } : Reflect.get(rest, key),
    ]),
  )
}

const documentsBelow = async (folder: string): Promise<ReadonlyMap<string, unknown>> => {
  const names = (await filesBelow(folder)).filter(name => name.endsWith('.json'))
  const texts = names.map(
    async name => [name, JSON.parse(await readFile(join(folder, name), 'utf8'))] as const,
  )
  return new Map(await Promise.all(texts))
}

const faultsIn = (documents: ReadonlyMap<string, unknown>) =>
  [...documents].flatMap(([name, document]) => faultsOf(document).map(fault => `${name}: ${fault}`))

const contractsIn = (documents: ReadonlyMap<string, unknown>) =>
  new Set([...documents.values()].map(contractOf))

test('what convert and season write', async () => {
  const folder = await temporaryFolder()
  const years = twoYears('written')
  await writeReports(join(folder, 'in'), {
    '2023/甲.html': inventedReport(units.u1, 2023, years.u1[0]),
    '2024/甲.html': inventedReport(units.u1, 2024, years.u2[1]),
    '2024/乙.html': inventedReport(units.u2, 2024, years.u2[1]),
    '通知.txt': '不是报告',
  })
  await mkdir(join(folder, 'in', 'docx'))
  for (const { name, bytes } of sampleReports()) await writeFile(join(folder, 'in', 'docx', name), bytes)
  await writeFile(join(folder, '名册.csv'), rosterText())
  const { stdout } = await runGongkai(['convert', 'in', '--out', 'results', '--format', 'json'], folder)
  const lines = new Map(
    stdout
      .trimEnd()
      .split('\n')
      .map((line, at) => [`line ${at}`, JSON.parse(line)] as const),
  )
  expect(faultsIn(lines)).toEqual([])
  expect([...lines.values()].map(contractOf)).toEqual([...Array(lines.size - 1).fill('line/v1'), 'batch/v1'])
  const converted = await documentsBelow(join(folder, 'results'))
  expect(faultsIn(converted)).toEqual([])
  expect(contractsIn(converted)).toEqual(new Set(['batch/v1', 'conversion/v1', 'report/v2', 'refusal/v1']))
  const refused = [...converted].find(([name]) => name.endsWith('通知.txt/receipt.json'))
  await expect(sampleOf(ofSomeBuild(refused?.[1]))).toMatchFileSnapshot(
    '../../../events/conversion/v1.refused.sample.json',
  )
  await runGongkai(['season', '--year', '2024', '--roster', '名册.csv', '--from', 'results'], folder)
  const season = await documentsBelow(join(folder, 'season'))
  const described = new Map([...season].filter(([name]) => !name.endsWith('/datapackage.json')))
  expect(faultsIn(described)).toEqual([])
  expect(contractsIn(described)).toEqual(new Set(['season/v1', 'current/v1']))
})

test('why a command could not do what was asked', async () => {
  const folder = await temporaryFolder()
  const nowhere = await runGongkai(['convert', '没有.docx', '--out', 'results', '--format', 'json'], folder)
  expect(nowhere.code).toBe(2)
  const error = JSON.parse(nowhere.stdout)
  expect([contractOf(error), faultsOf(error)]).toEqual(['error/v1', []])
  await expect(sampleOf(error)).toMatchFileSnapshot('../../../events/error/v1.no-such-file.sample.json')
})

test('what current.json points to', async () => {
  const nothing = await readCurrent(await temporaryFolder())
  const current = withSeason(withSeason(nothing, 2023, '2023-0123456789ab'), 2024, '2024-ba9876543210')
  expect([nothing, current].flatMap(faultsOf)).toEqual([])
  await expect(sampleOf(current)).toMatchFileSnapshot('../../../events/current/v1.two-years.sample.json')
})

/** One of each kind. */
const acts: readonly AskedAct[] = [
  { kind: 'excluded', key: '2023/年报.docx', reason: '重复报送', version: '0123456789abcdef' },
  { kind: 'included', key: '2023/年报.docx' },
  { kind: 'removed', key: '2023/年报.docx', bin: '2024-01-31/年报.docx' },
  { kind: 'restored', key: '2023/年报.docx' },
  { kind: 'placed', key: '2023/年报.docx', unit: 'u1' },
  { kind: 'placed', key: '2023/年报.docx', unit: null },
  { kind: 'replaces', key: '2023/更正.docx', of: '2023/年报.docx', version: 'a', ofVersion: 'b' },
  { kind: 'separate', key: '2023/更正.docx', of: '2023/年报.docx' },
  { kind: 'unsaid', key: '2023/更正.docx', of: '2023/年报.docx' },
  {
    kind: 'decided',
    finding: 'requests-row-total/a',
    sha256: '0'.repeat(64),
    decision: 'accepted',
    reason: '属实',
  },
  { kind: 'decided', finding: 'unit-late/2024/u1', sha256: null, decision: null, reason: '' },
  {
    kind: 'entered',
    sha256: '0'.repeat(64),
    cell: 'requests.newRequests.total',
    value: 12,
    reason: '照原件',
  },
  {
    kind: 'entered',
    sha256: '0'.repeat(64),
    cell: 'requests.newRequests.total',
    value: null,
    reason: '空白',
  },
  {
    kind: 'entered',
    sha256: '0'.repeat(64),
    cell: 'requests.newRequests.total',
    value: 'undone',
    reason: '',
  },
]

test('every act at the desk', async () => {
  const outbox = await temporaryFolder()
  const done = await (await openDesk(outbox)).act('张某', acts)
  const path = join(outbox, deskName)
  const lines = (await readFile(path, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
  expect(new Set(lines.map(({ kind }) => kind)).size).toBe(10)
  expect(lines.flatMap(line => faultsOf(line))).toEqual([])
  // Read back they are what was done, also the lines of before, which name no contract.
  expect((await readJournal(path)).acts).toEqual(done)
  await writeFile(path, done.map(act => `${JSON.stringify(act)}\n`).join(''))
  expect(await readJournal(path)).toEqual({ acts: done, unread: [] })
})

test('the samples of acts', async () => {
  const at = '2024-02-01T01:30:00.000Z'
  for (const [name, kind] of [
    ['left-out', 'excluded'],
    ['figure-entered', 'entered'],
  ]) {
    const id = '00000000-0000-4000-8000-000000000001'
    const act = acts.find(each => each.kind === kind)!
    const line = JSON.parse(lineOfAct({ id, at, by: '张某', ...act }))
    expect(faultsOf(line)).toEqual([])
    await expect(sampleOf(line)).toMatchFileSnapshot(`../../../events/act/v1.${name}.sample.json`)
  }
})
