import { type CheckCase, type CheckCases, clean } from './case.ts'

const key = (name: string): string => `reconsiderationAndLitigation.${name}`
const of = (head: string, values: readonly (number | null)[]) =>
  clean({
    figures: Object.fromEntries(
      ['upheld', 'corrected', 'otherOutcome', 'pending', 'total'].map((column, index) => [
        key(`${head}.${column}`),
        values[index] ?? null,
      ]),
    ),
  })

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
