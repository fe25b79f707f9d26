import { isDeepStrictEqual } from 'node:util'
import type { Receipt } from '../../../lib/submission/receipt.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import type { Expected } from '../documents/submission.ts'

/** What is wrong with the outcome a receipt tells of, or null. */
export const wrongOutcome = ({ outcome, event, unpacked }: Receipt, expected: Expected): string | null => {
  if (outcome !== expected.outcome) return `${outcome} instead of ${expected.outcome}`
  if (expected.outcome === 'unpacked') {
    const told = event?.type === 'gongkai.archive.unpacked.v1' ? event.data.files : 'no'
    if (told !== expected.files.length) return `an archive told of with ${told} files`
    const right = isDeepStrictEqual(unpacked?.files, expected.files)
    return right ? null : `an archive of ${unpacked?.files.join(', ')}`
  }
  if (event?.type === 'gongkai.report.rejected.v1' && expected.outcome === 'rejected') {
    const { code } = event.data.problem
    return code === expected.code ? null : `refused as ${code} instead of ${expected.code}`
  }
  if (event?.type !== 'gongkai.report.validated.v1' || expected.outcome !== 'validated')
    return `an event ${event?.type} of an outcome ${outcome}`
  const { verdict, brokenChecks } = event.data
  if (verdict !== expected.verdict) return `verdict ${verdict} instead of ${expected.verdict}`
  if (expected.broken && !brokenChecks.includes(expected.broken))
    return `${expected.broken} is not among its checks`
  return null
}

/** The first figure of a report that is not the one that was written into the file, or null. */
export const wrongFigure = ({ figures }: ReportJson, expected: Expected): string | null => {
  if (expected.outcome !== 'validated' || !expected.figures) return null
  for (const [key, printed] of Object.entries(expected.figures)) {
    const figure = figures[key]
    const right = printed === '' ? figure?.state === 'blank' : figure?.value === printed
    if (!right) return `${key} is ${figure?.value} (${figure?.state}) instead of ${printed || 'blank'}`
  }
  return null
}
