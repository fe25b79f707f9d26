import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflate } from '../../../lib/util/deflate.ts'

describe('deflate', () => {
  it('inflates to what went in, whatever it was', () => {
    const repeated = fc
      .tuple(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 400 }))
      .map(([bytes, times]) => Buffer.concat(Array.from({ length: times }, () => Buffer.from(bytes))))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 3000 }), repeated), bytes => {
        expect(Buffer.compare(inflateRawSync(deflate(bytes)), bytes)).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it('reaches back no further than the window of 32,768 bytes', () => {
    for (const gap of [32_760, 32_767, 32_768, 32_769, 40_000]) {
      const bytes = Buffer.alloc(gap + 600, 0)
      for (let at = 0; at < bytes.length; at++) bytes[at] = (Math.imul(at, 0x9e3779b1) >>> 13) & 0xff
      bytes.copy(bytes, gap, 0, 600)
      expect(Buffer.compare(inflateRawSync(deflate(bytes)), bytes)).toBe(0)
    }
  })

  it('makes the XML of a sheet a sixth of its size or less', () => {
    const xml = Array.from({ length: 3000 }, (_, n) => `<c r="A${n}" s="3" t="s"><v>${n % 50}</v></c>`).join(
      '',
    )
    expect(deflate(Buffer.from(xml)).length).toBeLessThan(xml.length / 6)
  })
})
