import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { edition2019 } from '../../../lib/forms/edition-2019.ts'
import { edition2021 } from '../../../lib/forms/edition-2021.ts'
import type { Edition, FormKey } from '../../../lib/forms/form.ts'
import type { EditionId } from '../../../lib/forms/index.ts'
import { sections } from '../../../lib/forms/sections.ts'
import type { Document } from '../../../lib/model/document.ts'
import { Problem } from '../../../lib/model/problems.ts'
import { read } from '../../../lib/readers/index.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { filesOf, isHere, sets } from '../../corpus/sets.ts'
import { docxOf, type SampleReport } from '../../samples/docx-report.ts'
import type { DrawnReport } from '../../support/form-html.ts'
import { edition2091 as everything } from '../../support/invented-editions/everything.ts'
import { edition2091 as onlyTable2 } from '../../support/invented-editions/only-table-2.ts'
import { edition2091 as onlyTable3 } from '../../support/invented-editions/only-table-3.ts'
import { edition2091 as onlyTable4 } from '../../support/invented-editions/only-table-4.ts'
import { edition2091 as repeatedLabels } from '../../support/invented-editions/repeated-labels.ts'
import { edition2091 as sameForms } from '../../support/invented-editions/same-forms.ts'
import { edition2091 as widerTables } from '../../support/invented-editions/wider-tables.ts'
import { seeded } from '../../support/random.ts'

const invented = { onlyTable2, onlyTable3, onlyTable4, sameForms, widerTables, repeatedLabels, everything }

/** The service as it is with the listed editions, or with an invented one behind them. */
const serviceWith = async (edition?: (typeof invented)[keyof typeof invented]) => {
  vi.resetModules()
  if (edition)
    vi.doMock('../../../lib/forms/index.ts', async original => {
      const { editions } = await original<typeof import('../../../lib/forms/index.ts')>()
      const { withSharedForms } = await import('../../../lib/forms/shared-forms.ts')
      return { editions: withSharedForms([...editions, edition]) }
    })
  const { readReport } = await import('../../../lib/read-report.ts')
  const { runChecks } = await import('../../../lib/checks/run-checks.ts')
  const { verdictOf } = await import('../../../lib/checks/verdict.ts')
  const { writeJson } = await import('../../../lib/writers/json.ts')
  const { convert } = await import('../../../lib/convert.ts')
  const support = await import('../../support/form-html.ts')
  const { balancedFigures } = await import('../../support/balanced.ts')
  vi.doUnmock('../../../lib/forms/index.ts')
  const reading = (name: string, document: Document): string => {
    try {
      const report = readReport(document)
      const findings = runChecks(report)
      return writeJson({
        report,
        findings,
        verdict: verdictOf(report, findings),
        source: { name, format: document.format, size: 0, sha256: '0'.repeat(64) },
        converter: { name: 'gongkai', version: '0' },
      })
    } catch (error) {
      return `${(error as Problem).code}`
    }
  }
  return { ...support, balancedFigures, convert, reading }
}

const utf8 = new TextEncoder()

/** The drawn report as a Word file is written. */
const sampleOf = (drawn: DrawnReport, year: number): SampleReport => ({
  title: `青禾县数据局${year}年政府信息公开工作年度报告`,
  preamble: `所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。本报告电子版可在青禾县人民政府网站下载，如有疑问请与青禾县数据局办公室联系（电话：0000-0000000）。`,
  sections: sections.map(({ key, number, label }) => ({
    heading: `${number}、${label}`,
    paragraphs:
      key === 'otherMatters'
        ? ['本年度未收取政府信息公开信息处理费。']
        : ['主动公开、依申请公开、信息管理和平台建设的针对性有待加强，下一步将加强培训。'],
    ...(key in drawn ? { table: drawn[key as FormKey] } : {}),
  })),
  signature: ['青禾县数据局', `${year + 1}年1月12日`],
})

const documents = new Map<string, Document>()
const before = new Map<string, string>()

beforeAll(async () => {
  const add = async (name: string, bytes: Uint8Array): Promise<void> => {
    const document = await read(basename(name), bytes).catch((error: unknown) => {
      if (error instanceof Problem) return null
      throw error
    })
    if (document) documents.set(name, document)
  }
  for (const { path, name } of sets.filter(isHere).flatMap(filesOf)) {
    const bytes = readFileSync(path)
    await add(name.replace(/\.gz$/u, ''), new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes))
  }
  const { balancedFigures, drawReport, reportHtml, tableHtml, reading } = await serviceWith()
  for (const id of ['2019', '2021'] as const) {
    const drawn = drawReport(id, balancedFigures(id, seeded(id)))
    await add(`${id}.html`, utf8.encode(reportHtml(drawn)))
    for (const year of [2020, 2022, 2030]) {
      const other = reportHtml({ ...drawn, year })
      await add(`${id} in ${year}.html`, utf8.encode(other))
    }
    const undated = reportHtml(drawn).replaceAll(/20\d\d年(?:\d+月\d+日)?/gu, '')
    await add(`${id} undated.html`, utf8.encode(undated))
    await add(`${id} without table 3.html`, utf8.encode(reportHtml({ ...drawn, requests: [] })))
    await add(`${id} tables alone.html`, utf8.encode(tableHtml(drawn.requests)))
  }
  for (const [name, document] of documents) before.set(name, reading(name, document))
})

afterAll(() => vi.resetModules())

test('there are readings to keep', () => {
  expect([...before.values()].filter(json => json.startsWith('{')).length).toBeGreaterThan(12)
})

const remarks = new Set(['litigation-exceeds-reconsideration'])

/** Reports for years in which the invented edition is in force: what is due for them is another law. */
const isDueNow = (json: string, since: number): boolean =>
  json.startsWith('{') && ((JSON.parse(json) as ReportJson).report.year ?? 0) >= since

const figuresOf = (json: string): unknown => (JSON.parse(json) as ReportJson).figures

describe.each(Object.entries(invented))('with an invented edition: %s', (name, edition) => {
  test('every report is read as before', async () => {
    const { reading } = await serviceWith(edition)
    for (const [file, document] of documents) {
      const json = reading(file, document)
      if (isDueNow(json, edition.since)) expect(figuresOf(json), file).toEqual(figuresOf(before.get(file)!))
      else expect(json, file).toBe(before.get(file))
    }
  })

  const year = edition.since + 1
  const values = async (service: Awaited<ReturnType<typeof serviceWith>>) =>
    service.balancedFigures(edition.id as EditionId, seeded(name))

  test('a report in it is read as it, with every figure', async () => {
    const service = await serviceWith(edition)
    const figures = await values(service)
    const drawn = service.drawReport(edition.id as EditionId, figures)
    const page = utf8.encode(service.reportHtml({ ...drawn, year }))
    const word = await docxOf(sampleOf(drawn, year))
    for (const [file, bytes] of [
      ['年报.html', page],
      ['年报.docx', new Uint8Array(word)],
    ] as const) {
      const { report, findings, verdict, outputs } = await service.convert({
        name: file,
        bytes,
        sha256: '0'.repeat(64),
      })
      expect(report.editions).toEqual({
        proactiveDisclosure: '2091',
        requests: '2091',
        reconsiderationAndLitigation: '2091',
      })
      expect(Object.fromEntries([...report.figures].map(([key, { value }]) => [key, value]))).toEqual(figures)
      expect(verdict).toBe('valid')
      // Chance may put more suits than reconsiderations; nothing else is to be said.
      expect(new Set(findings.map(({ check }) => check)).difference(remarks)).toEqual(new Set())
      const [json, html] = [outputs.json, outputs.page].map(each => new TextDecoder().decode(each))
      expect(JSON.parse(json!)).toMatchObject({ editions: report.editions })
      expect(html).toContain('edition 2091')
      const again = await service.convert({ name: '年报.xlsx', bytes: outputs.workbook, sha256: '0' })
      expect(Object.fromEntries([...again.report.figures].map(([key, { value }]) => [key, value]))).toEqual(
        figures,
      )
    }
  })

  test.runIf(edition.forms.requests.blocks[0]!.rows.some(({ key }) => key === 'outcomes.total'))(
    'its sums are checked',
    async () => {
      const service = await serviceWith(edition)
      const figures = await values(service)
      const total = 'requests.outcomes.total.naturalPerson'
      const drawn = service.drawReport(edition.id as EditionId, { ...figures, [total]: figures[total]! + 1 })
      const { verdict, findings } = await service.convert({
        name: '年报.html',
        bytes: utf8.encode(service.reportHtml({ ...drawn, year })),
        sha256: '0',
      })
      expect(verdict).toBe('invalid')
      expect(findings.map(({ check }) => check)).toContain('requests-outcome-total')
    },
  )
})

describe('the list of editions', () => {
  const found = async (...listed: readonly Edition[]) => {
    vi.resetModules()
    vi.doMock('../../../lib/forms/index.ts', () => ({ editions: listed }))
    return import('../../../lib/forms/find-edition.ts').finally(() =>
      vi.doUnmock('../../../lib/forms/index.ts'),
    )
  }

  test('stands in the order of the years, under ids of their own', async () => {
    await expect(found(edition2021, edition2019)).rejects.toThrow('from the oldest to the newest')
    await expect(found(edition2019, { ...edition2021, id: '2019' })).rejects.toThrow('different ids')
    await expect(found()).rejects.toThrow('lib/forms/index.ts')
  })

  test('an edition is in force until the next', async () => {
    const { editionById, editionForYear, editionsSince, latestEdition } = await found(
      edition2019,
      edition2021,
      onlyTable2,
    )
    expect([2018, 2019, 2020, 2021, 2022, 2090, 2099].map(editionForYear)).toEqual([
      ...[null, '2019', '2019', '2021', '2021', '2091', '2091'],
    ])
    expect(latestEdition.id).toBe('2091')
    expect(editionsSince('2021')).toEqual(['2021', '2091'])
    expect(() => editionById('2031' as EditionId)).toThrow('no edition 2031')
  })
})
