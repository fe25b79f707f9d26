import type { Row } from '../../../../lib/series/column.ts'
import { columnOf } from '../../../../lib/series/columns.ts'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { handedIn, names, roster, seasonBefore, seasonOf } from '../checks/faultless.ts'
import type { Handed } from '../checks/invented-season.ts'
import { viewOf } from './invented-view.ts'

/** The county of the tests of the checks in a year in which something of everything went wrong. */

const decisions = 'proactiveDisclosure.administrativeLicensing.decisions'
const carried = 'requests.carriedOver.naturalPerson'
const received = 'requests.newRequests.total'

const change = (unit: string, how: (report: Handed) => Partial<Handed>) => (handed: readonly Handed[]) =>
  handed.map(each => (each.year === 2023 && each.name === names.get(unit) ? { ...each, ...how(each) } : each))

const figures = (unit: string, changed: Readonly<Record<string, number | null>>) =>
  change(unit, report => ({ figures: { ...report.figures, ...changed } }))

const report = (handed: readonly Handed[], unit: string): Handed =>
  handed.find(each => each.year === 2023 && each.name === names.get(unit))!

const faults: readonly ((handed: readonly Handed[]) => readonly Handed[])[] = [
  figures('B1', { [carried]: 99 }),
  figures('A', { [decisions]: 1 }),
  figures('B2', { 'requests.carriedForward.total': null, 'requests.newRequests.otherOrganization': null }),
  change('B2', each => ({
    signedOn: '2024-01-20',
    text: `收到申请${each.figures[received]}件，同比增长900%。`,
  })),
  change('B4', () => ({ uploadedAt: '2024-02-20T02:30:00Z' })),
  handed => handed.filter(each => each.year !== 2023 || each.name !== names.get('B3')),
  handed => handed.filter(each => each.year !== 2023 || each.name !== names.get('A21')),
  handed => [
    ...handed,
    {
      ...report(handed, 'B1'),
      figures: { ...report(handed, 'B1').figures, [decisions]: 7 },
      key: '2023/乙县数据局（改）.docx',
      uploadedAt: '2024-01-25T08:00:00Z',
    },
    { ...report(handed, 'B5'), version: '2', uploadedAt: '2024-01-28T01:00:00Z' },
    { ...report(handed, 'B1'), name: '乙县水利局办公室', key: '散件/水利.docx' },
    { ...report(handed, 'B1'), name: '数据局', key: '散件/数据局.docx' },
  ],
]

/** Two reports have findings of their own, and cells that are none of number and blank. */
const also = (row: Row): Row => {
  if (row['year'] !== 2023) return row
  const name = row['authority']
  if (name === names.get('B1'))
    return {
      ...row,
      verdict: 'invalid',
      errors: 1,
      flagged: JSON.stringify([
        { key: 'requests.outcomes.total.total', checks: ['requests-outcome-total', 'requests-balance'] },
      ]),
    }
  if (name === names.get('B2'))
    return {
      ...row,
      verdict: 'needsReview',
      warnings: 3,
      [columnOf('requests.outcomes.granted.naturalPerson').name]: null,
      [columnOf('requests.outcomes.granted.total').name]: null,
      without_number: JSON.stringify([
        ...(JSON.parse(String(row['without_number'])) as readonly unknown[]),
        { key: 'requests.outcomes.granted.naturalPerson', state: 'text', text: '详见附件' },
        { key: 'requests.outcomes.granted.total', state: 'unreadable', text: '1?' },
      ]),
    }
  return row
}

export const countyHanded: readonly Handed[] = faults.reduce<readonly Handed[]>(
  (handed, fault) => fault(handed),
  (() => {
    const before = seasonBefore('2021')
    return [...handedIn(before, 2022, '2021'), ...handedIn(seasonOf('2021', before), 2023, '2021')]
  })(),
)

export const countyView = (): Promise<SeasonView> =>
  viewOf(roster, countyHanded, {
    year: 2023,
    asOf: '2024-02-25',
    also,
    decisions: [
      {
        finding: 'carried-over-against-last-year/2023/B1/requests.carriedOver.naturalPerson~none',
        decision: '不再需要',
        reason: '更正',
        by: '张三',
        until: null,
        line: 2,
      },
      {
        finding: 'unit-not-reported/2023/B3',
        decision: '同意缓报',
        reason: '机构改革',
        by: '李四',
        until: '2024-06-30',
        line: 3,
      },
    ],
    leftOut: [
      { key: '2023/甲县教育局考试中心.pdf', version: 'v1', reason: 'rejected', newest: true },
      { key: '2023/乙县审计局.docx', version: 'v0', reason: 'old-schema', newest: false },
    ],
  })
