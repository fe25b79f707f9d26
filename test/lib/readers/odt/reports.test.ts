import { describe, expect, test } from 'vitest'
import { readOdt } from '../../../../lib/readers/odt/index.ts'
import {
  expectKey,
  expectSample,
  figuresOf,
  fixture,
  sampleFigures,
  shapeOf,
  sharedPresent,
  sharedReport,
  tablesOf,
} from '../../../support/samples.ts'
import { cellLosses, expectStructures, outerTable, placesOf } from '../../../support/structures.ts'

describe('sample reports', () => {
  test.each(['qinghe-2023', 'linxi-2020'])('%s: every cell, span and paragraph', async name => {
    const document = await readOdt(fixture('odt', name))
    expect(document.format).toBe('odt')
    expectSample(document, name)
    expect(figuresOf(document)).toEqual(sampleFigures(name))
  })
})

test('merged, nested and shifted cells, fields, notes, hidden and tracked text', async () => {
  const document = await readOdt(fixture('odt', 'structures'))
  expectStructures(document, ['框内99'])
  expect(shapeOf(tablesOf(document)[1]!)).toEqual(outerTable)
  expect(placesOf(document)).toEqual([
    'hidden-text-dropped 2',
    'struck-text-kept 2',
    'note-mark-dropped 4',
    ...cellLosses,
    'tracked-changes-accepted',
    'box-over-table 1/1/1',
  ])
})

describe.skipIf(!sharedPresent)('real reports', () => {
  test('made-from-003.odt agrees with its key', async () => {
    const { bytes, figures } = sharedReport('made-from-003.odt', '003')
    expectKey(await readOdt(bytes), figures)
  })
})
