import { expect, test } from 'vitest'
import { figureColumns } from '../../../../lib/series/columns.ts'
import { letteredChecks } from '../../../../lib/series/pages/cell-marks.ts'
import { cellMaker } from '../../../../lib/series/pages/year-cell.ts'

const [received, fees] = ['requests.newRequests.total', 'proactiveDisclosure.administrativeFees.amount']

test('a figure that a person typed in bears our mark, a blank one too; other checks have letters', () => {
  const row = {
    ...Object.fromEntries(figureColumns.map(({ name }) => [name, 5n])),
    [figureColumns.find(({ key }) => key === fees)!.name]: null,
    without_number: JSON.stringify([{ key: fees, state: 'blank', text: '3', entered: true }]),
    flagged: JSON.stringify([{ key: received, checks: ['figure-entered', 'requests-balance'] }]),
  }
  const letters = letteredChecks([row])
  expect([...letters.values()].map(({ check, letter }) => [check, letter])).toEqual([
    ['requests-balance', 'a'],
    ['figure-entered', '录'],
  ])
  const cell = cellMaker({
    ...{ row, before: null, letters, marks: new Map(), marksBefore: new Map(), hasAnchor: () => false },
  })
  expect(cell(received!, '')).toContain('href="#o-录" title="人工录入的数字">录</a>')
  expect(cell(fees!, '')).toContain('空白（录）')
})
