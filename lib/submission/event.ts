import { dataschemaOf, type EventType, eventBudget, eventSource } from '../../events/detail-types.ts'
import type { ReportEvent, ReportValidatedV1 } from '../../events/types.ts'
import { ofEachOutput } from '../writers/index.ts'
import { eventId, idBeside } from './event-id.ts'
import { brokenChecks, countFindings, findingExcerpts, shorten } from './finding-excerpt.ts'
import { receiptKey } from './keys.ts'
import {
  type Ending,
  type Failure,
  type FileRole,
  type SourceFacts,
  sameOutputs,
  type WrittenFile,
} from './outcome.ts'
import type { Converted, Ports } from './ports.ts'
import type { Around, Receipt } from './receipt.ts'
import { unpackedData } from './unpacked-data.ts'
import type { Upload } from './upload.ts'

const typeOf: Readonly<Record<Ending['kind'], EventType>> = {
  validated: 'gongkai.report.validated.v1',
  rejected: 'gongkai.report.rejected.v1',
  failed: 'gongkai.report.conversion-failed.v1',
  unpacked: 'gongkai.archive.unpacked.v1',
}

const pointerTo = (files: readonly WrittenFile[], role: FileRole) => {
  const file = files.find(candidate => candidate.role === role)
  if (!file) throw new Error(`no output with the role ${role}`)
  return { key: file.key, size: file.size, sha256: file.sha256 }
}

type ValidatedData = ReportValidatedV1['data']

const judgement = (
  conversion: Converted,
): Omit<ValidatedData, 'upload' | 'converter' | 'run' | 'replaces' | 'outputs'> => {
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

/** Why nothing came out, as events carry it: a sentence may quote a name from the file. */
const reasonOf = ({ code, sentence, remedy }: Failure): Failure => ({
  code,
  sentence: { zh: shorten(sentence.zh), en: shorten(sentence.en) },
  remedy: { zh: shorten(remedy.zh), en: shorten(remedy.en) },
})

/** What one run wrote. */
interface Written {
  readonly run: string
  readonly outputs: readonly WrittenFile[]
}

const replacedRun = ({ run, event }: Receipt) => (event ? { run: run ?? null, event: event.id } : undefined)
const standingRun = ({ run, event }: Receipt) => ({ run: run ?? null, event: event?.id ?? null })

/** Id and time of a fact, and what it has to do with what was told before: it repeats it, takes its place, or leaves it. */
const identityOf = (
  upload: Upload,
  type: EventType,
  outputs: readonly WrittenFile[],
  ports: Pick<Ports, 'now' | 'sha256'>,
  { before, stands = false }: Around,
) => {
  const told = before?.event ?? null
  if (told && !stands && told.type === type && sameOutputs(before!.outputs, outputs)) {
    const { id, time, data } = told
    return { context: { id, time, retold: true as const }, relation: { replaces: data.replaces } }
  }
  const time = ports.now().toISOString()
  if (before && stands)
    return {
      context: { id: idBeside(upload, outputs, before, ports.sha256), time },
      relation: { stands: standingRun(before) },
    }
  return {
    context: { id: eventId({ upload, type, contents: outputs }, told?.id ?? null, ports.sha256), time },
    relation: { replaces: before ? replacedRun(before) : undefined },
  }
}

/** The event without the fields that say nothing. */
const withoutGaps = <Data extends object>(data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Data

/**
 * The one event of a submission: CloudEvents 1.0, pointers only, at most `eventBudget` bytes. Null for an archive whose
 * files are not all through.
 */
export const eventOf = (
  upload: Upload,
  source: SourceFacts,
  outcome: Ending,
  { run, outputs }: Written,
  ports: Pick<Ports, 'converter' | 'now' | 'outputsBucket' | 'sha256'>,
  around: Around,
): ReportEvent | null => {
  const type = typeOf[outcome.kind]
  const identity = identityOf(upload, type, outputs, ports, around)
  const context = {
    specversion: '1.0' as const,
    source: eventSource,
    subject: upload.key,
    datacontenttype: 'application/json' as const,
    dataschema: dataschemaOf(type),
    ...(upload.sequencer === '' ? {} : { sequence: upload.sequencer }),
    ...identity.context,
  }
  const { bucket, key, version, archive } = upload
  const inside = archive === undefined ? {} : { archive }
  // A later run of a version takes the place of the same older version as its first.
  const superseded = around.before?.event
    ? around.before.event.data.upload.supersedes
    : (around.superseded ?? undefined)
  const withdrawn = superseded ? { supersedes: { ...superseded } } : {}
  const common = withoutGaps({
    upload: { bucket, key, version, ...inside, ...source, ...withdrawn },
    converter: ports.converter,
    run,
    ...identity.relation,
  })
  const place = { bucket: ports.outputsBucket, receipt: { key: receiptKey(upload) } }
  const pointer = (role: FileRole) => pointerTo(outputs, role)
  switch (outcome.kind) {
    case 'validated':
      return withinBudget({
        ...context,
        type: 'gongkai.report.validated.v1',
        data: {
          ...common,
          ...judgement(outcome.conversion),
          outputs: { ...ofEachOutput(({ role }) => pointer(role)), ...place },
        },
      })
    case 'rejected':
      return {
        ...context,
        type: 'gongkai.report.rejected.v1',
        data: {
          ...common,
          problem: reasonOf(outcome.problem),
          outputs: { refusal: pointer('refusal'), ...place },
        },
      }
    case 'failed':
      return {
        ...context,
        type: 'gongkai.report.conversion-failed.v1',
        data: {
          ...common,
          failure: reasonOf(outcome.failure),
          quarantine: outcome.quarantine,
          outputs: { failure: pointer('failure'), ...place },
        },
      }
    case 'unpacked':
      return (
        outcome.inside && {
          ...context,
          type: 'gongkai.archive.unpacked.v1',
          data: {
            ...common,
            ...unpackedData(outcome.inside, outcome.passedOver),
            outputs: { archive: pointer('archive'), ...place },
          },
        }
      )
  }
}

/** An earlier run told of again, since the one that took its place does not count any more. */
export const toldInPlaceOf = (
  earlier: Receipt,
  current: Receipt,
  ports: Pick<Ports, 'now' | 'sha256'>,
): ReportEvent | null => {
  if (!earlier.event) return null
  const { id: _id, time: _time, retold: _retold, data, ...context } = earlier.event
  const { context: identity, relation } = identityOf(
    earlier.upload,
    earlier.event.type,
    earlier.outputs,
    ports,
    { superseded: null, before: current },
  )
  return { ...context, ...identity, data: withoutGaps({ ...data, ...relation }) } as ReportEvent
}
