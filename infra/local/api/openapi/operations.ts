import { outputs } from '../../../../lib/writers/index.ts'
import type { shapes } from '../contract.ts'
import { textType } from '../prometheus.ts'
import { bodyType } from '../submit.ts'

/** What is said of every operation, by its id. */
export interface Told {
  readonly summary: string
  readonly description: string
  readonly tag: 'reports' | 'seasons' | 'service'
  readonly answers: Readonly<Record<number, Answer>>
  /** Statuses of refusals, beside those that every operation has. */
  readonly refusals: readonly number[]
  readonly body?: { readonly type: string; readonly description: string }
  /** Whether it is answered without a token too. */
  readonly open?: true
}

export interface Answer {
  readonly description: string
  readonly shape?: keyof typeof shapes
  /** Media types of an answer that is no JSON of ours. */
  readonly types?: readonly string[]
  readonly headers?: readonly ('Location' | 'Retry-After')[]
}

/** Of the files of a season. */
const seasonTypes = [
  ...outputs.map(({ mediaType }) => mediaType),
  ...['application/vnd.apache.parquet', 'application/octet-stream'],
]

const report: Answer['shape'] = 'Report'

export const told: Readonly<Record<string, Told>> = {
  submitReport: {
    summary: '提交一份文件 Hand in a file',
    description:
      '正文就是文件内容。同样的内容用同样的名字再提交，不会重复处理，回答已有的结果；同名而内容不同的，名字后面加编号，不会互相覆盖。还没有结果时回答 202，按 Location 去等。\n\nThe body is the file. The same bytes under the same name are not taken twice: the answer is the result that is there. Other bytes under the same name get a number behind it; nothing is written over. Without a result in time the answer is 202, and Location says where to wait.',
    tag: 'reports',
    body: {
      type: bodyType,
      description:
        '文件内容：Word、WPS、PDF、网页、Excel、文本，或装着多份报告的 zip。The bytes of the file: Word, WPS, PDF, HTML, Excel, text, or a zip of many.',
    },
    answers: {
      200: {
        description: '早就提交过，结果在此。It was handed in before; this is its result.',
        shape: report,
        headers: ['Location'],
      },
      201: { description: '已有结果。Taken, and here is its result.', shape: report, headers: ['Location'] },
      202: {
        description: '已收下，还没有结果。Taken; there is no result yet.',
        shape: report,
        headers: ['Location', 'Retry-After'],
      },
    },
    refusals: [400, 413, 415, 503, 507],
  },
  listReports: {
    summary: '列出文件 List files',
    description:
      '条件与网页上的筛选相同；按 key 的次序分页。\n\nThe filters are those of the page; pages go by the order of keys.',
    tag: 'reports',
    answers: { 200: { description: '清单的一页。A page of the list.', shape: 'Reports' } },
    refusals: [400, 404],
  },
  getReport: {
    summary: '看一份文件的结果 Look at a file',
    description:
      '给出 wait 就等到有结果为止。\n\nWith `wait` the answer comes when the result is there, or the time is over.',
    tag: 'reports',
    answers: { 200: { description: '文件和它的结果。The file and its result.', shape: report } },
    refusals: [400, 404],
  },
  getOutput: {
    summary: '下载一个结果文件 Fetch an output',
    description:
      'json 是全部数据，csv 是一格一行的表，xlsx 是工作簿，html 是网页。\n\njson: all data; csv: a row for each figure; xlsx: the workbook; html: the page.',
    tag: 'reports',
    answers: {
      200: { description: '文件内容。The file.', types: outputs.map(({ mediaType }) => mediaType) },
    },
    refusals: [400, 404],
  },
  listSeasons: {
    summary: '列出年报季 List seasons',
    description:
      '一个年度的全部报告放在一起核对，就是一个年报季。\n\nA season is all reports of a year, checked together.',
    tag: 'seasons',
    answers: { 200: { description: '全部年报季。All seasons.', shape: 'Seasons' } },
    refusals: [400],
  },
  getSeason: {
    summary: '看一个年报季 Look at a season',
    description: '连同它的文件。\n\nWith its files.',
    tag: 'seasons',
    answers: { 200: { description: '年报季和它的文件。The season and its files.', shape: 'SeasonFiles' } },
    refusals: [400, 404],
  },
  getSeasonFile: {
    summary: '下载年报季的一个文件 Fetch a file of a season',
    description:
      '路径见 getSeason；season.json 也可以取。\n\nPaths stand in the answer of getSeason; season.json can be fetched too.',
    tag: 'seasons',
    answers: { 200: { description: '文件内容。The file.', types: seasonTypes } },
    refusals: [400, 404],
  },
  listChecks: {
    summary: '列出核对规则 List the checks',
    description: '全部规则，连同说明和依据。\n\nAll of them, explained, with their sources.',
    tag: 'service',
    answers: { 200: { description: '全部规则。All checks.', shape: 'Checks' } },
    refusals: [400],
  },
  getHealth: {
    summary: '服务是否正常 How the service is',
    description: '不需要口令。\n\nNeeds no token.',
    tag: 'service',
    open: true,
    answers: {
      200: { description: '正常。It is well.', shape: 'Health' },
      503: {
        description: '写不进结果，或正在停止。It cannot write results now, or is stopping.',
        shape: 'Health',
      },
    },
    refusals: [400],
  },
  getVersion: {
    summary: '哪一个版本 Which version',
    description: '程序和接口的版本。\n\nOf the program and of this interface.',
    tag: 'service',
    answers: { 200: { description: '版本。The version.', shape: 'Version' } },
    refusals: [400],
  },
  getMetrics: {
    summary: '运行指标 Metrics',
    description: 'Prometheus 文本格式。\n\nIn the text format of Prometheus.',
    tag: 'service',
    answers: { 200: { description: '指标。The metrics.', types: [textType] } },
    refusals: [400],
  },
  getOpenApi: {
    summary: '本文档 This document',
    description: 'OpenAPI 3.1。\n\nAs OpenAPI 3.1.',
    tag: 'service',
    answers: { 200: { description: '本文档。This document.', types: ['application/json'] } },
    refusals: [400],
  },
}
