import { describe, expect, test } from 'vitest'
import { readDoc } from '../../../../lib/readers/doc/index.ts'
import { seeded } from '../../../support/random.ts'
import {
  codesOf,
  expectProblem,
  expectSample,
  figuresOf,
  fixture,
  sampleFigures,
  settles,
  tablesOf,
} from '../../../support/samples.ts'

const SECTOR = 512
const copy = (): Buffer => Buffer.from(fixture('doc', 'qinghe-2023'))

/** The file with bytes of its text changed; the cell marks stand between the texts. */
const edited = (text: string, other: string): Buffer => {
  const bytes = copy()
  const from = Buffer.from(text, 'utf16le')
  const at = bytes.indexOf(from)
  expect(at).toBeGreaterThan(0)
  expect(bytes.indexOf(from, at + 1)).toBe(-1)
  Buffer.from(other, 'utf16le').copy(bytes, at)
  return bytes
}

/** Where the header of the Word document stands: the sector that begins with its magic number. */
const headerAt = (bytes: Buffer): number => {
  for (let at = SECTOR; at < bytes.length; at += SECTOR) if (bytes.readUInt16LE(at) === 0xa5ec) return at
  throw new Error('no header')
}

describe('cells never move', () => {
  test('a blank cell stays blank', async () => {
    const figures = figuresOf(await readDoc(edited('行政许可\u00071286\u0007', '行政许可\u0007    \u0007')))
    const key = 'proactiveDisclosure.administrativeLicensing.decisions'
    expect(figures).toEqual({ ...sampleFigures('qinghe'), [key]: ['blank', null] })
  })

  test('a cell more or less than the row defines leaves only their order known', async () => {
    const document = await readDoc(edited('规范性文件\u00074\u00071\u0007', '规范性文件\u00074。1\u0007'))
    const [table] = tablesOf(document)
    expect(table!.columnsKnown).toBe(false)
    expect(table!.cells.filter(({ row }) => row === 4).map(({ text }) => text)).toEqual([
      '行政规范性文件',
      '4。1',
      '37',
    ])
    expect(codesOf(document)).toEqual(['columns-uncertain'])
    const expected = sampleFigures('qinghe')
    for (const [key, [state, value]] of Object.entries(figuresOf(document)))
      if (state === 'number') expect([key, value]).toEqual([key, expected[key]![1]])
  })

  test('a row without its end mark is refused', async () => {
    const bytes = copy()
    // Every "is a row's end" among the paragraph properties (sprmPFTtp) becomes another one.
    for (let at = bytes.indexOf('172401', 'hex'); at >= 0; at = bytes.indexOf('172401', at, 'hex'))
      bytes.writeUInt16LE(0x2405, at)
    await expectProblem(readDoc(bytes), 'file-damaged')
  })
})

describe('refusals', () => {
  test('encrypted', async () => {
    const bytes = copy()
    const at = headerAt(bytes)
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 10) | 0x100, at + 10)
    await expectProblem(readDoc(bytes), 'password-protected')
  })

  test.each([0xa5dc, 0xa5db])('Word 95 and older', async magic => {
    const bytes = copy()
    bytes.writeUInt16LE(magic, headerAt(bytes))
    await expectProblem(readDoc(bytes), 'format-unsupported')
  })

  test('a compound file of another program', async () => {
    const bytes = copy()
    Buffer.from('Workbook\0\0\0\0', 'utf16le').copy(bytes, bytes.indexOf('WordDocument', 'utf16le'))
    await expectProblem(readDoc(bytes), 'format-unsupported')
  })

  test('cut short anywhere', async () => {
    const whole = copy()
    for (let length = 0; length < whole.length - SECTOR; length += 5000) {
      const read = await settles(readDoc(whole.subarray(0, length)))
      if ('blocks' in read) expectSample(read, 'qinghe')
      else expect(read.code).toBe('file-damaged')
    }
  })

  test('chains of sectors that go in circles', async () => {
    const bytes = copy()
    const table = (bytes.readUInt32LE(76) + 1) * SECTOR
    for (let at = table; at < table + SECTOR; at += 4) bytes.writeUInt32LE((at - table) / 4, at)
    await expectProblem(readDoc(bytes), 'file-damaged')
    const directory = copy()
    for (let at = (directory.readUInt32LE(48) + 1) * SECTOR, entry = 0; entry < 4; entry++) {
      directory.writeUInt32LE(0, at + entry * 128 + 68)
      directory.writeUInt32LE(1, at + entry * 128 + 72)
    }
    await settles(readDoc(directory))
  })

  test('whatever happens to its bytes, it is read or refused', async () => {
    for (let round = 0; round < 150; round++) {
      const random = seeded(`doc ${round}`)
      const bytes = Buffer.from(fixture('doc', 'structures'))
      for (let change = random(20); change >= 0; change--) {
        const at = random(bytes.length - 4)
        if (random(2) === 0) bytes.writeUInt8(random(256), at)
        else bytes.writeUInt32LE(random(2) === 0 ? 0xffffffff : random(bytes.length), at)
      }
      await settles(readDoc(bytes))
    }
  })
})
