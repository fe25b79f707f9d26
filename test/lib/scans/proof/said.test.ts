import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../../lib/model/scan.ts'
import { saidBy } from '../../../../lib/scans/proof/said.ts'
import { bothRead, otherReader, ourReader, reads } from '../../../support/scan-on-pages.ts'

const second = { reader: 'digits-2', family: ourReader.family } as const
const third = { reader: 'other', family: 'third' } as const

const numberIn = (readings: readonly Reading[]): number | null =>
  saidBy({ printed: 'ink', readings })?.value ?? null

describe('what readers agree on', () => {
  it('is what two families read', () => {
    expect(saidBy({ printed: 'ink', readings: bothRead('12') })).toEqual({
      value: 12,
      readers: ['digits', 'ppocr'],
    })
    expect(numberIn([reads('12', ourReader), reads('12', second)])).toBeNull()
    expect(numberIn([reads('12', ourReader)])).toBeNull()
    expect(numberIn([reads('12', ourReader), reads('12', second), reads('12', otherReader)])).toBe(12)
  })

  it('is nothing where one that is sure reads anything else, and a number where it is not sure', () => {
    for (const other of ['13', '?', '1 2', '-12', '12.5'])
      expect(numberIn([...bothRead('12'), reads(other, third)])).toBeNull()
    expect(numberIn([...bothRead('12'), reads('13', third, 0.49)])).toBe(12)
    expect(numberIn([...bothRead('12'), reads(null, third)])).toBe(12)
    expect(numberIn([...bothRead('12'), reads('13', second, 0.5)])).toBeNull()
  })

  it('takes those alone who are sure', () => {
    const at = (confidence: number) =>
      numberIn([reads('12', ourReader), reads('12', otherReader, confidence)])
    expect(at(0.5)).toBe(12)
    expect(at(0.499)).toBeNull()
    expect(at(Number.NaN)).toBeNull()
  })

  it('is a count in digits and nothing else', () => {
    for (const [text, value] of [
      ['0', 0],
      ['1,234', 1234],
      ['１２', 12],
      ['12\n', 12],
      ['3件', 3],
    ] as const)
      expect(numberIn(bothRead(text))).toBe(value)
    for (const text of [
      ...[
        '-3',
        '+3.5',
        '1.5',
        '0.',
        '.5',
        '007',
        '12,34',
        '1\n2',
        '12 3',
        '3 5',
        '1O',
        'l',
        '〇',
        '一',
        '十二',
      ],
      ...['-', '/', '无', '?', '12（3）', '12[3]', '3个5', '1e3', '0x1', '12345678901234'],
    ])
      expect([text, numberIn(bothRead(text))]).toEqual([text, null])
  })

  it('is a blank where both tests find nothing and nobody reads anything', () => {
    expect(saidBy({ printed: 'blank', readings: [] })).toEqual({ value: null, readers: [] })
    expect(saidBy({ printed: 'blank', readings: bothRead(null) })?.value).toBeNull()
    expect(saidBy({ printed: 'blank', readings: bothRead(' ') })?.value).toBeNull()
    expect(saidBy({ printed: 'blank', readings: [reads('0', ourReader, 0.01)] })).toBeNull()
    expect(saidBy({ printed: 'unsure', readings: [] })).toBeNull()
    expect(saidBy({ printed: 'unsure', readings: bothRead('0') })).toBeNull()
    expect(saidBy({ printed: 'ink', readings: [] })).toBeNull()
  })
})
