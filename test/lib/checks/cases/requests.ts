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
}
