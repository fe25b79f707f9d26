import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { sampleNames, sampleUrl } from '../../../infra/local/desk/samples.ts'
import type { Entry } from '../../../infra/local/results/entry.ts'
import { type Service, startService } from '../../../infra/local/service/service.ts'
import { firstSheetRows } from '../../../lib/readers/xlsx/rows.ts'
import type { DeskReport } from '../../support/desk-worker.ts'
import { rosterText, units } from '../../support/invented-season.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

/** The desk of the running service, over real folders; what a file says stands in it in so many words. */

const script = new URL('../../support/desk-worker.ts', import.meta.url)
let service: Service | null = null
afterEach(async () => {
  await service?.close()
  service = null
})

// biome-ignore lint/suspicious/noExplicitAny: what the service answers is looked at by the tests.
type Answer = any

const textOf = (report: DeskReport): string => JSON.stringify(report)
const of = (authority: string | null, year: number | null = 2023, ...errors: readonly string[]) =>
  textOf({ authority, year, errors })

const opened = async () => {
  const root = await temporaryFolder()
  const [inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
  await mkdir(inbox)
  const start = async () => {
    service = await startService({
      ...{ inbox, outbox, port: 0, say: () => undefined, stillMs: 60, lookMs: 300 },
      pool: { script, size: 2 },
    })
  }
  await start()
  const call = async (path: string, body?: unknown) => {
    const response = await fetch(new URL(path, service!.page), {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'x-gongkai': '1' },
    })
    return { status: response.status, body: (await response.json()) as Answer }
  }
  const entries = async () => (await call('/api/reports')).body as Entry[]
  /** Each listed file as `key standing`. */
  const listed = async () => (await entries()).map(({ key, desk }) => `${key} ${desk.standing}`).toSorted()
  return {
    ...{ root, inbox, outbox, call, entries },
    put: (name: string, text: string) => writeFile(join(inbox, name), text),
    shows: (...lines: readonly string[]) =>
      until(async () => expect(await listed()).toEqual(lines.toSorted())),
    entry: async (key: string) => (await entries()).find(each => each.key === key)!,
    act: (...acts: readonly unknown[]) => call('/api/acts', { by: '张三', acts }),
    undo: (id: string) => call('/api/undo', { by: '张三', id }),
    upload: async (name: string, text: string) => {
      const response = await fetch(new URL(`/api/upload?name=${encodeURIComponent(name)}`, service!.page), {
        ...{ method: 'POST', body: text, headers: { 'x-gongkai': '1' } },
      })
      return { status: response.status, body: (await response.json()) as Answer }
    },
    restart: async () => {
      await service!.close()
      await start()
    },
  }
}

test('a corrected file takes the place of the earlier one, whatever its name, and says what it mended', async () => {
  const { put, shows, entry, restart } = await opened()
  await put('数据局.docx', of('青禾县数据局', 2023, 'a', 'b'))
  await shows('数据局.docx counted')
  await put('改好了.pdf', of('青禾县数据局', 2023, 'b', 'c'))
  await shows('数据局.docx replaced', '改好了.pdf counted')
  const check = async () => {
    expect((await entry('改好了.pdf')).desk).toMatchObject({
      changes: { corrected: 1, uncorrected: 1, added: 1 },
      earlier: [{ key: '数据局.docx', verdict: 'invalid', files: { json: expect.any(String) } }],
    })
    expect((await entry('数据局.docx')).desk.replacedBy).toBe('改好了.pdf')
  }
  await check()
  await restart()
  await shows('数据局.docx replaced', '改好了.pdf counted')
  await check()
})

test('a file of the same name from the page stays beside the first, and one of them counts', async () => {
  const { upload, shows } = await opened()
  await upload('数据局.docx', of('青禾县数据局', 2023, 'a'))
  await shows('数据局.docx counted')
  await upload('数据局.docx', of('青禾县数据局'))
  await shows('数据局.docx replaced', '数据局 (2).docx counted')
})

test('a file written over has its earlier versions, and the first bytes once more are the newest', async () => {
  const { put, entry } = await opened()
  const changes = (expected: unknown) =>
    until(async () => expect((await entry('a.docx'))?.desk.changes).toEqual(expected))
  await put('a.docx', of('青禾县数据局', 2023, 'a'))
  await until(async () => expect((await entry('a.docx'))?.state).toBe('done'))
  await put('a.docx', of('青禾县数据局'))
  await changes({ corrected: 1, uncorrected: 0, added: 0 })
  await put('a.docx', of('青禾县数据局', 2023, 'a'))
  await changes({ corrected: 0, uncorrected: 0, added: 1 })
  expect((await entry('a.docx')).desk.earlier).toHaveLength(1)
})

test('of a name that others have too a person is asked, and neither answer is taken before', async () => {
  const { put, shows, entry, act, undo } = await opened()
  await put('甲.docx', of('财政局'))
  await shows('甲.docx counted')
  await put('乙.docx', of('财政局'))
  await shows('甲.docx counted', '乙.docx open')
  expect((await entry('乙.docx')).desk.open).toMatchObject({ reason: 'same-name', of: '甲.docx' })
  const { body } = await act({ kind: 'replaces', key: '乙.docx', of: '甲.docx' })
  await shows('甲.docx replaced', '乙.docx counted')
  await undo(body.acts[0].id)
  await shows('甲.docx counted', '乙.docx open')
  await act({ kind: 'separate', key: '乙.docx', of: '甲.docx' })
  await shows('甲.docx counted', '乙.docx counted')
})

test('what is excluded stays listed with its reason, over a restart, until it is taken back', async () => {
  const { put, shows, entry, act, undo, restart } = await opened()
  await put('a.docx', of('青禾县数据局'))
  await shows('a.docx counted')
  expect(await act({ kind: 'excluded', key: 'a.docx', reason: '' })).toMatchObject({
    status: 400,
    body: { problem: { zh: '请填写理由。' } },
  })
  const { body } = await act({ kind: 'excluded', key: 'a.docx', reason: '试报' })
  await shows('a.docx excluded')
  await restart()
  await shows('a.docx excluded')
  expect((await entry('a.docx')).desk.excluded).toMatchObject({ reason: '试报', by: '张三' })
  expect((await undo(body.acts[0].id)).status).toBe(200)
  await shows('a.docx counted')
  expect((await undo(body.acts[0].id)).status).toBe(409)
})

test('where the report that replaced another is excluded, the other counts again, and that is said', async () => {
  const { put, shows, act } = await opened()
  await put('a.docx', of('青禾县数据局', 2023, 'a'))
  await shows('a.docx counted')
  await put('b.docx', of('青禾县数据局'))
  await shows('a.docx replaced', 'b.docx counted')
  const { body } = await act({ kind: 'excluded', key: 'b.docx', reason: '误报' })
  expect(body.counted).toEqual(['a.docx'])
  await shows('a.docx counted', 'b.docx excluded')
})

test('a file that is removed lies in the bin and comes back when that is undone', async () => {
  const { root, inbox, put, shows, act, undo, restart } = await opened()
  await put('a.docx', of('青禾县数据局'))
  await put('b.docx', of('青禾县财政局'))
  await shows('a.docx counted', 'b.docx counted')
  const { body } = await act({ kind: 'removed', key: 'a.docx' })
  await shows('b.docx counted')
  expect(await readdir(inbox)).toEqual(['b.docx'])
  expect(await readdir(join(root, '回收站'))).toEqual([expect.stringMatching(/^a \d{4}-.*\.docx$/u)])
  await restart()
  await shows('b.docx counted')
  expect((await undo(body.acts[0].id)).status).toBe(200)
  await shows('a.docx counted', 'b.docx counted')
  expect(await readdir(inbox)).toContain('a.docx')
  expect(await readdir(join(root, '回收站'))).toEqual([])
})

test('nothing is written over when a removal is undone, and what cannot be done is said', async () => {
  const { inbox, put, shows, act, undo } = await opened()
  await put('a.docx', of('青禾县数据局'))
  await shows('a.docx counted')
  const { body } = await act({ kind: 'removed', key: 'a.docx' })
  await put('a.docx', of('青禾县数据局', 2023, 'another'))
  await shows('a.docx counted')
  expect((await undo(body.acts[0].id)).status).toBe(409)
  expect(await readFile(join(inbox, 'a.docx'), 'utf8')).toContain('another')
})

test('a file that leaves the inbox leaves the list, over a restart, and comes back with the file', async () => {
  const { root, inbox, put, shows, restart } = await opened()
  await put('a.docx', of('青禾县数据局'))
  await put('b.docx', of('青禾县财政局'))
  await shows('a.docx counted', 'b.docx counted')
  await rename(join(inbox, 'a.docx'), join(root, 'a.docx'))
  await shows('b.docx counted')
  await restart()
  await shows('b.docx counted')
  await rename(join(root, 'a.docx'), join(inbox, 'a.docx'))
  await shows('a.docx counted', 'b.docx counted')
  await service!.close()
  await rm(join(inbox, 'b.docx'))
  await restart()
  await shows('a.docx counted')
})

test('a result that is taken out of the outbox leaves the list, and comes back', async () => {
  const { root, outbox, put, shows } = await opened()
  await put('a.docx', of('青禾县数据局'))
  await put('b.docx', of('青禾县财政局'))
  await shows('a.docx counted', 'b.docx counted')
  await rename(join(outbox, 'a.docx'), join(root, 'results of a'))
  await shows('b.docx counted')
  await rename(join(root, 'results of a'), join(outbox, 'a.docx'))
  await shows('a.docx counted', 'b.docx counted')
})

test('an inbox that cannot be reached removes nothing', async () => {
  const { root, inbox, put, shows, entries } = await opened()
  await put('a.docx', of('青禾县数据局'))
  await shows('a.docx counted')
  await rename(inbox, join(root, 'elsewhere'))
  await new Promise(resolve => setTimeout(resolve, 1500))
  expect(await entries()).toHaveLength(1)
  await rename(join(root, 'elsewhere'), inbox)
})

test('a file of an archive is removed by a mark, and with its archive', async () => {
  const { inbox, root, shows, act, undo } = await opened()
  const zip = zipSync({ 'a.docx': strToU8(of('青禾县数据局')), 'b.docx': strToU8(of('青禾县财政局')) })
  await writeFile(join(inbox, 'all.zip'), zip)
  const whole = ['all.zip none', 'all.zip!/a.docx counted', 'all.zip!/b.docx counted']
  await shows(...whole)
  const { body } = await act({ kind: 'removed', key: 'all.zip!/a.docx' })
  await shows('all.zip none', 'all.zip!/b.docx counted')
  await undo(body.acts[0].id)
  await shows(...whole)
  await rename(join(inbox, 'all.zip'), join(root, 'all.zip'))
  await shows()
  await rename(join(root, 'all.zip'), join(inbox, 'all.zip'))
  await shows(...whole)
})

test('samples are marked, never counted, and gone with one act', async () => {
  const { inbox, shows, act, undo, entries } = await opened()
  const names = await sampleNames()
  for (const name of names) await writeFile(join(inbox, name), await readFile(sampleUrl(name)))
  // What the worker of these tests refuses it does not refuse in earnest.
  await until(async () =>
    expect((await entries()).filter(each => each.state === 'done')).toHaveLength(names.length),
  )
  for (const { desk } of await entries()) expect(desk.standing).toBe('sample')
  const { body } = await act(...names.map(key => ({ kind: 'removed', key })))
  await shows()
  for (const { id } of body.acts) await undo(id)
  await shows(...names.map(name => `${name} sample`))
})

test('a roster dropped on the page places the reports, and a person places the others', async () => {
  const { root, upload, put, shows, entry, act, call } = await opened()
  await put('甲.docx', of(units.u1))
  await put('乙.docx', of('水务局'))
  await shows('甲.docx counted', '乙.docx counted')
  expect(await upload('单位.csv', rosterText(['u5,青禾县水务局水务站,没有的上级,部门,本级']))).toMatchObject({
    body: { kind: 'roster', problems: [{ zh: expect.stringContaining('第 7 行') }] },
  })
  expect((await call('/api/roster')).body).toMatchObject({ roster: null, units: [] })
  expect(await upload('单位.csv', rosterText())).toEqual({ status: 200, body: { kind: 'roster' } })
  await until(async () =>
    expect((await entry('甲.docx')).desk.unit).toMatchObject({ unit: 'u1', by: 'name' }),
  )
  expect((await entry('乙.docx')).desk.open).toMatchObject({ reason: 'unit-unmatched' })
  const state = async () =>
    ((await call('/api/roster?year=2023')).body.units as { unit: string; state: string }[]).map(
      ({ unit, state }) => `${unit} ${state}`,
    )
  expect(await state()).toEqual(['u0 overdue', 'u1 reported', 'u2 overdue', 'u3 overdue', 'u4 overdue'])
  expect((await act({ kind: 'placed', key: '乙.docx', unit: 'u9' })).status).toBe(400)
  await act({ kind: 'placed', key: '乙.docx', unit: 'u2' })
  await until(async () =>
    expect(await state()).toEqual(['u0 overdue', 'u1 reported', 'u2 reported', 'u3 overdue', 'u4 overdue']),
  )
  expect((await entry('乙.docx')).desk).toMatchObject({ unit: { unit: 'u2', by: 'person' }, open: null })
  // Another roster takes its place; the one before is kept.
  await upload('名册.csv', rosterText(['u5,青禾县司法局,u0,部门,本级']))
  await until(async () => expect(await state()).toHaveLength(6))
  expect(await readdir(join(root, '回收站'))).toEqual([expect.stringMatching(/^名册 .*\.csv$/u)])
  // A report in a table is no roster.
  expect((await upload('表.csv', 'a,b\n1,2')).body).toMatchObject({ kind: 'stored' })
})

test('of two browsers both are heard, and a request from elsewhere is not', async () => {
  const { put, shows, act, call, entry } = await opened()
  await put('a.docx', of('青禾县数据局', 2023, 'f1', 'f2'))
  await shows('a.docx counted')
  const { sha256 } = (await entry('a.docx')).result!
  const decide = (finding: string) =>
    act({ kind: 'decided', finding, sha256, decision: 'rejected', reason: '不属实' })
  const answers = await Promise.all([decide('f1'), decide('f2')])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  await until(async () => expect((await entry('a.docx')).desk.decided).toBe(2))
  const foreign = await fetch(new URL('/api/acts', service!.page), {
    ...{ method: 'POST', body: JSON.stringify({ by: 'x', acts: [{ kind: 'removed', key: 'a.docx' }] }) },
  })
  expect(foreign.status).toBe(403)
  expect((await call('/api/acts', { by: 'x', acts: 'all' })).status).toBe(400)
  await shows('a.docx counted')
})

test('the outbox holds a summary of exactly what counts, and leaves an unchanged one alone', async () => {
  const { outbox, put, shows, act, restart } = await opened()
  const path = join(outbox, '汇总.xlsx')
  const names = async () => {
    const text = firstSheetRows(await readFile(path)).map(({ cells }) => cells.join(' '))
    return ['青禾县数据局', '青禾县财政局', '青禾县水务局'].filter(name =>
      text.some(line => line.includes(name)),
    )
  }
  const sums = (...expected: readonly string[]) => until(async () => expect(await names()).toEqual(expected))
  await put('a.docx', of('青禾县数据局'))
  await put('b.docx', of('青禾县财政局', 2023, 'x'))
  await sums('青禾县数据局', '青禾县财政局')
  await act({ kind: 'excluded', key: 'a.docx', reason: '试报' })
  await sums('青禾县财政局')
  await act({ kind: 'removed', key: 'b.docx' })
  await put('c.docx', of('青禾县水务局'))
  await sums('青禾县水务局')
  const { mtimeMs } = await stat(path)
  await restart()
  await shows('a.docx excluded', 'c.docx counted')
  await new Promise(resolve => setTimeout(resolve, 4000))
  expect((await stat(path)).mtimeMs).toBe(mtimeMs)
})

test('a file that is called like a workbook of ours has its results, and ours another name', async () => {
  const { outbox, put, shows } = await opened()
  await put('a.docx', of('青禾县数据局'))
  await until(async () => expect(await readdir(outbox)).toContain('汇总.xlsx'))
  await put('汇总.xlsx', 'not a report')
  await shows('a.docx counted', '汇总.xlsx none')
  await put('b.docx', of('青禾县财政局'))
  await until(async () => expect(await readdir(outbox)).toContain('汇总 (2).xlsx'))
})
