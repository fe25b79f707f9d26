import { cellBlank } from '../../../lib/checks/cells/cell-blank.ts'
import { cellMissing } from '../../../lib/checks/cells/cell-missing.ts'
import { cellNotANumber } from '../../../lib/checks/cells/cell-not-a-number.ts'
import { figureEntered } from '../../../lib/checks/cells/figure-entered.ts'
import type { Finding } from '../../../lib/checks/check.ts'
import { equationChecks } from '../../../lib/checks/equations.ts'
import { withEntered } from '../../../lib/entered/with-entered.ts'
import type { Cell, Table } from '../../../lib/model/document.ts'
import type { NarrativeParagraph, Report, Section } from '../../../lib/model/report.ts'
import type { JudgedReport } from '../../../lib/writers/judged-report.ts'
import { judgedOf } from '../../support/judged.ts'
import { reportOf } from '../../support/report.ts'

export const paragraph = (number: number, text: string): NarrativeParagraph => ({
  text,
  source: { kind: 'paragraph', paragraph: number },
})

/** A table of the document from rows of texts; `null` continues the cell at its left. */
export const tableOf = (number: number, rows: readonly (readonly (string | null)[])[]): Table => {
  const cells: Cell[] = []
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      if (text === null) return
      const next = texts.findIndex((other, index) => index > column && other !== null)
      const columnSpan = (next < 0 ? texts.length : next) - column
      const at = { row: row + 1, column: column + 1 }
      cells.push({ ...at, rowSpan: 1, columnSpan, text, source: { kind: 'table', table: number, ...at } })
    })
  })
  const columns = Math.max(...rows.map(texts => texts.length))
  return { kind: 'table', number, rows: rows.length, columns, columnsKnown: true, cells }
}

const judge = (report: Report, extra: readonly Finding[] = []): JudgedReport =>
  judgedOf(report, [
    ...[...equationChecks, cellBlank, cellMissing, cellNotANumber, figureEntered].flatMap(check =>
      check.run(report),
    ),
    ...extra,
  ])

const textFinding: Finding = {
  id: 'text-requests/requests.newRequests.total',
  check: 'text-requests',
  severity: 'warning',
  outcome: 'broken',
  message: { zh: '正文称收到申请 22 件，表中为 17 件。', en: 'The text says 22 requests, the table 17.' },
  cells: ['requests.newRequests.total'],
  expected: 22,
  actual: 17,
  evidence: [{ section: 'overview', quote: '共收到政府信息公开申请22件' }],
}

const balanced = {
  'requests.newRequests.naturalPerson': 14,
  'requests.newRequests.commercialEnterprise': 2,
  'requests.newRequests.total': 16,
  'requests.outcomes.granted.naturalPerson': 14,
  'requests.outcomes.granted.commercialEnterprise': 2,
  'requests.outcomes.granted.total': 16,
  'requests.outcomes.total.naturalPerson': 14,
  'requests.outcomes.total.commercialEnterprise': 2,
  'requests.outcomes.total.total': 16,
}

/** Edition 2021, everything in order. */
export const cleanSample = judge(
  reportOf({ figures: { ...balanced, 'proactiveDisclosure.administrativeFees.amount': 59237.2449 } }),
)

const overview: Section = {
  key: 'overview',
  heading: '一、总体情况',
  source: { kind: 'paragraph', paragraph: 2 },
  paragraphs: [paragraph(3, '本年度我局共收到政府信息公开申请22件，均已答复。')],
}

/** Edition 2021, a text that contradicts its table; no word of it comes from the checks. */
export const contradictorySample = judgedOf(reportOf({ figures: balanced, sections: [overview] }), [
  {
    ...textFinding,
    message: { zh: '正文称收到申请 22 件，表中为 16 件。', en: 'The text says 22 requests, the table 16.' },
    actual: 16,
  },
])

/** Edition 2019 with a broken sum, a missing cell, texts in cells, an extra row, another table, a quoted clause. */
export const faultySample = judge(
  reportOf({
    edition: '2019',
    figures: {
      ...balanced,
      'requests.newRequests.total': 17,
      'requests.carriedOver.otherOrganization': 'missing',
      'requests.outcomes.total.commercialEnterprise': '-',
      'proactiveDisclosure.administrativePenalty.changeThisYear': -9,
      'proactiveDisclosure.rules.newlyProduced': '=1+1',
      'proactiveDisclosure.normativeDocuments.newlyProduced': null,
      'proactiveDisclosure.centralizedProcurement.totalAmount': 1051.57,
    },
    observations: [
      {
        kind: 'rowUnknown',
        form: 'requests',
        label: '9.属于工作秘密',
        values: ['1', '', '0'],
        source: { kind: 'table', table: 3, row: 12, column: 1 },
      },
    ],
    report: {
      period: { from: '2020-01-01', to: '2020-12-31' },
      signature: { authority: '青禾县数据局', date: null },
      preamble: [paragraph(1, '青禾县数据局2020年政府信息公开工作年度报告')],
      sections: [overview],
      tables: [
        {
          table: tableOf(1, [
            ['索引号', '014000/2021-00012'],
            ['发布日期', '2021-01-20'],
            ['=1+1', '007', '3'],
          ]),
          form: null,
        },
      ],
      losses: [{ code: 'text-box-dropped', message: { zh: '文本框未能读取', en: 'A text box was lost' } }],
    },
  }),
  [textFinding],
)

/** Edition 2021, nearly everything blank. */
export const blankSample = judge(
  reportOf({
    figures: Object.fromEntries(
      [...reportOf().figures.keys()].map(key => [key, key === 'requests.newRequests.total' ? 5 : null]),
    ),
  }),
)

const typedIn = (cell: string, value: number | null) => ({
  cell,
  value,
  by: '李敏',
  at: '2024-02-01T03:00:00.000Z',
  reason: '照扫描件第 3 页',
})

/** Edition 2021, figures that a person typed in: not read, read wrongly, printed as text, an amount, one that is blank. */
export const enteredSample = judge(
  withEntered(
    reportOf({
      figures: {
        ...balanced,
        'requests.newRequests.total': 'unreadable',
        'requests.outcomes.granted.naturalPerson': 41,
        'proactiveDisclosure.rules.issued': '见附件',
        'proactiveDisclosure.normativeDocuments.issued': 3,
        'proactiveDisclosure.administrativeFees.amount': 'unreadable',
      },
    }),
    [
      typedIn('requests.newRequests.total', 16),
      typedIn('requests.outcomes.granted.naturalPerson', 14),
      typedIn('proactiveDisclosure.rules.issued', 2),
      typedIn('proactiveDisclosure.normativeDocuments.issued', null),
      typedIn('proactiveDisclosure.administrativeFees.amount', 12.5),
    ],
  ),
)

/** A report of before 2019: text, a table, no form. */
export const oldSample = judgedOf(
  reportOf({
    editions: { proactiveDisclosure: null, requests: null, reconsiderationAndLitigation: null },
    report: {
      year: 2015,
      authority: null,
      preamble: [paragraph(1, '全年主动公开信息120条。')],
      tables: [
        {
          table: tableOf(1, [
            ['指标', '单位', '数量'],
            ['主动公开', '条', '120'],
          ]),
          form: null,
        },
      ],
    },
  }),
  [],
  'notAssessable',
)

export const samples: Readonly<Record<string, JudgedReport>> = {
  clean: cleanSample,
  contradictory: contradictorySample,
  faulty: faultySample,
  blank: blankSample,
  entered: enteredSample,
  old: oldSample,
}
