import type { Observation } from '../../../../lib/model/report.ts'
import { type CheckCases, clean, row, table } from './case.ts'

const seen = (...observations: readonly Observation[]) => clean({ observations })
const requests = 'requests' as const
const good = { name: 'nothing of the kind', report: clean() }
const old = clean({
  year: 2017,
  editions: { proactiveDisclosure: null, requests: null, reconsiderationAndLitigation: null },
  report: { headings: [], sections: [] },
})
const manyRows = [
  'newRequests',
  'carriedOver',
  'outcomes.granted',
  'outcomes.partiallyGranted',
  'outcomes.total',
  'carriedForward',
]

const runTogether = clean({
  editions: { requests: null },
  observations: [
    { kind: 'tableUnreadable', form: requests, reason: 'runTogether', quote: '予以公开7777166' },
  ],
})
const unreadableRow = (name: string) =>
  ({
    kind: 'rowUnreadable',
    form: requests,
    row: name,
    label: '（一）予以公开',
    expected: 7,
    found: ['3', '0', '3'],
    source: table(6),
  }) as const
const lostRow = (name: string) => row(name, Array(7).fill('unreadable'))

const prohibited = 'requests.outcomes.denied.prohibitedByLaw.total'

/** Every cell of the three tables in a state of its own. */
const allCells = (value: string | null): Record<string, null | string> =>
  Object.fromEntries([...clean().figures.keys()].map(key => [key, value]))

export const structureCases: CheckCases = {
  'narrative-not-included': {
    broken: [
      {
        name: 'a workbook of ours',
        report: clean({ report: { ownWorkbook: true } }),
        gives: [{ severity: 'info', cells: [] }],
      },
    ],
    holding: [good],
  },
  'form-blank': {
    broken: [
      {
        name: 'no cell is filled',
        report: clean({ figures: allCells(null) }),
        gives: [{ severity: 'warning', cells: [...clean().figures.keys()] }],
      },
    ],
    holding: [
      good,
      {
        name: 'one cell is filled',
        report: clean({ figures: { ...allCells(null), 'requests.newRequests.total': 0 } }),
      },
      {
        name: 'one table is not there',
        report: clean({
          figures: Object.fromEntries(
            Object.entries(allCells(null)).filter(([key]) => !key.startsWith(requests)),
          ),
          editions: { requests: null },
        }),
      },
    ],
  },
  'table-missing': {
    broken: [
      {
        name: 'a table that is not there',
        report: clean({
          editions: { requests: null },
          observations: [{ kind: 'tableMissing', form: requests }],
        }),
        gives: [{ severity: 'error' }],
      },
    ],
    holding: [
      good,
      { name: 'before 2019 there were no such tables', report: old },
      { name: 'a table that is there and cannot be read is another finding', report: runTogether },
    ],
  },
  'table-unreadable': {
    broken: [
      {
        name: 'a table run together is quoted',
        report: runTogether,
        gives: [{ severity: 'warning', evidence: [{ section: 'requests', quote: '予以公开7777166' }] }],
      },
    ],
    holding: [
      good,
      { name: 'before 2019 there were no such tables', report: old },
      {
        name: 'a table that is not there',
        report: clean({
          editions: { requests: null },
          observations: [{ kind: 'tableMissing', form: requests }],
        }),
      },
    ],
  },
  'table-passed-over': {
    broken: [
      {
        name: 'last year’s table beside this year’s',
        report: seen({ kind: 'tablePassedOver', form: requests, why: 'year', passed: [2], taken: [3] }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'a blank form before the filled one',
        report: seen({ kind: 'tablePassedOver', form: requests, why: 'blank', passed: [2], taken: [3] }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'columns of two years side by side',
        report: seen({ kind: 'tablePassedOver', form: requests, why: 'beside', passed: [], taken: [3] }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good],
  },
  'table-of-another-year': {
    broken: [
      {
        name: 'the only table is captioned with the year before',
        report: seen({ kind: 'tableOfAnotherYear', form: requests, printed: '2022' }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good],
  },
  'table-repeated': {
    broken: [
      {
        name: 'twice',
        report: seen({ kind: 'tableRepeated', form: requests, tables: [2, 4] }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good],
  },
  'report-repeated': {
    broken: [
      {
        name: 'two reports in one file',
        report: seen({
          kind: 'reportRepeated',
          titles: [
            '青禾县数据局2022年政府信息公开工作年度报告',
            '青禾县数据局2023年政府信息公开工作年度报告',
          ],
        }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good],
  },
  'edition-mixed': {
    broken: [
      {
        name: 'new table 2, old table 3',
        report: clean({ editions: { requests: '2019', reconsiderationAndLitigation: '2019' } }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [
      good,
      {
        name: 'table 4 is alike in both',
        report: clean({ editions: { reconsiderationAndLitigation: '2019' } }),
      },
    ],
  },
  'edition-against-year': {
    broken: [
      {
        name: 'the old form for 2023',
        report: clean({ edition: '2019', year: 2023 }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'the new form for 2020',
        report: clean({ edition: '2021', year: 2020 }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [
      good,
      { name: '2019 with its own form', report: clean({ edition: '2019', year: 2019 }) },
      { name: 'mixed editions are another finding', report: clean({ editions: { requests: '2019' } }) },
    ],
  },
  'row-missing': {
    broken: [
      {
        name: 'one row',
        report: seen({ kind: 'rowMissing', form: requests, row: 'carriedForward' }),
        gives: [{ severity: 'error', cells: Object.keys(row('carriedForward', [])) }],
      },
      {
        name: 'many rows are one finding',
        report: seen(...manyRows.map(name => ({ kind: 'rowMissing', form: requests, row: name }) as const)),
        gives: [{ severity: 'error' }],
      },
    ],
    holding: [good],
  },
  'row-unreadable': {
    broken: [
      {
        name: 'a row whose values cannot be placed',
        report: clean({
          figures: lostRow('outcomes.granted'),
          observations: [unreadableRow('outcomes.granted')],
        }),
        gives: [{ severity: 'warning', cells: Object.keys(lostRow('outcomes.granted')) }],
      },
      {
        name: 'many such rows are one finding',
        report: clean({
          figures: Object.assign({}, ...manyRows.map(lostRow)),
          observations: manyRows.map(unreadableRow),
        }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'a row that was not met in a table not read whole',
        report: clean({
          figures: lostRow('carriedForward'),
          observations: [
            {
              kind: 'rowUnmet',
              form: requests,
              row: 'carriedForward',
              quote: '四、结转下年度继续办理 3 0 0',
            },
          ],
        }),
        gives: [
          {
            severity: 'warning',
            cells: Object.keys(lostRow('carriedForward')),
            evidence: [{ section: 'requests', quote: '四、结转下年度继续办理 3 0 0' }],
          },
        ],
      },
    ],
    holding: [good],
  },
  'row-duplicated': {
    broken: [
      {
        name: 'the same row again',
        report: seen({
          kind: 'rowDuplicated',
          form: requests,
          row: 'carriedForward',
          label: '四、结转下年度继续办理',
          sameValues: true,
          source: table(27),
        }),
        gives: [{ severity: 'error', cells: Object.keys(row('carriedForward', [])) }],
      },
      {
        name: 'rows that disagree: one finding for the table, and a fault of neither',
        report: seen(
          ...['carriedForward', 'carriedOver'].map(
            (name, at) =>
              ({
                kind: 'rowDuplicated',
                form: requests,
                row: name,
                label: name,
                sameValues: false,
                source: table(27 + at),
              }) as const,
          ),
        ),
        gives: [
          {
            severity: 'warning',
            cells: [...Object.keys(row('carriedOver', [])), ...Object.keys(row('carriedForward', []))],
          },
        ],
      },
    ],
    holding: [good],
  },
  'row-unknown': {
    broken: [
      {
        name: 'a row of their own',
        report: seen({
          kind: 'rowUnknown',
          form: requests,
          label: '9.属于工作秘密',
          values: ['1', '', '1'],
          source: table(14),
        }),
        gives: [
          { severity: 'warning', evidence: [{ section: 'requests', quote: '9.属于工作秘密 | 1 |  | 1' }] },
        ],
      },
      {
        name: 'several rows are one finding',
        report: seen(
          ...[14, 15, 16].map(
            at =>
              ({
                kind: 'rowUnknown',
                form: requests,
                label: `${at}.其他`,
                values: ['1'],
                source: table(at),
              }) as const,
          ),
        ),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good],
  },
  'row-order': {
    broken: [
      {
        name: 'a row out of place',
        report: seen({
          kind: 'rowOutOfOrder',
          form: requests,
          row: 'carriedOver',
          label: '二、上年结转政府信息公开申请数量',
          source: table(4),
        }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good],
  },
  'column-missing': {
    broken: [
      {
        name: 'a column the header lacks',
        report: clean({
          figures: { 'requests.newRequests.otherOrganization': 'missing' },
          observations: [
            { kind: 'columnMissing', form: requests, columns: ['otherOrganization'], source: table(3) },
          ],
        }),
        gives: [{ severity: 'error', cells: ['requests.newRequests.otherOrganization'] }],
      },
    ],
    holding: [good],
  },
  'column-unknown': {
    broken: [
      {
        name: 'labels of their own: one finding for the table',
        report: seen(
          { kind: 'columnUnknown', form: requests, label: '港澳台', source: table(3) },
          { kind: 'columnUnknown', form: requests, label: '境外', source: table(3) },
        ),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'a wrong label over figures that were read by their place',
        report: seen({
          kind: 'columnUnknown',
          form: requests,
          label: '境外',
          cells: ['requests.newRequests.naturalPerson', 'requests.carriedOver.naturalPerson'],
          source: table(3),
        }),
        gives: [{ cells: ['requests.newRequests.naturalPerson', 'requests.carriedOver.naturalPerson'] }],
      },
    ],
    holding: [good],
  },
  'column-order': {
    broken: [
      {
        name: 'two columns swapped',
        report: seen({
          kind: 'columnOrder',
          form: requests,
          printed: ['commercialEnterprise', 'naturalPerson'],
          source: table(3),
        }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good],
  },
  'columns-misaligned': {
    broken: [
      {
        name: 'a phantom column',
        report: seen({ kind: 'columnsMisaligned', form: requests, rows: ['newRequests'], source: table(4) }),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'a row that lacks a cell: its order proves no column',
        report: clean({
          figures: { 'requests.newRequests.total': 'missing' },
          observations: [
            { kind: 'columnsMisaligned', form: requests, rows: ['newRequests'], source: table(4) },
          ],
        }),
        gives: [{ severity: 'warning', cells: Object.keys(row('newRequests', [])) }],
      },
    ],
    holding: [good],
  },
  'rows-scattered': {
    broken: [
      {
        name: 'a row put together from lines',
        report: seen({ kind: 'rowsScattered', form: requests, rows: ['newRequests'], source: table(4) }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [good],
  },
  'label-variant': {
    broken: [
      {
        name: 'a typo, met twice',
        report: seen(
          {
            kind: 'labelVariant',
            form: requests,
            printed: '2.其他法律行政止公开',
            official: '2.其他法律行政法规禁止公开',
            cells: [prohibited],
            source: table(8),
          },
          {
            kind: 'labelVariant',
            form: requests,
            printed: '2.其他法律行政止公开',
            official: '2.其他法律行政法规禁止公开',
            cells: [prohibited],
            source: table(8),
          },
        ),
        gives: [
          {
            severity: 'info',
            cells: [prohibited],
            evidence: [{ section: 'requests', quote: '2.其他法律行政止公开' }],
          },
        ],
      },
      {
        name: 'a heading told by its place',
        report: seen({
          kind: 'labelVariant',
          form: 'proactiveDisclosure',
          printed: '本年废',
          official: '本年废止件数',
          cells: ['proactiveDisclosure.rules.repealed'],
          risky: true,
          source: table(2),
        }),
        gives: [{ severity: 'warning', cells: ['proactiveDisclosure.rules.repealed'] }],
      },
    ],
    holding: [good],
  },
}
