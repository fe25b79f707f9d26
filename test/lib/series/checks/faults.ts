import type { EditionId } from '../../../../lib/forms/index.ts'
import { names, table2 } from './faultless.ts'
import { type Handed, keysOf } from './invented-season.ts'

export interface Fault {
  readonly name: string
  readonly edition?: EditionId
  /** What is handed in in place of the season without a fault. */
  readonly plant: (handed: readonly Handed[]) => readonly Handed[]
  /** Check, outcome, unit and first cell of all that must be found, and nothing else. */
  readonly gives: readonly string[]
  readonly severity?: string
  /** Words that all of them have. */
  readonly says?: string
}

/** The report of a unit for 2023, changed. */
const change =
  (unit: string, how: (report: Handed) => Handed): Fault['plant'] =>
  handed =>
    handed.map(each => (each.year === 2023 && each.name === names.get(unit) ? how(each) : each))

const figure = (unit: string, key: string, to: (value: number) => number | null): Fault['plant'] =>
  change(unit, report => ({ ...report, figures: { ...report.figures, [key]: to(report.figures[key] ?? 0) } }))

/** The report of a unit for a year, with numbers that were read with a loss. */
const doubt =
  (unit: string, year: number, keys: readonly string[]): Fault['plant'] =>
  handed =>
    handed.map(each =>
      each.year === year && each.name === names.get(unit) ? { ...each, doubtful: keys } : each,
    )

export const carried = 'requests.carriedOver.naturalPerson'
const inForce = `${table2}.rules.inForce`
const licences = `${table2}.administrativeLicensing`
const decision = `${licences}.decisions`

const report2023 = (handed: readonly Handed[], unit: string): Handed =>
  handed.find(({ name, year }) => name === names.get(unit) && year === 2023)!

const received = 'requests.newRequests.total'

const works = ['政策', '预算', '规划', '审批', '统计', '采购', '招标', '教育', '医疗', '住房', '就业', '环境']
const ways = ['网站', '公报', '窗口', '热线', '展板', '新闻', '简报', '屏幕', '手册', '讲座']

/** What a unit did, in some thousand characters of its own. */
const narrative = (name: string, number: number): string =>
  works
    .flatMap((work, at) =>
      ways.map(
        (way, nth) =>
          `${name}${number + at}次通过${way}介绍${work}${works[(at + nth * 5 + 3) % works.length]}的来龙去脉。`,
      ),
    )
    .join('')

const prescribed =
  '根据《中华人民共和国政府信息公开条例》要求编制本报告。本报告所列数据的统计期限自2023年1月1日起至12月31日止。如对本报告有疑问，请与本机关联系。'

/** Each fault, alone in a season that has no other. */
export const faults: readonly Fault[] = [
  { name: 'no fault', plant: handed => handed, gives: [] },
  { name: 'no fault in the form of 2019', edition: '2019', plant: handed => handed, gives: [] },
  {
    name: 'more carried over',
    plant: figure('B1', carried, value => value + 1),
    gives: [`carried-over-against-last-year broken B1 ${carried}`],
  },
  {
    name: 'less carried over than two units that were merged left',
    plant: handed =>
      figure('A', carried, value => value - 1)(figure('A4', carried, value => value - 1)(handed)),
    gives: [
      `carried-over-against-last-year broken A ${carried}`,
      `carried-over-against-last-year broken A4 ${carried}`,
    ],
  },
  {
    name: 'a blank beside the year before',
    plant: figure('B1', carried, () => null),
    gives: [`carried-over-against-last-year unassessable B1 ${carried}`],
    severity: 'warning',
  },
  {
    name: 'more carried over, by a number that was read with a loss',
    plant: handed => doubt('B1', 2023, [carried])(figure('B1', carried, value => value + 1)(handed)),
    gives: [`carried-over-against-last-year unassessable B1 ${carried}`],
    severity: 'warning',
    says: '读取时有疑点',
  },
  {
    name: 'more carried over than a number that was read with a loss',
    plant: handed =>
      doubt('B1', 2022, ['requests.carriedForward.naturalPerson'])(
        figure('B1', carried, value => value + 1)(handed),
      ),
    gives: [`carried-over-against-last-year unassessable B1 ${carried}`],
    severity: 'warning',
    says: '读取时有疑点',
  },
  {
    name: 'a merged unit, of whose befores one was read with a loss',
    plant: doubt('A3', 2022, ['requests.carriedForward.naturalPerson']),
    gives: [`carried-over-against-last-year unassessable A4 ${carried}`],
    says: '读取时有疑点',
  },
  {
    name: 'a digit too many that was read with a loss',
    plant: handed => doubt('B1', 2023, [decision])(figure('B1', decision, () => 4321)(handed)),
    gives: [],
  },
  {
    name: 'a digit too many beside a number that was read with a loss',
    plant: handed => doubt('B1', 2022, [decision])(figure('B1', decision, () => 4321)(handed)),
    gives: [],
  },
  {
    name: 'a summary below its units, one of which was read with a loss',
    plant: handed => doubt('A2', 2023, [decision])(figure('A', decision, value => value - 1)(handed)),
    gives: [`summary-against-units unassessable A ${decision}`],
    severity: 'info',
    says: '读取时有疑点',
  },
  {
    name: 'a summary below its units even without the one that was read with a loss',
    plant: handed => doubt('A2', 2023, [decision])(figure('A', decision, () => 1)(handed)),
    gives: [`jump-against-last-year broken A ${decision}`, `summary-against-units broken A ${decision}`],
  },
  {
    name: 'rules that nobody repealed are gone',
    plant: figure('B2', inForce, value => value - 1),
    gives: [`rules-in-force-against-last-year broken B2 ${inForce}`],
  },
  {
    name: 'normative documents likewise',
    plant: figure('B2', `${table2}.normativeDocuments.inForce`, value => value + 2),
    gives: [`normative-in-force-against-last-year broken B2 ${table2}.normativeDocuments.inForce`],
  },
  {
    name: 'items that do not go on',
    edition: '2019',
    plant: figure('B1', `${licences}.previousYearItems`, value => value + 3),
    gives: [`items-against-last-year broken B1 ${licences}.previousYearItems`],
  },
  {
    name: 'fewer disclosed than the year before',
    edition: '2019',
    plant: figure('B1', `${table2}.rules.totalDisclosed`, value => value - 2),
    gives: [`disclosed-total-against-last-year broken B1 ${table2}.rules.totalDisclosed`],
  },
  {
    name: 'a digit too many',
    plant: figure('B1', decision, () => 4321),
    gives: [`jump-against-last-year broken B1 ${decision}`],
  },
  {
    name: 'a summary below the sum of its units',
    plant: figure('A', decision, value => value - 1),
    gives: [`summary-against-units broken A ${decision}`],
  },
  {
    name: 'a summary above it: its own, or a fault',
    plant: figure('A', decision, value => value + 1),
    gives: [`summary-against-units unassessable A ${decision}`],
    severity: 'info',
  },
  {
    name: 'a summary below the units that are in, while one is missing',
    plant: handed =>
      figure(
        'A',
        decision,
        () => 1,
      )(handed).filter(each => each.year !== 2023 || each.name !== names.get('A1')),
    gives: [
      'jump-against-last-year broken A proactiveDisclosure.administrativeLicensing.decisions',
      `summary-against-units broken A ${decision}`,
      `summary-against-units unassessable A ${table2}.administrativePenalty.decisions`,
      'unit-not-reported broken A1 ',
    ],
  },
  {
    name: 'amounts that differ by a yuan',
    plant: figure(
      'A',
      `${table2}.administrativeFees.amount`,
      value => Math.round((value - 0.001) * 1000) / 1000,
    ),
    gives: [`summary-against-units broken A ${table2}.administrativeFees.amount`],
  },
  {
    name: 'not reported',
    plant: handed => handed.filter(each => each.year !== 2023 || each.name !== names.get('B3')),
    gives: ['unit-not-reported broken B3 '],
  },
  {
    name: 'late by the date of the report',
    plant: change('B1', report => ({ ...report, signedOn: '2024-02-01' })),
    gives: ['unit-late broken B1 '],
  },
  {
    name: 'late by the deadline of the roster',
    plant: change('B2', report => ({
      ...report,
      signedOn: '2024-01-05',
      uploadedAt: '2024-02-10T16:00:00Z',
    })),
    gives: ['unit-late broken B2 '],
  },
  {
    name: 'nothing is known of when it came: unsigned and uploaded after the legal deadline, or years after a given one',
    plant: handed => [
      ...change('B1', report => ({ ...report, signedOn: null, uploadedAt: '2024-03-01T00:00:00Z' }))(
        change('B2', report => ({ ...report, signedOn: null, uploadedAt: '2026-03-01T00:00:00Z' }))(handed),
      ),
    ],
    gives: [],
  },
  {
    name: 'in time: signed before, and handed in again after it',
    plant: handed => [
      ...change('B1', report => ({ ...report, signedOn: '2024-01-31', uploadedAt: '2024-03-01T00:00:00Z' }))(
        handed,
      ),
      { ...report2023(handed, 'B2'), version: '2', uploadedAt: '2024-03-01T00:00:00Z' },
    ],
    gives: [],
  },
  {
    name: 'two reports with different figures, the later in order',
    plant: handed => [
      ...figure('B1', decision, value => value + 1)(handed),
      { ...report2023(handed, 'B1'), key: '新/数据局.docx', uploadedAt: '2024-01-20T00:00:00Z' },
    ],
    gives: ['reported-twice broken B1 '],
    severity: 'warning',
  },
  {
    name: 'two reports that differ by a number that was read with a loss',
    plant: handed => [
      ...doubt('B1', 2023, [decision])(figure('B1', decision, value => value + 1)(handed)),
      { ...report2023(handed, 'B1'), key: '新/数据局.docx', uploadedAt: '2024-01-20T00:00:00Z' },
    ],
    gives: ['reported-twice unassessable B1 '],
    says: '读取时有疑点',
  },
  {
    name: 'two reports with the same figures',
    plant: handed => [...handed, { ...report2023(handed, 'B1'), key: '副本/数据局.docx' }],
    gives: ['reported-twice broken B1 '],
    severity: 'info',
  },
  {
    name: 'the figures of another unit',
    plant: handed =>
      change('B5', report => ({ ...report, figures: report2023(handed, 'B4').figures }))(handed),
    gives: ['same-figures-elsewhere broken B4 '],
  },
  {
    name: 'the figures of another unit, some of them read with a loss',
    plant: handed =>
      doubt('B5', 2023, [decision])(
        change('B5', report => ({ ...report, figures: report2023(handed, 'B4').figures }))(handed),
      ),
    gives: ['same-figures-elsewhere broken B4 '],
    says: '读取时有疑点',
  },
  {
    name: 'the figures of another unit, all of them read with a loss',
    plant: handed =>
      doubt(
        'B5',
        2023,
        keysOf('2021'),
      )(change('B5', report => ({ ...report, figures: report2023(handed, 'B4').figures }))(handed)),
    gives: [],
  },
  {
    name: 'the figures of the year before of another unit',
    plant: handed => {
      const copied = handed.find(({ name, year }) => name === names.get('B1') && year === 2022)!
      return change('B5', report => ({ ...report, figures: copied.figures }))(handed)
    },
    gives: ['same-figures-elsewhere broken B5 '],
  },
  {
    name: 'a name that the roster has not',
    plant: handed => [...handed, { ...report2023(handed, 'B1'), name: '丁县数据局' }],
    gives: ['unit-unmatched broken  '],
  },
  {
    name: 'a name that two have',
    plant: handed => [...handed, { ...report2023(handed, 'B1'), name: '数据局' }],
    gives: ['unit-ambiguous broken  '],
  },
  {
    name: 'a growth that is none',
    plant: change('B1', report => ({
      ...report,
      text: `收到申请${report.figures[received]}件，同比增长900%。`,
    })),
    gives: [`growth-claim broken B1 ${received}`],
  },
  {
    name: 'a growth from a number that was read with a loss',
    plant: handed =>
      doubt('B1', 2022, [received])(
        change('B1', report => ({
          ...report,
          text: `收到申请${report.figures[received]}件，同比增长900%。`,
        }))(handed),
      ),
    gives: [`growth-claim unassessable B1 ${received}`],
    severity: 'info',
    says: '读取时有疑点',
  },
  {
    name: 'the text of another unit, with other numbers and its own name',
    plant: handed =>
      change('B5', report => ({ ...report, text: narrative('乙县审计局', 31) }))(
        change('B4', report => ({ ...report, text: narrative('乙县林业局', 7) }))(handed),
      ),
    gives: ['text-copied broken B4 '],
    severity: 'info',
    says: '文字',
  },
  {
    name: 'another unit says what it did',
    plant: change('B5', report => ({
      ...report,
      text: '2023年，乙县林业局认真贯彻落实《条例》，主动公开政府信息12条。',
    })),
    gives: ['foreign-authority-named broken B5 '],
    severity: 'warning',
    says: '乙县林业局',
  },
  {
    name: 'the report calls itself another’s',
    plant: change('B5', report => ({
      ...report,
      text: '现将乙县林业局2023年政府信息公开工作年度报告公布如下：根据要求，发布乙县林业局2023年政府信息公开工作年度报告。',
    })),
    gives: ['foreign-authority-named broken B5 '],
  },
  {
    name: 'others are mentioned, a parent speaks, a unit below it, what was merged, an office of it',
    plant: handed => {
      const says = (unit: string, text: string) => change(unit, report => ({ ...report, text }))
      return says(
        'B5',
        '会同乙县林业局认真贯彻落实条例。乙县林业局、乙县水利局收到申请3件。收到申请2件，转乙县林业局办理。乙县审计局收到申请2件。参照《乙县林业局2023年政府信息公开工作年度报告》。乙县林业局收到申请1件后转来我局。乙县审计局办公室认真落实条例。',
      )(
        says(
          'A4',
          '甲县人民政府坚持以人民为中心。2023年，甲县粮食局收到政府信息公开申请1件。',
        )(says('A', '甲县财政局认真贯彻条例。乙县林业局收到公众申请2件。')(handed)),
      )
    },
    gives: [],
  },
  {
    name: 'the text of the year before',
    plant: handed =>
      handed.map(each =>
        each.name === names.get('B1') ? { ...each, text: narrative('乙县数据局', each.year) } : each,
      ),
    gives: ['text-copied broken B1 '],
    severity: 'info',
    says: '上年',
  },
  {
    name: 'a text of its own, with the prescribed sentences of all',
    plant: handed =>
      change('B5', report => ({ ...report, text: `${prescribed}${narrative('乙县审计局', 31)}` }))(
        change('B4', report => ({
          ...report,
          text: `${prescribed}${[...narrative('乙县林业局', 7)].reverse().join('')}`,
        }))(handed),
      ),
    gives: [],
  },
  {
    name: 'a short text that is another’s too',
    plant: handed =>
      change('B5', report => ({ ...report, text: narrative('乙县审计局', 31).slice(0, 300) }))(
        change('B4', report => ({ ...report, text: narrative('乙县林业局', 7).slice(0, 300) }))(handed),
      ),
    gives: [],
  },
  {
    name: 'a growth that is one',
    plant: handed => {
      const [last, now] = [2022, 2023].map(
        year => handed.find(each => each.year === year && each.name === names.get('B1'))!.figures[received]!,
      )
      const way = now! >= last! ? '增加' : '减少'
      const text = `全年收到政府信息公开申请${now}件，比上年${way}${Math.abs(now! - last!)}件。`
      return change('B1', report => ({ ...report, text }))(handed)
    },
    gives: [],
  },
]
