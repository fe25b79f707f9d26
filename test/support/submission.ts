import { createHash } from 'node:crypto'
import type { ReportEvent } from '../../events/types.ts'
import type { Finding } from '../../lib/checks/check.ts'
import { Problem } from '../../lib/model/problems.ts'
import type { Converted, EventBus, Ports, Store, UploadSource } from '../../lib/submission/ports.ts'
import { processUpload } from '../../lib/submission/process.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { ofEachOutput } from '../../lib/writers/index.ts'
import { memoryStore } from './memory-store.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const uploadOf = (change: Partial<Upload> = {}): Upload => ({
  bucket: 'uploads',
  key: '青禾县/年度报告.docx',
  version: 'v1',
  sequencer: '0001',
  size: 3,
  ...change,
})

export const findingOf = (change: Partial<Finding> = {}): Finding => ({
  id: 'requests-row-total:newRequests',
  check: 'requests-row-total',
  severity: 'error',
  outcome: 'broken',
  message: { zh: '总计不等于各项之和。', en: 'The total is not the sum of its parts.' },
  cells: ['requests.newRequests.total'],
  expected: 22,
  actual: 16,
  evidence: [],
  ...change,
})

export const notAReport = (): Problem =>
  new Problem(
    'not-a-report',
    { zh: '这不是年度报告。', en: 'This is no annual report.' },
    { zh: '请检查文件。', en: 'Check the file.' },
  )

/** A conversion whose outputs tell which bytes they were made of. */
export const fakeConversion = (bytes: Uint8Array, findings: readonly Finding[] = []): Converted => {
  const output = (kind: string) => new TextEncoder().encode(`${kind} of ${sha256(bytes)}`)
  return {
    report: {
      authority: '青禾县数据局',
      year: 2023,
      editions: { proactiveDisclosure: '2021', requests: '2021', reconsiderationAndLitigation: null },
    },
    findings,
    verdict: findings.length > 0 ? 'invalid' : 'valid',
    outputs: ofEachOutput(({ role }) => output(role)),
  }
}

/** The converter as it was built in a year. */
export const builtIn = (year: string): Ports['converter'] => ({
  name: 'gongkai',
  version: '1.2.3',
  build: sha256(new TextEncoder().encode(year)).slice(0, 12),
  builtAt: `${year}-01-01T00:00:00.000Z`,
})

export interface FakeBus extends EventBus {
  readonly events: readonly ReportEvent[]
}

export const fakeBus = (): FakeBus => {
  const events: ReportEvent[] = []
  return {
    events,
    publish: async batch => {
      events.push(...structuredClone(batch))
      return []
    },
  }
}

export const uploadsOf = (files: Readonly<Record<string, string>>): UploadSource => ({
  get: async ({ version }) => (version in files ? new TextEncoder().encode(files[version]) : null),
})

export interface FakePorts extends Ports {
  readonly outputs: ReturnType<typeof memoryStore>
  readonly bus: FakeBus
}

/** Ports on memory; uploads whose text starts with "bad" are refused. */
export const fakePorts = (change: Partial<Ports> = {}): FakePorts => {
  const ports: FakePorts = {
    uploads: uploadsOf({ v1: 'one', v2: 'two' }),
    outputs: memoryStore(),
    outputsBucket: 'outputs',
    bus: fakeBus(),
    spread: async uploads => {
      for (const upload of uploads) await processUpload(upload, ports)
    },
    convert: async ({ bytes }) => {
      if (new TextDecoder().decode(bytes).startsWith('bad')) throw notAReport()
      return fakeConversion(bytes)
    },
    converter: builtIn('2024'),
    now: () => new Date('2024-01-31T08:00:00Z'),
    sha256,
  }
  return Object.assign(ports, change)
}

export const readJson = async (store: Store, key: string) => {
  const stored = await store.get(key)
  return stored && JSON.parse(new TextDecoder().decode(stored.bytes))
}
