import { expect } from 'vitest'
import { type CheckCase, type CheckCases, clean, saying } from './case.ts'

const key = (name: string): string => `reconsiderationAndLitigation.${name}`
const figures = (head: string, values: readonly (number | null)[]) =>
  Object.fromEntries(
    ['upheld', 'corrected', 'otherOutcome', 'pending', 'total'].map((column, index) => [
      key(`${head}.${column}`),
      values[index] ?? null,
    ]),
  )
const of = (head: string, values: readonly (number | null)[]) => clean({ figures: figures(head, values) })

const total = (head: string): CheckCase => ({
  broken: [
    {
      name: 'results under a total of 0',
      report: of(head, [10, 1, 0, 0, 0]),
      gives: [
        {
          severity: 'error',
          outcome: 'broken',
          expected: 11,
          actual: 0,
          cells: ['total', 'upheld', 'corrected', 'otherOutcome', 'pending'].map(column =>
            key(`${head}.${column}`),
          ),
        },
      ],
    },
    {
      name: 'a blank result that could make up for it',
      report: of(head, [1, null, 0, 0, 3]),
      gives: [{ outcome: 'unassessable', severity: 'warning' }],
    },
    {
      name: 'blank results that change nothing',
      report: of(head, [1, null, null, null, 1]),
      gives: [{ outcome: 'unassessable', severity: 'info' }],
    },
  ],
  holding: [
    { name: 'a right total', report: of(head, [1, 2, 3, 4, 10]) },
    { name: 'nothing happened', report: clean() },
  ],
})

export const litigationCases: CheckCases = {
  'reconsideration-total': total('reconsideration'),
  'direct-litigation-total': total('directLitigation'),
  'litigation-after-reconsideration-total': total('litigationAfterReconsideration'),
  'litigation-one-cell-explains': {
    broken: [
      {
        name: 'the total, or any of the results',
        report: of('reconsideration', [1, 2, 0, 0, 4]),
        gives: [
          {
            alternatives: [
              ['total', 3],
              ['upheld', 2],
              ['corrected', 3],
              ['otherOutcome', 1],
              ['pending', 1],
            ].map(([column, value]) => [
              expect.objectContaining({ cell: key(`reconsideration.${column}`), value }),
            ]),
          },
        ],
      },
      {
        name: 'a number in the text that only the total agrees with',
        report: saying('2023年，发生政府信息公开行政复议3件。', {
          figures: figures('reconsideration', [1, 2, 0, 0, 4]),
        }),
        gives: [
          {
            repair: [
              {
                cell: key('reconsideration.total'),
                printed: 4,
                value: 3,
                settles: [
                  expect.stringMatching(/^reconsideration-total/u),
                  expect.stringMatching(/^text-reconsideration/u),
                ],
              },
            ],
            message: expect.objectContaining({ zh: expect.stringContaining('与正文所写件数也一致') }),
          },
        ],
      },
      {
        name: 'a number in the text that is the printed total',
        report: saying('2023年，发生政府信息公开行政复议4件。', {
          figures: figures('reconsideration', [1, 2, 0, 0, 4]),
        }),
        gives: [{ alternatives: expect.objectContaining({ length: 4 }) }],
      },
      {
        name: 'each of two sums by itself',
        report: clean({
          figures: {
            ...figures('reconsideration', [1, 0, 0, 0, 0]),
            ...figures('directLitigation', [0, 0, 0, 0, 1]),
          },
        }),
        gives: [{ alternatives: expect.any(Array) }, { alternatives: expect.any(Array) }],
      },
    ],
    holding: [
      { name: 'nothing happened', report: clean() },
      { name: 'a sum that holds', report: of('reconsideration', [1, 2, 0, 0, 3]) },
      { name: 'a blank that could make up for it', report: of('reconsideration', [1, null, 0, 0, 3]) },
    ],
  },
  'litigation-exceeds-reconsideration': {
    broken: [
      {
        name: 'more lawsuits than reconsiderations',
        report: of('litigationAfterReconsideration', [2, 0, 0, 0, 2]),
        gives: [{ severity: 'info', expected: 0, actual: 2 }],
      },
    ],
    holding: [
      { name: 'nothing happened', report: clean() },
      { name: 'direct litigation is another matter', report: of('directLitigation', [2, 0, 0, 0, 2]) },
    ],
  },
}
