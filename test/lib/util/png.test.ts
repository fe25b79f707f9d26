import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pngOf } from '../../../lib/util/png.ts'
import { openPng } from '../../support/png.ts'

const pixelsOf = (colours: readonly (readonly [number, number, number])[]): Uint8Array =>
  Uint8Array.from(colours.flatMap(([red, green, blue]) => [blue, green, red, 255]))

const channel = fc.integer({ min: 0, max: 255 })
const grey = channel.map((value): [number, number, number] => [value, value, value])
const colour = fc.tuple(channel, channel, channel)

/** A picture of any size, its pixels out of a few or of many colours. */
const picture = (pixel: fc.Arbitrary<[number, number, number]>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }))
    .chain(([width, height]) =>
      fc
        .array(pixel, { minLength: width * height, maxLength: width * height })
        .map(colours => ({ width, height, colours })),
    )

const largestError = (
  { width, height, colours }: { width: number; height: number; colours: readonly [number, number, number][] },
  png: Uint8Array,
): number => {
  const opened = openPng(png)
  expect([opened.width, opened.height]).toEqual([width, height])
  return Math.max(
    ...colours.map((given, index) => {
      const found = opened.at(index % width, Math.floor(index / width))
      return Math.max(...given.map((value, at) => Math.abs(value - found[at]!)))
    }),
  )
}

describe('a PNG', () => {
  const written = ({
    width,
    height,
    colours,
  }: {
    width: number
    height: number
    colours: readonly [number, number, number][]
  }) => pngOf({ width, height, pixels: pixelsOf(colours) })

  test('of greys has each pixel nearly as it was', () => {
    fc.assert(
      fc.property(picture(grey), given => {
        expect(largestError(given, written(given))).toBeLessThanOrEqual(9)
      }),
    )
  })

  test('of bytes of grey is that of the same pixels', () => {
    fc.assert(
      fc.property(picture(grey), fc.integer({ min: 0, max: 5 }), ({ width, height, colours }, beside) => {
        const stride = width + beside
        const greys = new Uint8Array(stride * height)
        colours.forEach(([value], at) => {
          greys[Math.floor(at / width) * stride + (at % width)] = value
        })
        expect(pngOf({ width, height, greys, stride })).toEqual(written({ width, height, colours }))
      }),
    )
  })

  test('of few colours has each pixel nearly as it was', () => {
    const few = fc
      .uniqueArray(colour, { minLength: 1, maxLength: 20 })
      .chain(some => picture(fc.constantFrom(...some)))
    fc.assert(
      fc.property(few, given => {
        expect(largestError(given, written(given))).toBeLessThanOrEqual(21)
      }),
    )
  })

  test('of any colours still shows which is which', () => {
    fc.assert(
      fc.property(picture(colour), given => {
        expect(largestError(given, written(given))).toBeLessThanOrEqual(26)
      }),
    )
  })

  test('of a page of text is small', () => {
    const colours = Array.from({ length: 1200 * 200 }, (_, at): [number, number, number] => {
      const value = at % 1200 < 3 || at % 97 === 0 ? 30 : 255
      return [value, value, value]
    })
    expect(written({ width: 1200, height: 200, colours }).length).toBeLessThan(12_000)
  })
})
