import { describe, expect, test } from 'vitest'
import { eventBudget } from '../../../events/detail-types.ts'
import { contracts } from '../../../events/index.ts'
import type { ReportValidatedV1 } from '../../../events/types.ts'
import type { Finding } from '../../../lib/checks/check.ts'
import { type Outcome, outputFiles } from '../../../lib/submission/outcome.ts'
import { receiptOf } from '../../../lib/submission/receipt-of.ts'
import {
  builtIn,
  fakeConversion,
  fakePorts,
  findingOf,
  notAReport,
  uploadOf,
} from '../../support/submission.ts'

const source = { name: '年度报告.docx', size: 3, sha256: 'ab' }
const ports = fakePorts()

const made = (outcome: Outcome, upload = uploadOf()) =>
  receiptOf(upload, source, outcome, outputFiles(outcome, source, ports.converter), ports).event

const validated = (findings: readonly Finding[], upload = uploadOf()) =>
  made(
    { kind: 'validated', conversion: fakeConversion(new Uint8Array(), findings) },
    upload,
  ) as ReportValidatedV1

const bytesOf = (event: unknown) => Buffer.byteLength(JSON.stringify(event))

test.each<Outcome>([
  { kind: 'validated', conversion: fakeConversion(new Uint8Array(), [findingOf()]) },
  { kind: 'rejected', problem: notAReport() },
  {
    kind: 'failed',
    quarantine: null,
    failure: { code: 'x', sentence: { zh: '', en: '' }, remedy: { zh: '', en: '' } },
  },
])('$kind: the event keeps its contract and is CloudEvents 1.0', outcome => {
  const event = made(outcome)
  const contract = contracts.find(({ schema }) => schema.safeParse(event).success)
  expect(contract?.direction).toBe('sent')
  expect(event).toMatchObject({ specversion: '1.0', source: 'gongkai', subject: uploadOf().key })
})

describe('identity', () => {
  test('the same fact has the same id, whenever and by whichever build it is told', () => {
    const later = { ...ports, now: () => new Date('2030-01-01T00:00:00Z'), converter: builtIn('2030') }
    const outcome: Outcome = { kind: 'rejected', problem: notAReport() }
    const files = outputFiles(outcome, source, ports.converter)
    expect(receiptOf(uploadOf(), source, outcome, files, later).event!.id).toBe(
      receiptOf(uploadOf(), source, outcome, files, ports).event!.id,
    )
  })

  test('bucket, key, version, kind of fact, what came out and what it takes the place of each make another id', () => {
    const before = receiptOf(
      uploadOf(),
      source,
      { kind: 'rejected', problem: notAReport() },
      outputFiles({ kind: 'rejected', problem: notAReport() }, source, ports.converter),
      ports,
    )
    const conversion = fakeConversion(new Uint8Array())
    const report = { kind: 'validated', conversion } as const
    const ids = [
      validated([]),
      validated([], uploadOf({ bucket: 'other' })),
      validated([], uploadOf({ key: 'other.docx' })),
      validated([], uploadOf({ version: 'other' })),
      made({ kind: 'rejected', problem: notAReport() }),
      made({ kind: 'validated', conversion: fakeConversion(new Uint8Array(1)) }),
      receiptOf(uploadOf(), source, report, outputFiles(report, source, ports.converter), ports, {
        superseded: null,
        before,
      }).event,
    ].map(event => event!.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('size', () => {
  const long = '长'.repeat(5000)

  test('ten thousand findings: the gravest twenty are told, the rest counted, within the budget', () => {
    const findings = Array.from({ length: 10_000 }, (_, index) =>
      findingOf({
        id: `f${index}`,
        check: `check-${index % 500}`,
        severity: index % 100 === 99 ? 'error' : 'warning',
        message: { zh: long, en: long },
        cells: Array.from({ length: 500 }, (_, cell) => `requests.outcomes.refused.cell${cell}`),
        evidence: [{ quote: long }],
      }),
    )
    const event = validated(findings, uploadOf({ key: '键'.repeat(300) }))
    expect(bytesOf(event)).toBeLessThanOrEqual(eventBudget)
    expect(event.data.counts).toEqual({ errors: 100, warnings: 9900, infos: 0 })
    expect(event.data.findings.length + event.data.findingsLeftOut).toBe(10_000)
    expect(event.data.findings.length).toBeGreaterThan(5)
    expect(event.data.findings[0]?.id).toBe('f99')
  })

  test('characters that grow sixfold in JSON leave the event within the budget', () => {
    const findings = Array.from({ length: 20 }, () =>
      findingOf({ message: { zh: '\u0001'.repeat(5000), en: '\u0001'.repeat(5000) } }),
    )
    const event = validated(findings)
    expect(bytesOf(event)).toBeLessThanOrEqual(eventBudget)
    expect(event.data.findings.length + event.data.findingsLeftOut).toBe(20)
  })

  test('twenty ordinary findings are all told', () => {
    expect(validated(Array.from({ length: 20 }, () => findingOf())).data.findings).toHaveLength(20)
  })

  test('quotes from the document stay out', () => {
    const event = validated([findingOf({ evidence: [{ section: 'overview', quote: '原文照录' }] })])
    expect(JSON.stringify(event)).not.toContain('原文照录')
  })
})
