import { outputs } from '../../../lib/writers/index.ts'
import type { Entry, EntryResult } from '../results/entry.ts'
import type { ReportShown } from './contract.ts'
import { idOf } from './report-id.ts'

const nameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

const outputsOf = (id: string, files: EntryResult['files']): ReportShown['outputs'] =>
  outputs.flatMap(({ role, ending, mediaType }) => {
    const file = files[role]
    const href = `/api/v1/reports/${id}/outputs/${ending}`
    return file === undefined ? [] : [{ format: ending, name: nameOf(file), mediaType, href }]
  })

const nothing = {
  ...{ outcome: null, verdict: null, authority: null, year: null, counts: null, checks: {} },
  ...{ findings: [], findingsLeftOut: 0, problem: null, archive: null, sha256: null, finishedAt: null },
  outputs: [],
}

const resultShown = (id: string, result: EntryResult) => {
  const { outcome, authority, year, counts, checks, findingsLeftOut, sha256, time } = result
  return {
    ...{ outcome, authority, year, counts, checks, findingsLeftOut, sha256, finishedAt: time },
    verdict: result.verdict as ReportShown['verdict'],
    findings: result.findings.map(({ id: finding, check, severity, title, message }) => ({
      ...{ id: finding, check, severity, title, message },
    })),
    problem: result.reason,
    archive: result.unpacked && { files: result.unpacked.files, verdicts: result.unpacked.verdicts },
    outputs: outputsOf(id, result.files),
  }
}

/** A file of the list as the interface tells of it: the page's own shape may change, this one may not. */
export const reportShown = ({ key, state, note, result, desk }: Entry): ReportShown => {
  const id = idOf(key)
  return {
    ...{ id, key, state, note: note ?? null },
    ...(result ? resultShown(id, result) : nothing),
    unit: desk.unit && { unit: desk.unit.unit, name: desk.unit.name },
    standing: desk.standing,
  }
}
