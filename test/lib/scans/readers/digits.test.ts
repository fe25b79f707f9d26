import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chanceOfText } from '../../../../lib/scans/readers/digits/chance.ts'
import { columnsOf } from '../../../../lib/scans/readers/digits/net.ts'
import { normalise, rows } from '../../../../lib/scans/readers/digits/normal.ts'
import { openDigits } from '../../../../lib/scans/readers/digits/reader.ts'
import { layersOf } from '../../../../lib/scans/readers/digits/weights.ts'
import { weightsBytes } from '../../../../lib/scans/readers/digits/weights-file.ts'

interface Fixture {
  readonly width: number
  readonly height: number
  readonly greys: string
  readonly digit: number
  readonly printed: string
  readonly read: string
  readonly rows: string
  /** Floats of 32 bits, little-endian. */
  readonly values: string
}

/** Made by infra/digit-reader/fixtures.py, as the README there says. */
const fixtures = JSON.parse(
  readFileSync(new URL('digits.fixtures.json', import.meta.url), 'utf8'),
) as readonly Fixture[]

const greyOf = ({ width, height, greys }: Fixture) => ({
  width,
  height,
  greys: new Uint8Array(Buffer.from(greys, 'base64')),
})

test('the weights are those that were measured', async () => {
  const sum = createHash('sha256')
    .update(await weightsBytes())
    .digest('hex')
  const readme = readFileSync(new URL('../../../../infra/digit-reader/README.md', import.meta.url), 'utf8')
  expect(readme).toContain(sum)
})

test.for(fixtures.map((fixture, at) => ({ ...fixture, at })))(
  'line $at is brought to its rows as in Python, and the net sees the same',
  async fixture => {
    const line = normalise(greyOf(fixture), fixture.digit)
    const expected = Buffer.from(fixture.rows, 'base64')
    expect(line?.values.length).toBe(expected.length)
    const apart = Math.max(...expected.map((value, at) => Math.abs(value - (line?.values[at] ?? 0))))
    expect(apart).toBeLessThanOrEqual(1)
    const layers = layersOf(await weightsBytes())
    const { values } = columnsOf(
      layers,
      Float64Array.from(expected, value => value / 255),
      rows,
    )
    const seen = new Float32Array(new Uint8Array(Buffer.from(fixture.values, 'base64')).buffer)
    expect(values.length).toBe(seen.length)
    expect(Math.max(...seen.map((value, at) => Math.abs(value - (values[at] ?? 0))))).toBeLessThan(0.01)
  },
)

test('what is read is what Python reads', async () => {
  const digits = await openDigits()
  const read = await digits.read(
    fixtures.map(fixture => ({
      box: { left: 0, top: 0, right: 0, bottom: 0 },
      raw: greyOf(fixture),
      clean: greyOf(fixture),
      digitHeight: fixture.digit,
    })),
  )
  expect(read.map(({ text }) => text)).toEqual(fixtures.map(fixture => fixture.read))
})

test('paper alone is nothing, and sure', async () => {
  const paper = { width: 40, height: 30, greys: new Uint8Array(1200).fill(250) }
  const [read] = await (await openDigits()).read([
    { box: { left: 0, top: 0, right: 0, bottom: 0 }, raw: paper, clean: paper, digitHeight: 18 },
  ])
  expect(read).toEqual({ text: '', confidence: 1 })
})

test('other bytes are no weights', () => {
  expect(() => layersOf(new Uint8Array(64))).toThrow(RangeError)
})

test('the chance of a text is that of all ways to spread it, and those of all texts add up to 1', () => {
  const chances = Float64Array.of(0.5, 0.3, 0.2, 0.1, 0.6, 0.3)
  const chance = (...text: number[]) => chanceOfText(chances, 3, text)
  expect(chance()).toBeCloseTo(0.05)
  expect(chance(1)).toBeCloseTo(0.5 * 0.6 + 0.3 * 0.1 + 0.3 * 0.6)
  expect(chance(1, 1)).toBe(0)
  expect(chance() + chance(1) + chance(2) + chance(1, 2) + chance(2, 1)).toBeCloseTo(1)
})
