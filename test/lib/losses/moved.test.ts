import { expect, test } from 'vitest'
import { lossCollector } from '../../../lib/losses/collector.ts'
import { moved } from '../../../lib/losses/moved.ts'
import type { Source } from '../../../lib/model/source.ts'

const cell = (table: number): Source => ({ kind: 'table', table, row: 2, column: 3 })

test.each(['struck-text-kept', 'box-over-table', 'picture-dropped'] as const)(
  '%s in a document taken into another is told at its new place, in words as well',
  code => {
    const told = (source: Source) => {
      const losses = lossCollector('office')
      losses.add(code, source, '16')
      return losses.all()[0]!
    }
    expect(moved(told(cell(1)), cell(4))).toEqual(told(cell(4)))
  },
)
