import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashDigits, signatureHashes, textSignature } from '../../../lib/series/text-signature.ts'
import { seeded } from '../../support/random.ts'

const written = (random: (below: number) => number, length: number): string =>
  Array.from({ length }, () => String.fromCodePoint(0x5200 + random(2000))).join('')

const signatureOf = (text: string, authority: string | null = null) =>
  textSignature({
    authority,
    authorityAsPrinted: null,
    preamble: [],
    sections: [{ key: 'overview', heading: '一、总体情况', paragraphs: [text] }],
  })

const share = (a: string, b: string): number => {
  const hashes = (signature: string) => signature.match(new RegExp(`.{${hashDigits}}`, 'gu'))!
  const [one, other] = [hashes(a), hashes(b)]
  return one.filter((hash, at) => hash === other[at]).length / signatureHashes
}

const piecesOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: text.length - 5 }, (_, at) => text.slice(at, at + 6)))

test('hashes agree as often as pieces are common, give or take what chance gives', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 1500 }), (seed, kept) => {
      const random = seeded(`text ${seed}`)
      const one = written(random, 1500)
      const other = one.slice(0, kept) + written(random, 1500 - kept)
      const [a, b] = [piecesOf(one), piecesOf(other)]
      const common = [...a].filter(piece => b.has(piece)).length
      const exact = common / (a.size + b.size - common)
      // Five times what chance gives.
      const given = 5 * Math.sqrt((exact * (1 - exact) + 1 / 64) / signatureHashes)
      expect(Math.abs(share(signatureOf(one)!, signatureOf(other)!) - exact)).toBeLessThan(given)
    }),
    { numRuns: 60 },
  )
})

test('numbers, years, spaces, punctuation and its own name make no other text; a word does', () => {
  const words = written(seeded('words'), 600)
  const one = signatureOf(`青禾县数据局2022年收到32件，${words}`, '青禾县数据局')
  expect(one).toMatch(/^[0-9a-f]{128}$/u)
  expect(signatureOf(`白石县统计局 二〇二三年收到 五 件。${words}`, '白石县统计局')).toBe(one)
  expect(share(one!, signatureOf(written(seeded('others'), 600))!)).toBeLessThan(0.2)
})

test('a short text, or one of prescribed sentences, has none', () => {
  expect(signatureOf(written(seeded('short'), 380))).toBe(null)
  expect(signatureOf('所列数据的统计期限自2023年1月1日起至12月31日止。'.repeat(50))).toBe(null)
  expect(signatureOf('')).toBe(null)
})
