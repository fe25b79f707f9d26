import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { scanPages, scanPdf } from './simulate/index.ts'
import { jpegOf } from './simulate/jpeg.ts'
import { kindNames, kinds, type ScanKind } from './simulate/kinds.ts'
import type { Place } from './simulate/pens.ts'
import { picturePdf } from './simulate/picture-pdf.ts'
import { type Plate, plateOf, turnedPlate } from './simulate/plate.ts'
import { type Sheet, sheetsOf } from './simulate/sheets.ts'

const fixture = new URL('../lib/readers/pdf/fixtures/cut-rows.pdf', import.meta.url)
const places: readonly (readonly Place[])[] = [
  Array.from({ length: 12 }, (_, at): Place => [40 * at, 200, 40 * at + 10, 210]),
]
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** As a kind does it, with few pixels. */
const small = (kind: ScanKind): ScanKind => ({ ...kind, dpi: 60 })

let sheets: readonly Sheet[]
beforeAll(async () => {
  sheets = (await sheetsOf(readFileSync(fixture), 90)).slice(0, 1)
})

/** Mean of what differs between two pictures, and of the first. */
const compared = (one: Plate, other: Plate) => {
  const [a, b] = [one.planes[0]!, other.planes[0]!]
  const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return { difference: mean(a.map((value, at) => Math.abs(value - b[at]!))), brightness: mean(a) }
}

describe('every kind of scan', () => {
  test.each(kindNames)('%s: the same name gives the same bytes, another name others', name => {
    const scan = (seed: string) => scanPdf({ name: seed, sheets, kind: small(kinds[name]), places })
    expect(digest(scan('one'))).toBe(digest(scan('one')))
    expect(digest(scan('one'))).not.toBe(digest(scan('other')))
  })

  test.each(kindNames)('%s: is drawn again as a page of paper with ink on it', async name => {
    const kind = small(kinds[name])
    const [page] = await sheetsOf(scanPdf({ name, sheets, kind }), kind.dpi)
    const isTurned = kind.turned === 1 || kind.turned === 3
    const size = [sheets[0]!.width, sheets[0]!.height]
    const across = isTurned ? size.toReversed() : size
    expect(Math.abs(page!.width - across[0]!)).toBeLessThan(0.01)
    expect(Math.abs(page!.height - across[1]!)).toBeLessThan(0.01)
    const greys = page!.plate.planes[0]!.toSorted()
    expect(greys[greys.length >> 1]! - greys[greys.length >> 8]!).toBeGreaterThan(50)
  })
})

test('pens write at figures, and nowhere else', () => {
  const plain = { ...small(kinds.pensGrey), noise: 0 }
  const scan = (where: typeof places): Uint8Array =>
    scanPdf({ name: 'pens', sheets, kind: plain, places: where })
  expect(digest(scan(places))).not.toBe(digest(scan([])))
})

describe('what is written', () => {
  const slope = (planes: number): Plate => {
    const plate = plateOf(50, 37, planes)
    for (const [nth, plane] of plate.planes.entries())
      for (let at = 0; at < plane.length; at++)
        plane[at] = 30 + 4 * (at % 50) + (nth === 1 ? Math.floor(at / 50) : 0)
    return plate
  }

  test.each([1, 3])('JPEG of %i planes is what it was made of', async planes => {
    const plate = slope(planes)
    const as = planes === 1 ? 'jpegGrey' : 'jpegColours'
    const picture = { width: 50, height: 37, data: jpegOf(plate, 95, 72), as } as const
    const [page] = await sheetsOf(picturePdf([{ width: 50, height: 37, pictures: [picture] }]), 72)
    const grey =
      planes === 1
        ? plate
        : { ...plate, planes: [plate.planes[0]!.map((value, at) => value + 0.587 * Math.floor(at / 50))] }
    expect(compared(page!.plate, grey).difference).toBeLessThan(2.5)
  })

  test('pages are handed in as JPEG and PNG too', () => {
    const scan = (as: 'jpeg' | 'png'): Buffer =>
      Buffer.from(scanPages({ name: 'alone', sheets, kind: small(kinds.photo) }, as)[0]!)
    expect(scan('jpeg').subarray(0, 3).toString('hex')).toBe('ffd8ff')
    expect(scan('jpeg').subarray(-2).toString('hex')).toBe('ffd9')
    expect(scan('png').subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  })

  test('four quarters of a turn are none', () => {
    const plate = slope(1)
    expect(turnedPlate(turnedPlate(plate, 1), 3)).toEqual(plate)
    expect(turnedPlate(plate, 1).planes[0]![36]).toBe(plate.planes[0]![0])
  })
})
