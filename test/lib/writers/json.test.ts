import { describe, expect, it } from 'vitest'
import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells } from '../../../lib/forms/form.ts'
import { reportContract } from '../../../lib/writers/contract.ts'
import { writeJson } from '../../../lib/writers/json.ts'
import { judgedOf } from '../../support/judged.ts'
import { reportOf } from '../../support/report.ts'
import { faultySample, samples } from './samples.ts'

describe('writeJson', () => {
  for (const [name, sample] of Object.entries(samples))
    it(`${name}: keeps the contract, with no field more or less`, () => {
      const text = writeJson(sample)
      expect(text.endsWith('}\n')).toBe(true)
      const parsed = JSON.parse(text)
      expect(reportContract.parse(parsed)).toEqual(parsed)
    })

  it('names every cell of the edition in printed order', () => {
    const { forms } = editionById('2019')
    const keys = Object.values(forms).flatMap(form => formCells(form).map(({ key }) => key))
    expect(Object.keys(JSON.parse(writeJson(faultySample)).figures)).toEqual(keys)
  })

  it('gives a value in state number alone, and blank is not zero', () => {
    const { figures } = JSON.parse(writeJson(faultySample))
    expect(figures['requests.newRequests.total']).toMatchObject({ value: 17, state: 'number', text: '17' })
    expect(figures['requests.carriedOver.otherOrganization']).toEqual({
      value: null,
      state: 'missing',
      text: null,
      source: null,
    })
    expect(figures['requests.outcomes.total.commercialEnterprise']).toMatchObject({
      value: null,
      state: 'notApplicable',
      text: '-',
    })
    expect(figures['proactiveDisclosure.normativeDocuments.newlyProduced']).toMatchObject({
      value: null,
      state: 'blank',
      text: '',
    })
    expect(figures['proactiveDisclosure.centralizedProcurement.totalAmount']).toMatchObject({
      value: 1051.57,
      unit: '万元',
    })
  })

  it('prints decimals as they were printed', () => {
    const amounts = [0.092, 59237.2449, 0.1, 123456789.123456, 999999999.999999]
    for (const amount of amounts) {
      const report = reportOf({ figures: { 'proactiveDisclosure.administrativeFees.amount': amount } })
      expect(writeJson(judgedOf(report))).toContain(`"value":${amount},"unit":"万元"`)
    }
  })

  it('carries text, tables, findings with their evidence, and losses', () => {
    const json = JSON.parse(writeJson(faultySample))
    expect(json.report.sections).toEqual([
      {
        key: 'overview',
        heading: '一、总体情况',
        paragraphs: ['本年度我局共收到政府信息公开申请22件，均已答复。'],
      },
    ])
    expect(json.tables[0].cells).toHaveLength(7)
    expect(json.losses).toEqual([
      {
        code: 'text-box-dropped',
        message: { zh: '文本框未能读取', en: 'A text box was lost' },
        source: null,
      },
    ])
    const finding = json.findings.find(({ check }: { check: string }) => check === 'text-requests')
    expect(finding).toEqual({
      id: 'text-requests/requests.newRequests.total',
      check: 'text-requests',
      severity: 'warning',
      outcome: 'broken',
      message: { zh: '正文称收到申请 22 件，表中为 17 件。', en: 'The text says 22 requests, the table 17.' },
      cells: ['requests.newRequests.total'],
      expected: 22,
      actual: 17,
      evidence: [{ section: 'overview', quote: '共收到政府信息公开申请22件' }],
    })
  })
})
