import { describe, expect, it } from 'vitest'
import type { Report } from '../../../../lib/model/report.ts'
import { proven } from '../../../../lib/scans/proof/index.ts'
import { balancedFigures } from '../../../support/balanced.ts'
import { seeded } from '../../../support/random.ts'
import { reportOf } from '../../../support/report.ts'
import { bothRead, onPages, otherReader, ourReader, reads, scanOf } from '../../../support/scan-on-pages.ts'

const report = onPages(reportOf({ figures: balancedFigures('2021', seeded('open')) }))
const cell = 'requests.outcomes.granted.naturalPerson'

describe('what is open of a scan', () => {
  it('has its place, its picture and what readers make of it, and no number', () => {
    const readings = [reads('17', ourReader), reads('11', otherReader)]
    const { figures } = proven(report, scanOf(report, { [cell]: { readings } }))
    const { source } = report.figures.get(cell)!
    const figure = figures.get(cell)!
    expect(figure).toEqual({
      key: cell,
      state: 'unreadable',
      value: null,
      text: null,
      source,
      unproven: { page: 2, box: (source as { box: unknown }).box, crop: expect.any(String), readings },
    })
    expect('evidence' in figure).toBe(false)
  })

  it('repeats no number that may be a person’s', () => {
    const id = '110101199003070011'
    const readings = [reads(id, ourReader), reads('138 0013 8000', otherReader)]
    const { figures } = proven(report, scanOf(report, { [cell]: { readings } }))
    expect(figures.get(cell)!.unproven!.readings.map(({ text }) => text)).toEqual([null, null])
  })

  it('is whatever the document says where the readers agree on something else', () => {
    const other = new Map(report.figures).set(cell, {
      ...report.figures.get(cell)!,
      value: 4711,
      text: '4711',
    })
    const judged = proven({ ...report, figures: other }, scanOf(report))
    expect(judged.figures.get(cell)!.state).toBe('unreadable')
  })

  it('is never called missing: not a cell, not a row, not a column, not a table', () => {
    const lost = new Map(report.figures).set(cell, {
      key: cell,
      state: 'missing',
      value: null,
      text: null,
      source: null,
    })
    const judged = proven(
      {
        ...report,
        figures: lost,
        observations: [
          { kind: 'tableMissing', form: 'proactiveDisclosure' },
          { kind: 'rowMissing', form: 'requests', row: 'newRequests' },
          {
            kind: 'columnMissing',
            form: 'requests',
            columns: ['total'],
            source: report.figures.get(cell)!.source!,
          },
        ],
      },
      scanOf(report),
    )
    expect(judged.observations.filter(({ kind }) => kind !== 'sumBroken')).toEqual([
      { kind: 'tableUnreadable', form: 'proactiveDisclosure', reason: 'picture' },
      { kind: 'rowUnmet', form: 'requests', row: 'newRequests' },
    ])
    const states = new Set([...judged.figures.values()].map(({ state }) => state))
    expect(states.has('missing')).toBe(false)
  })

  it('is everything of a table that stands in no sum, though all readers agree', () => {
    const judged = proven(report, scanOf(report))
    for (const [key, { state }] of judged.figures)
      if (key.startsWith('proactiveDisclosure')) expect(state).toBe('unreadable')
  })
})

describe('the tables of a scan', () => {
  const at = (row: number, column: number, text: string) => ({
    ...{ row, column, rowSpan: 1, columnSpan: 1, text },
    source: { kind: 'page', page: 2, box: [0, 0, 1, 1], table: 2, row, column } as const,
  })
  const cells = [
    at(1, 1, '1.属于国家秘密'),
    at(5, 2, '7'),
    at(5, 3, '8'),
    at(1, 2, '1O'),
    at(1, 3, '2023年'),
    at(1, 4, ''),
  ]
  const tables: Report['tables'] = [
    {
      form: 'requests',
      table: { kind: 'table', number: 2, rows: 5, columns: 4, columnsKnown: true, cells },
    },
  ]

  it('give no number that is not proven', () => {
    const readings = bothRead('99999')
    const neighbour = 'requests.outcomes.granted.commercialEnterprise'
    const { source } = report.figures.get(cell)!
    expect(source).toMatchObject({ table: 2, row: 5, column: 2 })
    const judged = proven({ ...report, tables }, scanOf(report, { [neighbour]: { readings } }))
    const lost = judged.figures.get(cell)!.state === 'unreadable' ? '（未能读出）' : '7'
    expect(judged.tables[0]!.table.cells.map(({ text }) => text)).toEqual([
      ...['1.属于国家秘密', lost, '（未能读出）', '（未能读出）', '（未能读出）', ''],
    ])
  })
})
