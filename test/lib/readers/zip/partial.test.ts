import fc from 'fast-check'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../../lib/model/problems.ts'
import { reportNames, unpackReport } from '../../../../lib/readers/zip/index.ts'
import { type Part, type PartRead, unpackReportPartly } from '../../../../lib/readers/zip/partial.ts'
import { docxOf, paragraph, run } from '../../../support/docx.ts'
import { asZip64 } from '../../../support/zip64.ts'

/** Gives parts of a file as a store does, and keeps which. */
const partsOf = (bytes: Uint8Array) => {
  const asked: Part[] = []
  const read = async (part: Part): Promise<PartRead> => {
    asked.push(part)
    const from = 'last' in part ? Math.max(bytes.length - part.last, 0) : part.from
    const to = 'last' in part ? bytes.length : part.to
    return { bytes: bytes.slice(from, to), from, size: bytes.length }
  }
  return { asked, read }
}

/** What comes of it: bytes, none, or why not. */
const outcome = async (unpack: () => Promise<Uint8Array | null>) => {
  try {
    const bytes = await unpack()
    return bytes && Buffer.from(bytes).toString('latin1')
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, sentence: error.sentence }
    throw error
  }
}

const expectSame = async (bytes: Uint8Array, names: readonly string[]): Promise<void> => {
  for (const name of names) {
    const whole = await outcome(async () => unpackReport(bytes.slice(), name))
    expect(await outcome(() => unpackReportPartly(partsOf(bytes).read, name))).toEqual(whole)
  }
}

const longNoise = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 2_654_435_761) >>> 13)
const noise = (length: number) => longNoise.slice(0, length)
const stored = (length: number): [Uint8Array, { level: 0 }] => [noise(length), { level: 0 }]
const namesOf = (bytes: Uint8Array): readonly string[] => {
  try {
    return reportNames(bytes) ?? []
  } catch {
    return []
  }
}

/** An archive: some files small, some that lie far before its end, names that make its directory long. */
const archives = fc
  .record({
    sizes: fc.array(fc.constantFrom(0, 1, 40, 3_000, 300_000), { minLength: 1, maxLength: 5 }),
    packed: fc.boolean(),
    longNames: fc.constantFrom(false, false, false, true),
    comment: fc.constantFrom(0, 20, 0xffff),
    prefix: fc.constantFrom('', '', 'MZ self-extracting'),
    wide: fc.boolean(),
  })
  .map(({ sizes, packed, longNames, comment, prefix, wide }) => {
    const files: Zippable = {}
    sizes.forEach((size, at) => {
      files[`甲局/${at}.docx`] = packed ? noise(size) : [noise(size), { level: 0 }]
    })
    if (longNames)
      for (let at = 0; at < 300; at += 1) files[`${'长'.repeat(350)}/${at}.txt`] = strToU8(`${at}`)
    const plain = Buffer.from(zipSync(files))
    const zip = Buffer.concat([
      Buffer.from(prefix),
      wide ? asZip64(plain) : plain,
      Buffer.alloc(comment, 0x50),
    ])
    zip.writeUInt16LE(comment, zip.length - comment - 2)
    return zip
  })

describe('a file of an archive, read by its parts, is what it is in the archive read as a whole', () => {
  test('of any archive', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async bytes => {
        const names = namesOf(bytes)
        await expectSame(bytes, [...names.slice(0, 4), ...names.slice(-1), '没有这份.docx'])
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  test('of any that is damaged', async () => {
    // Where directories stand, so that most of what is changed is looked at.
    const damage = fc.array(fc.record({ back: fc.nat({ max: 1_500 }), value: fc.nat({ max: 255 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    const cut = fc.constantFrom(0, 0, 0, 1, 30, 5_000)
    await fc.assert(
      fc.asyncProperty(archives, damage, cut, async (bytes, changes, missing) => {
        const names = namesOf(bytes)
        const damaged = bytes.subarray(0, Math.max(bytes.length - missing, 0))
        for (const { back, value } of changes)
          if (back < damaged.length) damaged[damaged.length - 1 - back] = value
        await expectSame(damaged, [...new Set([...names.slice(0, 2), ...namesOf(damaged).slice(-2), 'x'])])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['one byte', Uint8Array.of(0x50)],
    ['text', strToU8('PK in words')],
    ['a document', docxOf(paragraph(run('甲')))],
    [
      'a document that says what it is',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
    ],
  ])('of %s', async (_, bytes) => {
    await expectSame(bytes, ['a.docx', 'word/document.xml', 'mimetype'])
  })

  test('of one whose files overlap, or point elsewhere', async () => {
    const bytes = Buffer.from(zipSync({ '一.docx': stored(300_000), '二.docx': stored(40) }))
    const at = bytes.lastIndexOf('PK\u0001\u0002')
    for (const [field, value] of [
      [20, 400_000],
      [42, 0],
      [42, 7],
      [42, 0xfffffff0],
    ] as const) {
      const forged = Buffer.from(bytes)
      forged.writeUInt32LE(value, at + field)
      await expectSame(forged, ['一.docx', '二.docx'])
    }
  })
})

describe('what is asked for', () => {
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [`${at}号局/年报.docx`, stored(2_000)]),
  )
  const archive = zipSync(files)

  test('is the end, the first bytes and the file', async () => {
    const { asked, read } = partsOf(archive)
    expect(await unpackReportPartly(read, '7号局/年报.docx')).toEqual(noise(2_000))
    expect(asked).toHaveLength(3)
    const bytes = asked.reduce((sum, part) => sum + ('last' in part ? part.last : part.to - part.from), 0)
    expect(bytes).toBeLessThan(256 * 1024 + 3_000)
  })

  test('is one part of an archive that is small', async () => {
    const { asked, read } = partsOf(zipSync({ 'a.docx': strToU8('a'), 'b.docx': strToU8('b') }))
    expect(await unpackReportPartly(read, 'b.docx')).toEqual(Buffer.from('b'))
    expect(asked).toHaveLength(1)
  })

  test('may be gone at any time', async () => {
    for (let left = 0; left < 3; left += 1) {
      const { asked, read } = partsOf(archive)
      const vanishing = async (part: Part) => (asked.length >= left ? null : read(part))
      expect(await unpackReportPartly(vanishing, '7号局/年报.docx')).toBeNull()
    }
  })
})
