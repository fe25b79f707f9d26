import { expect } from 'vitest'
import { withEntered } from '../../../../lib/entered/with-entered.ts'
import type { Loss, LossCode } from '../../../../lib/model/loss.ts'
import type { Figure, Report } from '../../../../lib/model/report.ts'
import { type CheckCases, clean, row, table } from './case.ts'

const documents = 'proactiveDisclosure.normativeDocuments.issued'
const rules = 'proactiveDisclosure.rules.issued'
const fourItems = { value: 4, text: '4个', printedUnit: '个' }
const unit = (report: Report, key: string, printed: Partial<Figure> = fourItems): Report => ({
  ...report,
  figures: new Map([...report.figures, [key, { ...report.figures.get(key)!, ...printed }]]),
})
const doubt = (key: string) =>
  ({
    kind: 'meaningDoubtful',
    form: 'proactiveDisclosure',
    about: 'unit',
    printed: '万件/件',
    cells: [key],
    source: table(4),
  }) as const
const lostRow = (name: string) => row(name, Array(7).fill('missing'))

const lossAt = (code: LossCode, row: number): Loss => ({
  code,
  message: { zh: '该格的上标“2”已去掉。', en: 'The raised “2” in this cell was left out.' },
  source: { kind: 'table', table: 1, row, column: 4 },
})

const struckAt = (row: number, column: number): Loss => ({
  ...lossAt('struck-text-kept', row),
  source: { kind: 'table', table: 1, row, column },
})

/** A report whose first table has a label, a heading and the one figure in its fourth row and column. */
const withTable = (parts: Parameters<typeof clean>[0] = {}): Report => {
  const report = clean(parts)
  const cell = (row: number, column: number, text: string) => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: row === 1 ? 4 : 1,
    text,
    source: { kind: 'table', table: 1, row, column } as const,
  })
  const cells = [
    cell(1, 1, '第二十条第（一）项'),
    cell(2, 1, '信息内容'),
    cell(2, 4, '本年制发件数'),
    cell(4, 1, '行政规范性文件'),
    cell(4, 4, '16'),
  ]
  const printed = { kind: 'table', number: 1, rows: 4, columns: 4, columnsKnown: true, cells } as const
  return {
    ...report,
    figures: new Map(
      [...report.figures].map(([key, figure]) => [
        key,
        key === documents ? figure : { ...figure, source: null },
      ]),
    ),
    tables: [{ table: printed, form: 'proactiveDisclosure' }],
  }
}

const typedIn = (cell: string, value: number | null) => ({
  cell,
  value,
  by: '李敏',
  at: '2024-02-01T03:00:00.000Z',
  reason: '照扫描件',
})

export const cellsCases: CheckCases = {
  'figure-entered': {
    broken: [
      {
        name: 'one that was not read and one read wrongly, in one finding for the table',
        report: withEntered(clean({ figures: { [documents]: 'unreadable' } }), [
          typedIn(documents, 12),
          typedIn(rules, 3),
        ]),
        gives: [{ severity: 'info', cells: [rules, documents] }],
      },
      {
        name: 'one that cannot stand at its cell',
        report: withEntered(clean(), [typedIn(documents, -2)]),
        gives: [{ severity: 'warning', cells: [documents] }],
      },
    ],
    holding: [{ name: 'figures as they were read', report: clean({ figures: { [documents]: 12 } }) }],
  },
  'cell-missing': {
    broken: [
      {
        name: 'one cell of a row',
        report: clean({ figures: { [documents]: 'missing' } }),
        gives: [{ severity: 'error', cells: [documents] }],
      },
      {
        name: 'cells of several rows are one finding',
        report: clean({ figures: { [documents]: 'missing', 'proactiveDisclosure.rules.issued': 'missing' } }),
        gives: [{ severity: 'error', cells: ['proactiveDisclosure.rules.issued', documents] }],
      },
    ],
    holding: [
      { name: 'every cell is there', report: clean() },
      {
        name: 'a missing row is another finding',
        report: clean({
          figures: lostRow('carriedForward'),
          observations: [{ kind: 'rowMissing', form: 'requests', row: 'carriedForward' }],
        }),
      },
      {
        name: 'a missing column is another finding',
        report: clean({
          figures: { 'requests.newRequests.otherOrganization': 'missing' },
          observations: [
            { kind: 'columnMissing', form: 'requests', columns: ['otherOrganization'], source: table(1) },
          ],
        }),
      },
    ],
  },
  'cell-unreadable': {
    broken: [
      {
        name: 'one number across two cells',
        report: clean({
          figures: { [documents]: 'unreadable', 'proactiveDisclosure.rules.issued': 'unreadable' },
        }),
        gives: [{ severity: 'warning', cells: ['proactiveDisclosure.rules.issued', documents] }],
      },
      {
        name: 'copies of a table that differ',
        report: clean({
          figures: { [documents]: 'unreadable' },
          observations: [{ kind: 'tableRepeated', form: 'proactiveDisclosure', tables: [1, 4] }],
        }),
        gives: [{ severity: 'warning', cells: [documents] }],
      },
    ],
    holding: [
      { name: 'every cell is there', report: clean() },
      {
        name: 'a cell that is not there is another finding',
        report: clean({ figures: { [documents]: 'missing' } }),
      },
    ],
  },
  'cell-not-a-number': {
    broken: [
      {
        name: 'a mark and words: one finding for the table',
        report: clean({ figures: { [documents]: '/', 'proactiveDisclosure.rules.issued': '见附件' } }),
        gives: [{ severity: 'warning', cells: ['proactiveDisclosure.rules.issued', documents] }],
      },
    ],
    holding: [
      { name: 'numbers', report: clean() },
      { name: 'a blank is another finding', report: clean({ figures: { [documents]: null } }) },
    ],
  },
  'cell-blank': {
    broken: [
      {
        name: 'one finding for each table',
        report: clean({
          figures: { [documents]: null, ...row('newRequests', [5, null, null, null, null, null, 5]) },
        }),
        gives: [
          { severity: 'warning', cells: [documents] },
          {
            cells: [
              'commercialEnterprise',
              'researchInstitution',
              'socialOrganization',
              'legalServiceOrganization',
              'otherOrganization',
            ].map(column => `requests.newRequests.${column}`),
          },
        ],
      },
    ],
    holding: [
      { name: 'zeros are no blanks', report: clean() },
      { name: 'nor is a cell that is not there', report: clean({ figures: { [documents]: 'missing' } }) },
    ],
  },
  'count-not-whole': {
    broken: [
      {
        name: 'a fraction',
        report: clean({ figures: { [documents]: 2.5 } }),
        gives: [{ severity: 'error', cells: [documents], actual: 2.5 }],
      },
      {
        name: 'one finding for each kind',
        report: clean({
          figures: {
            [documents]: -2,
            'proactiveDisclosure.rules.issued': 1.5,
            'proactiveDisclosure.rules.repealed': 2.5,
          },
        }),
        gives: [
          { cells: ['proactiveDisclosure.rules.issued', 'proactiveDisclosure.rules.repealed'] },
          { cells: [documents], actual: -2 },
        ],
      },
      { name: 'a negative count', report: clean({ figures: { [documents]: -2 } }), gives: [{ actual: -2 }] },
      {
        name: 'a negative amount',
        report: clean({ figures: { 'proactiveDisclosure.administrativeFees.amount': -0.5 } }),
        gives: [{ actual: -0.5 }],
      },
    ],
    holding: [
      {
        name: 'an amount has decimals',
        report: clean({ figures: { 'proactiveDisclosure.administrativeFees.amount': 0.092 } }),
      },
      {
        name: 'a change may be negative',
        report: clean({
          edition: '2019',
          figures: {
            'proactiveDisclosure.administrativeFees.previousYearItems': 9,
            'proactiveDisclosure.administrativeFees.changeThisYear': -2,
          },
        }),
      },
    ],
  },
  'count-with-unit': {
    broken: [
      { name: '4个', report: unit(clean(), documents), gives: [{ severity: 'info', cells: [documents] }] },
      {
        name: '4 under （万件）',
        report: unit(clean(), documents, { value: 40_000, text: '4', printedUnit: '万件' }),
        gives: [{ severity: 'warning', cells: [documents] }],
      },
    ],
    holding: [{ name: 'numbers alone', report: clean() }],
  },
  'unit-or-sign-unclear': {
    broken: [
      {
        name: 'two units at once, told once for two rows',
        report: clean({ observations: [documents, rules].map(doubt) }),
        gives: [{ severity: 'warning', cells: [documents, rules] }],
      },
      {
        name: 'a heading and a figure that both say a sign',
        report: clean({ observations: [{ ...doubt(documents), about: 'sign', printed: '本年减' }] }),
        gives: [{ severity: 'warning', cells: [documents] }],
      },
    ],
    holding: [{ name: 'nothing printed around', report: clean() }],
  },
  'invisible-characters': {
    broken: [
      {
        name: 'a zero-width space between digits',
        report: unit(clean(), documents, { value: 16, text: '1\u200b6', invisible: ['U+200B'] }),
        gives: [{ severity: 'warning', cells: [documents] }],
      },
    ],
    holding: [{ name: 'numbers alone', report: clean() }],
  },
  'cell-read-with-loss': {
    broken: [
      {
        name: 'a raised digit left out beside the figure',
        report: clean({ report: { losses: [lossAt('superscript-dropped', 4)] } }),
        gives: [{ severity: 'warning', cells: [documents] }],
      },
      {
        name: 'one hidden layer under a whole table: one finding with every cell',
        report: clean({ report: { losses: [1, 2, 3, 4, 5].map(at => lossAt('hidden-text-dropped', at)) } }),
        gives: [
          {
            severity: 'warning',
            cells: ['rules.issued', 'rules.repealed', 'rules.inForce', 'normativeDocuments.issued']
              .concat('normativeDocuments.repealed')
              .map(key => `proactiveDisclosure.${key}`),
          },
        ],
      },
      {
        name: 'only the mark of a note',
        report: clean({ report: { losses: [lossAt('note-mark-dropped', 4)] } }),
        gives: [{ severity: 'info', cells: [documents] }],
      },
      {
        name: 'a box that may lie upon any cell of the table',
        report: clean({ report: { losses: [lossAt('box-over-table', 99)] } }),
        gives: [{ severity: 'warning', cells: expect.arrayContaining([documents]) }],
      },
    ],
    holding: [
      {
        name: 'a loss elsewhere',
        report: clean({ report: { losses: [lossAt('superscript-dropped', 99)] } }),
      },
    ],
  },
  'label-read-with-loss': {
    broken: [
      {
        name: 'a struck word in the row label touches the figures right of it',
        report: withTable({ report: { losses: [struckAt(4, 1)] } }),
        gives: [{ severity: 'warning', cells: [documents] }],
      },
      {
        name: 'one in a heading touches the figures under it',
        report: withTable({ report: { losses: [struckAt(2, 4), struckAt(1, 1)] } }),
        gives: [{ severity: 'warning', cells: [documents] }],
      },
    ],
    holding: [
      { name: 'nothing lost', report: withTable() },
      {
        name: 'a loss at the figure is another finding',
        report: withTable({ report: { losses: [struckAt(4, 4)] } }),
      },
      {
        name: 'only the mark of a note',
        report: withTable({ report: { losses: [lossAt('note-mark-dropped', 2)] } }),
      },
    ],
  },
}
