import { expect } from 'vitest'
import { type CheckCases, clean, row } from './case.ts'

const balanced = {
  ...row('newRequests', [6, 2, 0, 0, 0, 0, 8]),
  ...row('carriedOver', [1, 0, 0, 0, 0, 0, 1]),
  ...row('outcomes.granted', [4, 2, 0, 0, 0, 0, 6]),
  ...row('outcomes.denied.stateSecret', [1, 0, 0, 0, 0, 0, 1]),
  ...row('outcomes.total', [5, 2, 0, 0, 0, 0, 7]),
  ...row('carriedForward', [2, 0, 0, 0, 0, 0, 2]),
}
const of = (changes: Record<string, number | null | string> = {}, edition: '2019' | '2021' = '2021') =>
  clean({ edition, figures: { ...balanced, ...changes } })
/** One figure 2 copied as 1, and blanks through which no sum shows it by itself. */
const hidden = {
  'requests.outcomes.granted.commercialEnterprise': 1,
  'requests.outcomes.granted.socialOrganization': null,
  'requests.outcomes.denied.stateSecret.commercialEnterprise': null,
}
const blankRow = [null, null, null, null, null, null, null]

export const requestsCases: CheckCases = {
  'requests-row-total': {
    broken: [
      {
        name: 'a total that is not the sum of its row',
        report: of({ 'requests.newRequests.total': 9 }),
        gives: [{ outcome: 'broken', severity: 'error', expected: 8, actual: 9 }],
      },
      {
        name: 'parts that alone exceed the total, although a cell is blank',
        report: of({ 'requests.newRequests.total': 7, 'requests.newRequests.otherOrganization': null }),
        gives: [{ outcome: 'broken', expected: 8, actual: 7 }],
      },
      {
        name: 'a blank that could fill the gap: doubtful, not broken',
        report: of({ 'requests.newRequests.total': 9, 'requests.newRequests.otherOrganization': null }),
        gives: [{ outcome: 'unassessable', severity: 'warning' }],
      },
      {
        name: 'blanks that change nothing: one note for all rows',
        report: of({
          ...row('carriedOver', [1, null, null, null, null, null, 1]),
          ...row('outcomes.other.feeOverdue', blankRow),
        }),
        gives: [{ outcome: 'unassessable', severity: 'info' }],
      },
      {
        name: 'a not-applicable mark is unknown like a blank',
        report: of({ 'requests.newRequests.otherOrganization': '/' }),
        gives: [{ outcome: 'unassessable', severity: 'info' }],
      },
      {
        name: 'a cell that is not in the file is no second fault',
        report: of({ 'requests.newRequests.naturalPerson': 'missing' }),
        gives: [{ outcome: 'unassessable', severity: 'info' }],
      },
    ],
    holding: [
      { name: 'a balanced table', report: of() },
      { name: 'no table', report: clean({ editions: { requests: null } }) },
    ],
  },
  'requests-outcome-total': {
    broken: [
      {
        name: 'an item that the total leaves out',
        report: of({ 'requests.outcomes.denied.thirdPartyRights.researchInstitution': 1 }),
        gives: [{ severity: 'error', outcome: 'broken', expected: 1, actual: 0 }],
      },
      {
        name: 'the undivided item of 2019 is an item',
        report: of({ 'requests.outcomes.other.undivided.total': 3 }, '2019'),
        gives: [{ expected: 10, actual: 7 }],
      },
      {
        name: 'a blank total is doubtful',
        report: of({ 'requests.outcomes.total.naturalPerson': null }),
        gives: [{ outcome: 'unassessable', severity: 'warning' }],
      },
    ],
    holding: [
      { name: 'a balanced table', report: of() },
      { name: 'a balanced table of 2019', report: of({}, '2019') },
    ],
  },
  'requests-balance': {
    broken: [
      {
        name: 'intake and outcomes disagree',
        report: of({ 'requests.carriedForward.total': 3 }),
        gives: [{ severity: 'error', expected: 9, actual: 10 }],
      },
      {
        name: 'blank carried-forward cell cannot be negative',
        report: of({
          'requests.newRequests.commercialEnterprise': 1,
          'requests.carriedForward.commercialEnterprise': null,
        }),
        gives: [{ outcome: 'broken', expected: 1, actual: 2 }],
      },
      {
        name: 'blanks on both sides leave it open',
        report: of({
          'requests.carriedOver.commercialEnterprise': null,
          'requests.carriedForward.commercialEnterprise': null,
        }),
        gives: [{ outcome: 'unassessable', severity: 'info' }],
      },
    ],
    holding: [{ name: 'a balanced table', report: of() }],
  },
  'requests-balance-from-items': {
    broken: [
      {
        name: 'the printed total balances, the items do not',
        report: of({ 'requests.outcomes.granted.naturalPerson': 5 }),
        gives: [{ severity: 'warning', outcome: 'broken', expected: 7, actual: 8 }],
      },
    ],
    holding: [
      { name: 'a balanced table', report: of() },
      { name: 'the printed relation is broken as well', report: of({ 'requests.newRequests.total': 12 }) },
      {
        name: 'the items balance, the printed total does not',
        report: of({ 'requests.outcomes.total.total': 8 }),
      },
      { name: 'blank items', report: of({ 'requests.outcomes.denied.stateSecret.naturalPerson': null }) },
    ],
  },
  'requests-outcome-without-intake': {
    broken: [
      {
        name: 'an outcome in a column that received nothing',
        report: of({ 'requests.outcomes.granted.socialOrganization': 1 }),
        gives: [
          {
            severity: 'warning',
            cells: [
              'requests.outcomes.granted.socialOrganization',
              'requests.newRequests.socialOrganization',
              'requests.carriedOver.socialOrganization',
            ],
          },
        ],
      },
      {
        name: 'only the total column',
        report: clean({ figures: { 'requests.outcomes.total.total': 2 } }),
        gives: [{ expected: 0, actual: 2 }],
      },
    ],
    holding: [
      { name: 'a balanced table', report: of() },
      {
        name: 'carried over last year',
        report: clean({ figures: { ...row('carriedOver', [2]), ...row('outcomes.granted', [2]) } }),
      },
      {
        name: 'intake blank',
        report: clean({
          figures: { 'requests.newRequests.total': null, 'requests.outcomes.total.total': 2 },
        }),
      },
    ],
  },
  'requests-total-left-blank': {
    broken: [
      {
        name: 'the whole row （七）',
        report: of(row('outcomes.total', blankRow)),
        gives: [{ severity: 'error', cells: Object.keys(row('outcomes.total', [])) }],
      },
      {
        name: 'a blank total beside a filled row',
        report: of({ 'requests.newRequests.total': null }),
        gives: [{ severity: 'warning', cells: ['requests.newRequests.total'] }],
      },
    ],
    holding: [
      { name: 'a balanced table', report: of() },
      { name: 'a row blank throughout', report: of(row('outcomes.other.feeOverdue', blankRow)) },
      {
        name: 'zeros with a blank total are blanks, not a forgotten sum',
        report: of({ 'requests.outcomes.other.feeOverdue.total': null }),
      },
    ],
  },
  'requests-cannot-be-true': {
    broken: [
      {
        name: 'blanks that their rows want above 0 and their columns at 0',
        report: of(hidden),
        gives: [
          {
            severity: 'error',
            cells: expect.arrayContaining([
              'requests.outcomes.granted.commercialEnterprise',
              'requests.outcomes.denied.stateSecret.commercialEnterprise',
            ]),
          },
        ],
      },
    ],
    holding: [
      { name: 'a balanced table', report: of() },
      { name: 'blanks that can be filled', report: of(row('outcomes.other.feeOverdue', blankRow)) },
      {
        name: 'a sum that is broken by itself says so itself',
        report: of({ 'requests.newRequests.total': 9 }),
      },
      {
        name: 'a number that is no count',
        report: of({ 'requests.newRequests.total': -8, ...row('outcomes.other.feeOverdue', blankRow) }),
      },
    ],
  },
  'requests-one-cell-explains': {
    broken: [
      {
        name: 'an item that was copied wrong',
        report: of({ 'requests.outcomes.granted.naturalPerson': 7 }),
        gives: [
          {
            severity: 'error',
            cells: ['requests.outcomes.granted.naturalPerson'],
            repair: [
              {
                cell: 'requests.outcomes.granted.naturalPerson',
                printed: 7,
                value: 4,
                settles: [
                  expect.stringMatching(/^requests-row-total/u),
                  expect.stringMatching(/^requests-outcome-total/u),
                  expect.stringMatching(/^requests-balance-from-items/u),
                ],
              },
            ],
          },
        ],
      },
      {
        name: 'an outcome in a column that received nothing is part of it',
        report: of({ 'requests.outcomes.granted.socialOrganization': 1 }),
        gives: [
          {
            repair: [
              {
                cell: 'requests.outcomes.granted.socialOrganization',
                printed: 1,
                value: 0,
                settles: expect.arrayContaining([expect.stringMatching(/^requests-outcome-without-intake/u)]),
              },
            ],
          },
        ],
      },
      {
        name: 'a number below 0 in a table that is sound without it',
        report: of({ 'requests.carriedForward.naturalPerson': -2 }),
        gives: [
          {
            repair: [
              {
                cell: 'requests.carriedForward.naturalPerson',
                printed: -2,
                value: 2,
                settles: expect.arrayContaining([expect.stringMatching(/^count-not-whole/u)]),
              },
            ],
          },
        ],
      },
      {
        name: 'beside a blank',
        report: of({
          'requests.outcomes.granted.socialOrganization': null,
          'requests.outcomes.granted.total': 7,
        }),
        gives: [{ repair: [expect.objectContaining({ cell: 'requests.outcomes.granted.total', value: 6 })] }],
      },
      {
        name: 'where blanks hide the slip from every single sum',
        report: of(hidden),
        gives: [
          {
            repair: [
              {
                cell: 'requests.outcomes.granted.commercialEnterprise',
                printed: 1,
                value: 2,
                settles: [expect.stringMatching(/^requests-cannot-be-true/u)],
              },
            ],
          },
        ],
      },
    ],
    holding: [
      { name: 'a balanced table', report: of() },
      {
        name: 'a row beside those of the form',
        report: clean({
          figures: { ...balanced, 'requests.outcomes.granted.naturalPerson': 7 },
          observations: [
            {
              kind: 'rowUnknown',
              form: 'requests',
              label: '4.其他',
              values: [],
              source: { kind: 'paragraph', paragraph: 9 },
            },
          ],
        }),
      },
      {
        name: 'a cell that could not be read',
        report: of({
          'requests.outcomes.granted.naturalPerson': 7,
          'requests.carriedForward.otherOrganization': 'unreadable',
        }),
      },
      {
        name: 'two slips that no one cell explains',
        report: of({
          'requests.outcomes.granted.naturalPerson': 7,
          'requests.outcomes.denied.stateSecret.commercialEnterprise': 1,
        }),
      },
    ],
  },
  'requests-two-cells-explain': {
    broken: [
      {
        name: 'two slips',
        report: of({
          'requests.outcomes.granted.naturalPerson': 7,
          'requests.outcomes.denied.stateSecret.commercialEnterprise': 1,
        }),
        gives: [
          {
            severity: 'error',
            repair: expect.arrayContaining([
              expect.objectContaining({ cell: 'requests.outcomes.granted.naturalPerson', value: 4 }),
              expect.objectContaining({
                cell: 'requests.outcomes.denied.stateSecret.commercialEnterprise',
                value: 0,
              }),
            ]),
          },
        ],
      },
      {
        name: 'two numbers of a row in each other’s place',
        report: of({
          'requests.outcomes.granted.naturalPerson': 2,
          'requests.outcomes.granted.commercialEnterprise': 4,
        }),
        gives: [{ message: expect.objectContaining({ zh: expect.stringContaining('两格疑似互换') }) }],
      },
      {
        name: 'two slips by the same number: either pair of corners',
        report: of({
          'requests.outcomes.granted.naturalPerson': 5,
          'requests.outcomes.denied.stateSecret.commercialEnterprise': 1,
        }),
        gives: [{ alternatives: [expect.any(Array), expect.any(Array)] }],
      },
    ],
    holding: [
      { name: 'a balanced table', report: of() },
      { name: 'one cell does', report: of({ 'requests.outcomes.granted.naturalPerson': 7 }) },
      {
        name: 'three slips',
        report: of({
          'requests.outcomes.granted.naturalPerson': 7,
          'requests.outcomes.denied.stateSecret.commercialEnterprise': 1,
          'requests.outcomes.denied.processInformation.socialOrganization': 9,
        }),
      },
      {
        name: 'blanks beside',
        report: of({
          'requests.outcomes.granted.naturalPerson': 7,
          'requests.outcomes.denied.stateSecret.commercialEnterprise': 1,
          ...row('outcomes.other.feeOverdue', blankRow),
        }),
      },
    ],
  },
}
