import type { SectionKey } from '../../../../../lib/forms/form.ts'
import type { Report } from '../../../../../lib/model/report.ts'
import { narrative } from '../../../../support/narrative.ts'
import { clean } from '../../cases/case.ts'

const rows = (row: string, values: readonly number[]): Record<string, number> =>
  Object.fromEntries(
    [
      'naturalPerson',
      'commercialEnterprise',
      'researchInstitution',
      'socialOrganization',
      'legalServiceOrganization',
      'otherOrganization',
      'total',
    ].map((column, at) => [`requests.${row}.${column}`, values[at] ?? 0]),
  )
const cases = (
  group: string,
  [upheld = 0, corrected = 0, otherOutcome = 0, pending = 0]: readonly number[],
) =>
  Object.fromEntries(
    Object.entries({
      upheld,
      corrected,
      otherOutcome,
      pending,
      total: upheld + corrected + otherOutcome + pending,
    }).map(([key, value]) => [`reconsiderationAndLitigation.${group}.${key}`, value]),
  )

/** A district with 32 requests, 4 reconsiderations and 3 lawsuits. */
const district = {
  ...rows('newRequests', [28, 3, 0, 0, 1, 0, 32]),
  ...rows('carriedOver', [2, 0, 0, 0, 0, 0, 2]),
  ...rows('outcomes.granted', [9, 2, 0, 0, 0, 0, 11]),
  ...rows('outcomes.partiallyGranted', [4, 0, 0, 0, 0, 0, 4]),
  ...rows('outcomes.denied.thirdPartyRights', [1, 0, 0, 0, 0, 0, 1]),
  ...rows('outcomes.denied.internalAffairs', [1, 0, 0, 0, 0, 0, 1]),
  ...rows('outcomes.denied.processInformation', [1, 0, 0, 0, 1, 0, 2]),
  ...rows('outcomes.unableToProvide.notHeld', [6, 1, 0, 0, 0, 0, 7]),
  ...rows('outcomes.unableToProvide.requiresCreation', [1, 0, 0, 0, 0, 0, 1]),
  ...rows('outcomes.notProcessed.petition', [2, 0, 0, 0, 0, 0, 2]),
  ...rows('outcomes.notProcessed.repeated', [1, 0, 0, 0, 0, 0, 1]),
  ...rows('outcomes.other.correctionOverdue', [1, 0, 0, 0, 0, 0, 1]),
  ...rows('outcomes.total', [27, 3, 0, 0, 1, 0, 31]),
  ...rows('carriedForward', [3, 0, 0, 0, 0, 0, 3]),
  ...cases('reconsideration', [2, 1, 0, 1]),
  ...cases('directLitigation', [1, 0, 0, 0]),
  ...cases('litigationAfterReconsideration', [1, 0, 0, 1]),
  'proactiveDisclosure.normativeDocuments.issued': 6,
  'proactiveDisclosure.normativeDocuments.repealed': 2,
  'proactiveDisclosure.normativeDocuments.inForce': 41,
}

/** A bureau with 6 requests and no case. */
const bureau = {
  ...rows('newRequests', [5, 1, 0, 0, 0, 0, 6]),
  ...rows('outcomes.granted', [3, 1, 0, 0, 0, 0, 4]),
  ...rows('outcomes.unableToProvide.notHeld', [2, 0, 0, 0, 0, 0, 2]),
  ...rows('outcomes.total', [5, 1, 0, 0, 0, 0, 6]),
  'proactiveDisclosure.normativeDocuments.inForce': 3,
}

const frames = {
  district: { authority: '青河区人民政府', figures: district },
  office: { authority: '青河区人民政府办公室', figures: district },
  bureau: { authority: '白石县水利局', figures: bureau },
  street: { authority: '青河区湖滨街道办事处', figures: bureau },
} as const
export type FrameName = keyof typeof frames

/** What a report says, in its overview where no section is named. */
export type Saying = string | readonly string[] | Partial<Record<SectionKey, readonly string[]>>

/** The report of 2023 of the authority, clean but for what it says. */
export const reportSaying = (saying: Saying, frame: FrameName): Report => {
  const { authority, figures } = frames[frame]
  const said =
    typeof saying === 'string'
      ? { overview: [saying] }
      : Array.isArray(saying)
        ? { overview: saying }
        : saying
  const given = said as Partial<Record<SectionKey, readonly string[]>>
  return clean({
    figures,
    sections: narrative({
      ...given,
      overview: ['2023年，我单位认真贯彻落实《条例》，坚持以公开为常态。', ...(given.overview ?? [])],
    }).sections,
    report: {
      title: `${authority}2023年政府信息公开工作年度报告`,
      authority,
      authorityAsPrinted: authority,
      signature: { authority, date: '2024-01-20' },
    },
  })
}
