import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEngine } from '../../../functions/season/engine.ts'
import { DamagedSegment, writeSegment } from '../../../functions/season/segment.ts'
import { writeSeasonFiles } from '../../../functions/season/write-season.ts'
import type { Row } from '../../../lib/series/column.ts'
import { figureColumns } from '../../../lib/series/columns.ts'
import { dataTables } from '../../../lib/series/data-tables.ts'
import { seasonContract } from '../../../lib/series/season-contract.ts'
import { segmentRow, segmentRows, smallRoster } from '../../support/segment-rows.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'

/** The files of the season of 2023, of records that lie in these segments. */
const seasonOf = async (segments: readonly (readonly Row[])[], only: ReadonlySet<string> | null = null) => {
  const folder = await temporaryFolder()
  const paths = segments.map((_, at) => join(folder, `${at}.parquet`))
  const out = join(folder, 'out')
  await mkdir(out)
  const engine = await openEngine()
  try {
    for (const [at, rows] of segments.entries()) await writeSegment(engine, rows, paths[at]!)
    const asked = { year: 2023, asOf: '2024-04-10', roster: smallRoster, decisions: new Map(), only }
    return { out, ...(await writeSeasonFiles(engine, { ...asked, segments: paths }, out)) }
  } finally {
    engine.close()
  }
}

const read = async (path: string, name: keyof typeof dataTables) => {
  const engine = await openEngine()
  try {
    return await engine.read(`SELECT * FROM read_parquet('${path}')`, dataTables[name].columns)
  } finally {
    engine.close()
  }
}

test('the same records give the same bytes, in whatever segments, order and number they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      segmentRows,
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 14, maxLength: 14 }),
      async (rows, places) => {
        const one = await seasonOf([rows])
        const foreign = segmentRow({ key: 'no.docx', version: '1', sequencer: '1', year: 2023 })
        const pieces = [0, 1, 2].map(piece => rows.filter((_, at) => places[at] === piece).toReversed())
        const ids = new Set(rows.map(row => String(row['record_id'])))
        const other = await seasonOf([...pieces.toReversed(), [foreign, ...rows.slice(0, 3)]], ids)
        expect(other.name).toBe(one.name)
        for (const path of await filesBelow(one.out))
          expect(await readFile(join(other.out, path)), path).toEqual(await readFile(join(one.out, path)))
        expect(() => seasonContract.parse(one.json)).not.toThrow()
      },
    ),
    { numRuns: 3 },
  )
}, 300_000)

test('season.json lists every other file, and gives the season its name', async () => {
  const { out, name, json, bytes } = await seasonOf([])
  expect(await readFile(join(out, 'season.json'))).toEqual(Buffer.from(bytes))
  expect(json.files.map(({ path }) => path)).toEqual(
    (await filesBelow(out)).filter(path => path !== 'season.json').toSorted(),
  )
  expect(name).toMatch(/^2023-[0-9a-f]{12}$/u)
  expect((await readdir(join(out, 'dataset'))).filter(path => path.endsWith('.parquet'))).toHaveLength(
    Object.keys(dataTables).length,
  )
})

test('the tidy table has every cell of the form on a row, with its state where there is no number', async () => {
  const keys = [
    'requests.newRequests.naturalPerson',
    'requests.newRequests.total',
    'requests.carriedOver.total',
  ]
  const row = segmentRow({
    ...{ key: 'a.docx', version: '1', sequencer: '1', year: 2023, authority: '青禾县水务局' },
    edition_requests: '2021',
    requests_new_requests_natural_person: 12n,
    requests_new_requests_total: 0n,
    without_number: JSON.stringify([
      { key: keys[2], state: 'unreadable', text: '1？' },
      { key: 'requests.carriedForward.total', state: 'blank', text: '' },
    ]),
    flagged: JSON.stringify([{ key: keys[1], checks: ['one', 'other'] }]),
    doubtful: figureColumns.map(({ key }) => (key === keys[0] ? 1 : 0)).join(''),
  })
  const { out } = await seasonOf([[row]])
  const cells = await read(join(out, 'dataset/figures.parquet'), 'figures')
  expect(new Set(cells.map(cell => cell['form']))).toEqual(new Set(['requests']))
  expect(new Set(cells.map(cell => cell['cell'])).size).toBe(cells.length)
  const of = (key: string) => cells.find(({ cell }) => cell === key)
  const facts = { unit: 'a', year: 2023, form: 'requests', edition: '2021', key: 'a.docx', version: '1' }
  const empty = { value: null, printed: null, checks: null, doubtful: 0 }
  expect(of(keys[0]!)).toEqual({
    ...facts,
    ...empty,
    cell: keys[0],
    value: 12_000_000n,
    state: 'number',
    doubtful: 1,
  })
  expect(of(keys[1]!)).toMatchObject({ value: 0n, state: 'number', checks: '["one","other"]' })
  expect(of(keys[2]!)).toMatchObject({ value: null, state: 'unreadable', printed: '1？', checks: null })
  expect(of('requests.carriedForward.total')).toMatchObject({ value: null, state: 'blank', printed: '' })
  expect(of('requests.outcomes.granted.total')).toEqual({
    ...facts,
    ...empty,
    cell: 'requests.outcomes.granted.total',
    state: 'missing',
  })
  const csv = await readFile(join(out, 'dataset/figures.csv'), 'utf8')
  expect(csv).toContain('a,2023,requests,2021,requests.newRequests.naturalPerson,12,number,,1,,a.docx,1\r\n')
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, -9)],
  ['changed', (bytes: Buffer) => bytes.fill(7, 4, 4000)],
])('a segment that was %s is told, and nothing is called a season', async (_how, spoil) => {
  const folder = await temporaryFolder()
  const engine = await openEngine()
  const [good, bad] = [join(folder, 'good.parquet'), join(folder, 'bad.parquet')]
  await writeSegment(engine, [segmentRow({ key: 'a', version: '1', sequencer: '1', year: 2023 })], good)
  await copyFile(good, bad)
  await writeFile(bad, spoil(await readFile(good)))
  const asked = { year: 2023, asOf: '2024-04-10', roster: smallRoster, decisions: new Map(), only: null }
  const failed = writeSeasonFiles(engine, { ...asked, segments: [good, bad] }, join(folder, 'out'))
  await expect(failed).rejects.toThrow(DamagedSegment)
  await expect(failed).rejects.toMatchObject({ path: bad })
  await expect(readFile(join(folder, 'out/season.json'))).rejects.toThrow()
  engine.close()
})

test('the same rows in any order are the same segment', async () => {
  const folder = await temporaryFolder()
  const engine = await openEngine()
  const bytesOf = async (rows: readonly Row[]) => {
    await writeSegment(engine, rows, join(folder, 'one.parquet'))
    return await readFile(join(folder, 'one.parquet'))
  }
  await fc.assert(
    fc.asyncProperty(segmentRows, async rows => {
      expect(await bytesOf([...rows.toReversed(), ...rows])).toEqual(await bytesOf(rows))
    }),
    { numRuns: 5 },
  )
  engine.close()
}, 60_000)
