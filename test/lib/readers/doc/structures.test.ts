import { expect, test } from 'vitest'
import { readDoc } from '../../../../lib/readers/doc/index.ts'
import { fixture, shapeOf, tablesOf } from '../../../support/samples.ts'
import { cellLosses, expectStructures, outerTable, placesOf } from '../../../support/structures.ts'

test('merged, nested and shifted cells, fields, notes, hidden and tracked text', async () => {
  const document = await readDoc(fixture('doc', 'structures'))
  expectStructures(document, [])
  expect(shapeOf(tablesOf(document)[1]!)).toEqual(outerTable)
  expect(placesOf(document)).toEqual([
    'hidden-text-dropped 2',
    'struck-text-kept 2',
    'tracked-changes-accepted 3',
    'note-mark-dropped 4',
    'drawing-dropped 4',
    ...cellLosses,
    'text-box-dropped',
    'box-over-table 1/1/1',
  ])
  for (const { message } of document.losses.slice(-2)) expect(message.zh).toContain('框内99')
})
