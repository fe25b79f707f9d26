import type { ReportShown } from '../contract.ts'
import { refusal } from '../errors.ts'
import { idOf } from '../report-id.ts'

/** Answers as they are, for the document. The reports are of our own invention. */

const key = '青禾县/青禾县数据局2023年年度报告.docx'
const id = idOf(key)

const outputOf = (format: string, mediaType: string) => ({
  ...{ format, mediaType, name: `青禾县数据局2023年年度报告.${format}` },
  href: `/api/v1/reports/${id}/outputs/${format}`,
})

const report: ReportShown = {
  ...{ id, key, state: 'done', note: null, outcome: 'validated', verdict: 'needsReview' },
  ...{ authority: '青禾县数据局', year: 2023, unit: null, standing: 'counted' },
  counts: { errors: 0, warnings: 1, infos: 0 },
  checks: { 'text-requests': 1 },
  findings: [
    {
      id: 'text-requests/requests.newRequests.total',
      check: 'text-requests',
      severity: 'warning',
      title: { zh: '正文与表格的申请数', en: 'Requests in text and table' },
      message: { zh: '正文写 22 件，表格为 16 件。', en: 'The text says 22, the table has 16.' },
    },
  ],
  ...{ findingsLeftOut: 0, problem: null, archive: null },
  sha256: '9b74c9897bac770ffc029102a200c5de9c1b3b2a4a1c5a8f6e7d8c9b0a1f2e3d',
  finishedAt: '2024-01-31T08:00:00.000Z',
  outputs: [
    outputOf('html', 'text/html; charset=utf-8'),
    outputOf('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    outputOf('json', 'application/json; charset=utf-8'),
    outputOf('csv', 'text/csv; charset=utf-8'),
  ],
}

const pending: ReportShown = {
  ...report,
  ...{ state: 'checking', outcome: null, verdict: null, authority: null, year: null, standing: 'none' },
  ...{ counts: null, checks: {}, findings: [], sha256: null, finishedAt: null, outputs: [] },
}

const season = {
  ...{ year: 2023, asOf: '2024-02-01', expected: 42, reported: 41, warnings: 3 },
  href: '/api/v1/seasons/2023',
}

export const examples: Readonly<Record<string, unknown>> = {
  Report: report,
  pending,
  Reports: { total: 1, reports: [report], next: null },
  Seasons: { state: 'resting', seasons: [season], trouble: null },
  SeasonFiles: {
    ...season,
    files: [
      {
        path: 'dataset/figures.parquet',
        mediaType: 'application/vnd.apache.parquet',
        size: 20480,
        sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        href: '/api/v1/seasons/2023/files/dataset/figures.parquet',
      },
    ],
  },
  Health: { status: 'ok', waiting: 0 },
  Version: { name: 'gongkai', version: '0.1.0', build: '0123456789ab', api: 'v1' },
  Error: refusal('no-such-report').error,
}
