import { detailTypes, type EventType, eventBudget, eventSource } from '../../events/detail-types.ts'
import type { ReportEvent, ReportValidatedV1 } from '../../events/types.ts'
import { ofEachOutput } from '../writers/index.ts'
import { eventId } from './event-id.ts'
import { brokenChecks, countFindings, findingExcerpts } from './finding-excerpt.ts'
import { receiptKey } from './keys.ts'
import type { FileRole, Outcome, SourceFacts, Superseded, WrittenFile } from './outcome.ts'
import type { Converted, Ports } from './ports.ts'
import type { Upload } from './upload.ts'

const typeOf: Readonly<Record<Outcome['kind'], EventType>> = {
  validated: 'gongkai.report.validated.v1',
  rejected: 'gongkai.report.rejected.v1',
  failed: 'gongkai.report.conversion-failed.v1',
}

const pointerTo = (files: readonly WrittenFile[], role: FileRole) => {
  const file = files.find(candidate => candidate.role === role)
  if (!file) throw new Error(`no output with the role ${role}`)
  return { key: file.key, size: file.size, sha256: file.sha256 }
}

type ValidatedData = ReportValidatedV1['data']

const judgement = (conversion: Converted): Omit<ValidatedData, 'upload' | 'converter' | 'outputs'> => {
  const { findings, report, verdict } = conversion
  const excerpts = findingExcerpts(findings)
  return {
    report: {
      authority: report.authority?.slice(0, 200) ?? null,
      year: report.year,
      editions: { ...report.editions },
    },
    verdict,
    counts: countFindings(findings),
    brokenChecks: brokenChecks(findings),
    findings: excerpts,
    findingsLeftOut: findings.length - excerpts.length,
  }
}

const bytesOf = (event: ReportEvent): number => new TextEncoder().encode(JSON.stringify(event)).length

/** Leaves out findings from the end until the event keeps the budget. */
const withinBudget = (event: ReportValidatedV1): ReportValidatedV1 => {
  if (bytesOf(event) <= eventBudget || event.data.findings.length === 0) return event
  const findings = event.data.findings.slice(0, -1)
  const findingsLeftOut = event.data.findingsLeftOut + 1
  return withinBudget({ ...event, data: { ...event.data, findings, findingsLeftOut } })
}

/** The one event of a submission: CloudEvents 1.0, pointers only, at most `eventBudget` bytes. */
export const eventOf = (
  upload: Upload,
  source: SourceFacts,
  outcome: Outcome,
  files: readonly WrittenFile[],
  ports: Pick<Ports, 'converter' | 'now' | 'outputsBucket' | 'sha256'>,
  superseded: Superseded | null = null,
): ReportEvent => {
  const type = typeOf[outcome.kind]
  const context = {
    specversion: '1.0' as const,
    id: eventId(upload, ports.converter.version, detailTypes[type], ports.sha256),
    source: eventSource,
    subject: upload.key,
    time: ports.now().toISOString(),
    datacontenttype: 'application/json' as const,
  }
  const { bucket, key, version, archive } = upload
  const inside = archive === undefined ? {} : { archive }
  const withdrawn = superseded ? { supersedes: { ...superseded } } : {}
  const common = {
    upload: { bucket, key, version, ...inside, ...source, ...withdrawn },
    converter: ports.converter,
  }
  const place = { bucket: ports.outputsBucket, receipt: { key: receiptKey(upload) } }
  const pointer = (role: FileRole) => pointerTo(files, role)
  if (outcome.kind === 'validated')
    return withinBudget({
      ...context,
      type: 'gongkai.report.validated.v1',
      data: {
        ...common,
        ...judgement(outcome.conversion),
        outputs: { ...ofEachOutput(({ role }) => pointer(role)), ...place },
      },
    })
  if (outcome.kind === 'rejected') {
    const { code, sentence, remedy } = outcome.problem
    return {
      ...context,
      type: 'gongkai.report.rejected.v1',
      data: {
        ...common,
        problem: { code, sentence, remedy },
        outputs: { refusal: pointer('refusal'), ...place },
      },
    }
  }
  return {
    ...context,
    type: 'gongkai.report.conversion-failed.v1',
    data: {
      ...common,
      failure: outcome.failure,
      quarantine: outcome.quarantine,
      outputs: { failure: pointer('failure'), ...place },
    },
  }
}
