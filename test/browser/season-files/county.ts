import { strToU8, zipSync } from 'fflate'
import { balancedFigures } from '../../support/balanced.ts'
import { drawReport } from '../../support/form-html.ts'
import { followingOn } from '../../support/invented-season.ts'
import { seeded } from '../../support/random.ts'
import { bytesOf, type Format, formats } from './formats.ts'

/** A city of five counties with thirteen units each, and what they hand in for two years, with faults that we know of. */

export type Figures = Readonly<Record<string, number>>
/** What is printed in place of a number. */
type Printed = Readonly<Record<string, string | number>>

const counties = ['青禾县', '白沙区', '临溪县', '云岭县', '沙河区']
const offices = [
  ...['教育局', '水务局', '财政局', '民政局', '农业农村局', '交通运输局'],
  ...['卫生健康局', '应急管理局', '统计局', '审计局', '司法局', '林业局'],
]

export interface Unit {
  readonly id: string
  readonly name: string
  readonly parent: string
}

export const parents: readonly Unit[] = counties.map((county, at) => ({
  id: `P${at}`,
  name: `${county}人民政府`,
  parent: '',
}))
export const below: readonly Unit[] = counties.flatMap((county, at) =>
  offices.map((office, index) => ({ id: `P${at}-${index}`, name: county + office, parent: `P${at}` })),
)
export const everyUnit: readonly Unit[] = [...parents, ...below]

/** The roster as an office keeps it. */
export const rosterCsv = (): string =>
  [
    '单位编号,名称,上级,类别,统计口径,应报日期',
    ...parents.map(({ id, name }) => `${id},${name},,政府,本级,2025-01-31`),
    ...below.map(({ id, name, parent }) => `${id},${name},${parent},部门,本级,2025-01-31`),
  ].join('\r\n')

const figuresOf = ({ id }: Unit): Readonly<Record<number, Figures>> => {
  const random = seeded(`walk ${id}`)
  const before = balancedFigures('2021', random)
  return { 2023: before, 2024: followingOn(before, balancedFigures('2021', random)) }
}

/** A report as it is handed in. */
export interface Handed {
  readonly file: string
  readonly unit: Unit
  readonly year: number
  readonly format: Format
  /** What the report would say were it right. */
  readonly figures: Figures
  /** What it says otherwise. */
  readonly slips: Printed
  /** How it names itself, where that is not the name of the unit. */
  readonly calls?: string
}

const names = Object.keys(formats) as readonly Format[]

const handed = (unit: Unit, year: number, at: number): Handed => {
  const format = names[at % names.length]!
  return {
    file: `${unit.name}${year}年报.${format}`,
    ...{ unit, year, format, slips: {}, figures: figuresOf(unit)[year]! },
  }
}

const requests = (row: string, column = 'total'): string => `requests.${row}.${column}`

/** Of each county three units in four for 2024, and one of the counties itself; of two counties seven units for 2023. */
const all: readonly Handed[] = [
  ...[...below.filter((_, at) => at % 4 !== 3), parents[0]!].map((unit, at) => handed(unit, 2024, at)),
  ...below.filter((_, at) => at < 24 && at % 12 < 7).map((unit, at) => handed(unit, 2023, at)),
]

const find = (name: string, year = 2024): Handed =>
  all.find(({ unit, year: its }) => unit.name === name && its === year)!

const more = ({ figures }: Handed, key: string, by: number): Printed => ({ [key]: figures[key]! + by })

/** Two sums of a report do not hold. */
export const wrongSums: Handed = {
  ...find('青禾县教育局'),
  slips: {
    ...more(find('青禾县教育局'), requests('newRequests'), 1),
    ...more(find('青禾县教育局'), 'reconsiderationAndLitigation.reconsideration.total', 2),
  },
}
/** The same report handed in again: the first sum is right, the second still wrong, and a third one is wrong now. */
export const corrected: Handed = {
  ...wrongSums,
  file: '更正后 教育局（最终版）.docx',
  slips: {
    ...more(wrongSums, 'reconsiderationAndLitigation.reconsideration.total', 2),
    ...more(wrongSums, requests('outcomes.denied.stateSecret'), 3),
  },
}
/** A figure that nobody can read, printed in a PDF. */
export const smudged: Handed = {
  ...all.find(({ format, year }) => format === 'pdf' && year === 2024)!,
}
export const smudgedCell = requests('carriedForward', 'naturalPerson')
/** Of five units of that name nobody can tell which one it is. */
export const nameless: Handed = { ...find('临溪县水务局'), calls: '水务局' }
/** The year before carried another number forward. */
export const notCarried: Handed = (() => {
  const is = find('白沙区教育局')
  const column = 'otherOrganization'
  const by = 5
  const keys = ['carriedOver', 'carriedForward'].flatMap(row => [requests(row, column), requests(row)])
  return {
    ...is,
    figures: { ...is.figures, ...Object.fromEntries(keys.map(key => [key, is.figures[key]! + by])) },
  }
})()

const planted: readonly Handed[] = [
  wrongSums,
  { ...smudged, slips: { [smudgedCell]: `${smudged.figures[smudgedCell]}口` } },
  nameless,
  notCarried,
]

/** Sixty reports, those with planted faults among them. */
export const reports: readonly Handed[] = all.map(
  each => planted.find(({ file }) => file === each.file) ?? each,
)

export const fileOf = ({ unit, year, format, figures, slips, calls }: Handed): Promise<Uint8Array> =>
  bytesOf(format, { ...drawReport('2021', { ...figures, ...slips }), authority: calls ?? unit.name, year })

/** What is dropped: name and bytes, two of them in an archive; and a letter that is no report. */
export const dropped = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>()
  const archived: Record<string, Uint8Array> = {}
  for (const each of reports) {
    const bytes = await fileOf(each)
    if (inArchive(each)) archived[each.file] = bytes
    else files.set(each.file, bytes)
  }
  files.set('沙河区报送.zip', zipSync(archived))
  files.set('说明.txt', strToU8('请于周五前报送。'))
  return files
}

export const inArchive = ({ unit }: Handed): boolean => ['沙河区财政局', '沙河区统计局'].includes(unit.name)
