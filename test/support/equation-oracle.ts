import type { EditionId } from '../../lib/forms/index.ts'
import type { Report } from '../../lib/model/report.ts'

/** The equations of the forms written out a second time and by hand, so that tests do not ask the code itself. */
export interface OracleEquation {
  readonly check: string
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** Side whose sum a finding gives as `actual`. */
  readonly actual: 'left' | 'right'
}

const people = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'socialOrganization',
  'legalServiceOrganization',
  'otherOrganization',
]

const items = (edition: EditionId): readonly string[] => [
  'granted',
  'partiallyGranted',
  'denied.stateSecret',
  'denied.prohibitedByLaw',
  'denied.securityAndStability',
  'denied.thirdPartyRights',
  'denied.internalAffairs',
  'denied.processInformation',
  'denied.enforcementFile',
  'denied.administrativeInquiry',
  'unableToProvide.notHeld',
  'unableToProvide.requiresCreation',
  'unableToProvide.unclearAfterCorrection',
  'notProcessed.petition',
  'notProcessed.repeated',
  'notProcessed.publication',
  'notProcessed.excessive',
  'notProcessed.reconfirmation',
  ...(edition === '2019'
    ? ['other.undivided']
    : ['other.correctionOverdue', 'other.feeOverdue', 'other.otherReasons']),
]

const results = ['upheld', 'corrected', 'otherOutcome', 'pending']
const litigation = [
  ['reconsideration', 'reconsideration-total'],
  ['directLitigation', 'direct-litigation-total'],
  ['litigationAfterReconsideration', 'litigation-after-reconsideration-total'],
] as const

/** Every equation that must hold in a report's tables. */
export const oracleEquations = (report: Report): readonly OracleEquation[] => {
  const edition = report.editions.requests
  const requests = (edition: EditionId): OracleEquation[] => {
    const outcome = items(edition).map(item => `outcomes.${item}`)
    const rows = ['newRequests', 'carriedOver', ...outcome, 'outcomes.total', 'carriedForward']
    const key = (row: string, column: string) => `requests.${row}.${column}`
    return [
      ...rows.map(
        (row): OracleEquation => ({
          check: 'requests-row-total',
          left: [key(row, 'total')],
          right: people.map(column => key(row, column)),
          actual: 'left',
        }),
      ),
      ...[...people, 'total'].flatMap((column): OracleEquation[] => [
        {
          check: 'requests-outcome-total',
          left: [key('outcomes.total', column)],
          right: outcome.map(row => key(row, column)),
          actual: 'left',
        },
        {
          check: 'requests-balance',
          left: [key('newRequests', column), key('carriedOver', column)],
          right: [key('outcomes.total', column), key('carriedForward', column)],
          actual: 'right',
        },
      ]),
    ]
  }
  return [
    ...(edition === null ? [] : requests(edition)),
    ...(report.editions.reconsiderationAndLitigation === null
      ? []
      : litigation.map(([head, check]): OracleEquation => {
          const key = (column: string) => `reconsiderationAndLitigation.${head}.${column}`
          return { check, left: [key('total')], right: results.map(key), actual: 'left' }
        })),
  ]
}

/** The report with one figure changed. */
export const withValue = (report: Report, key: string, value: number): Report => ({
  ...report,
  figures: new Map([...report.figures, [key, { ...report.figures.get(key)!, value, text: String(value) }]]),
})
