import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayInChina, newest, type Placed } from '../../../lib/series/newest.ts'

const placed = (given: Partial<Placed>): Placed => ({
  key: 'a.docx',
  version: '1',
  sequencer: '01',
  uploadedAt: '2024-01-10T00:00:00Z',
  judgedAt: null,
  run: null,
  unit: 'u1',
  year: 2023,
  ...given,
})

const placedOnes = fc.array(
  fc
    .record({
      key: fc.constantFrom('a.docx', 'b.docx', 'c.docx'),
      version: fc.constantFrom('1', '2', '3', '4'),
      sequencer: fc.constantFrom('', '1', '10', '2F', '2f00', '30'),
      uploadedAt: fc.constantFrom(
        null,
        '2024-01-10T00:00:00Z',
        '2024-01-10T08:00:00+08:00',
        '2024-02-01T00:00:00.5Z',
      ),
      judgedAt: fc.constantFrom(null, '2024-02-02T00:00:00Z'),
      run: fc.constantFrom(null, 'a', 'b'),
      unit: fc.constantFrom(null, 'u1', 'u2'),
      year: fc.constantFrom(null, 2022, 2023),
    })
    .map(placed),
  { maxLength: 12 },
)

test('the same for any order, and for versions that were read twice', () => {
  fc.assert(
    fc.property(
      placedOnes.chain(all =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.shuffledSubarray(all),
        ),
      ),
      ([all, shuffled, again]) => {
        const plain = JSON.stringify(newest(all))
        expect(JSON.stringify(newest(shuffled))).toBe(plain)
        expect(JSON.stringify(newest([...again, ...shuffled, ...again]))).toBe(plain)
      },
    ),
  )
})

test('nothing is lost: every key is live once, every version of a unit and year stands in its chain', () => {
  fc.assert(
    fc.property(placedOnes, all => {
      const { live, chains } = newest(all)
      expect(live.map(({ key }) => key)).toEqual([...new Set(all.map(({ key }) => key))].sort())
      for (const chain of chains) {
        const versions = new Set(chain.versions.map(({ key, version }) => `${key} ${version}`))
        expect(versions.size).toBe(chain.versions.length)
        expect(versions).toContain(`${chain.newest.key} ${chain.newest.version}`)
        expect(live).toContainEqual(chain.newest)
      }
    }),
  )
})

test('of one key the sequencer decides, across keys the time of the upload', () => {
  const first = placed({ version: '1', sequencer: '00AF', uploadedAt: '2024-03-01T00:00:00Z' })
  const second = placed({ version: '2', sequencer: '00B0', uploadedAt: '2024-01-02T00:00:00Z' })
  const elsewhere = placed({ key: 'b.docx', sequencer: '00AA', uploadedAt: '2024-01-03T00:00:00Z' })
  expect(newest([first, second]).chains[0]?.newest.version).toBe('2')
  const { live, chains } = newest([first, elsewhere, second])
  expect(live.map(({ key, version }) => [key, version])).toEqual([
    ['a.docx', '2'],
    ['b.docx', '1'],
  ])
  expect(chains[0]?.newest.key).toBe('b.docx')
  expect(chains[0]?.firstUploadedAt).toBe('2024-01-02T00:00:00.000Z')
  expect(chains[0]?.versions).toHaveLength(3)
})

test('a version that went to another unit or year leaves none behind under the first', () => {
  const wrong = placed({ version: '1', sequencer: '1', year: 2022 })
  const right = placed({ version: '2', sequencer: '2', year: 2023 })
  expect(newest([wrong, right]).chains.map(({ year }) => year)).toEqual([2023])
})

test('of two runs of one version the later one stands', () => {
  const before = placed({ judgedAt: '2024-01-11T00:00:00Z', run: 'f', year: null })
  const after = placed({ judgedAt: '2024-01-12T00:00:00Z', run: 'a' })
  expect(newest([after, before]).live).toMatchObject([{ run: 'a', year: 2023 }])
})

test('the day of an upload is that of the clerks', () => {
  expect(dayInChina('2024-01-31T15:59:59.999Z')).toBe('2024-01-31')
  expect(dayInChina('2024-01-31T16:00:00.000Z')).toBe('2024-02-01')
  expect(dayInChina(null)).toBe(null)
})
