import { describe, expect, test } from 'vitest'
import { readRtf } from '../../../../lib/readers/rtf/index.ts'
import {
  expectKey,
  expectSample,
  figuresOf,
  fixture,
  sampleFigures,
  sharedPresent,
  sharedReport,
  tablesOf,
} from '../../../support/samples.ts'
import { cellLosses, expectStructures, placesOf } from '../../../support/structures.ts'

describe('sample reports', () => {
  test.each(['qinghe-2023', 'linxi-2020'])('%s: every cell, span and paragraph', async name => {
    const document = await readRtf(fixture('rtf', name))
    expect(document.format).toBe('rtf')
    expectSample(document, name)
    expect(figuresOf(document)).toEqual(sampleFigures(name))
  })
})

test('merged, nested and shifted cells, fields, notes, hidden and tracked text', async () => {
  const document = await readRtf(fixture('rtf', 'structures'))
  expectStructures(document, [])
  // LibreOffice writes two cells too many into the row around the nested table: only their order is known.
  const outer = tablesOf(document)[1]!
  expect(outer.columnsKnown).toBe(false)
  expect(outer.cells.map(({ text }) => text)).toEqual([
    '外甲',
    '嵌套之后',
    '9',
    '',
    '',
    '外乙',
    '10',
    '11',
    '外丙',
    '12',
  ])
  expect(placesOf(document)).toEqual([
    'hidden-text-dropped 2',
    'struck-text-kept 2',
    'tracked-changes-accepted 3',
    'note-mark-dropped 4',
    ...cellLosses.slice(0, -1),
    'columns-uncertain 2/1/1',
    ...cellLosses.slice(-1),
  ])
})

describe.skipIf(!sharedPresent)('real reports', () => {
  test('made-from-003.rtf agrees with its key', async () => {
    const { bytes, figures } = sharedReport('made-from-003.rtf', '003')
    expectKey(await readRtf(bytes), figures)
  })
})
