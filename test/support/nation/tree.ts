import type { Line } from '../../../lib/series/roster/line.ts'

/** An invented nation: provinces, cities and counties, whose governments stand for their areas, with bureaus under each. */

export interface NationUnit {
  readonly unit: string
  readonly name: string
  readonly aliases?: string
  readonly parent: string | null
  readonly scope: 'own' | 'wholeArea'
  readonly province: number
  readonly city: string | null
  readonly county: string | null
  readonly edition: '2019' | '2021'
  readonly until?: string
  readonly successor?: string
}

export interface Shape {
  readonly cities: number
  readonly counties: number
  readonly bureaus: number
}

export const provinces = 31

const governments = ({ cities, counties }: Omit<Shape, 'bureaus'>): number =>
  provinces * (1 + cities * (1 + counties))

/** As many bureaus as make some number of units. */
export const shapeOf = (units: number): Shape => {
  const places = units < 20_000 ? { cities: 2, counties: 2 } : { cities: 11, counties: 10 }
  return { ...places, bureaus: Math.max(1, Math.round(units / governments(places)) - 1) }
}

const works = [
  '教育',
  '水务',
  '财政',
  '农业农村',
  '卫生健康',
  '交通运输',
  '文化和旅游',
  '民政',
  '审计',
  '林业',
]

const two = (at: number): string => String(at).padStart(2, '0')

/** The last province reports by the form of 2019. */
const editionOf = (province: number): NationUnit['edition'] => (province === provinces - 1 ? '2019' : '2021')

type Place = Pick<NationUnit, 'province' | 'city' | 'county'>

function* area(
  shape: Shape,
  unit: string,
  name: string,
  parent: string | null,
  place: Place,
): Iterable<NationUnit> {
  const edition = editionOf(place.province)
  yield { unit, name: `${name}人民政府`, parent, scope: 'wholeArea', ...place, edition }
  for (let at = 0; at < shape.bureaus; at++)
    yield {
      unit: `${unit}b${at}`,
      name: `${name}${works[at % works.length]}${at < works.length ? '' : `第${Math.floor(at / works.length)}`}局`,
      parent: unit,
      scope: 'own',
      ...place,
      edition,
    }
}

/** The units of a province, those above first. */
export function* unitsOfProvince(shape: Shape, province: number): Iterable<NationUnit> {
  const unit = `p${two(province)}`
  const name = `${two(province)}省`
  yield* area(shape, unit, name, null, { province, city: null, county: null })
  for (let c = 0; c < shape.cities; c++) {
    const city = `${unit}c${two(c)}`
    const cityName = `${name}${two(c)}市`
    yield* area(shape, city, cityName, unit, { province, city, county: null })
    for (let k = 0; k < shape.counties; k++) {
      const county = `${city}k${two(k)}`
      yield* area(shape, county, `${cityName}${two(k)}县`, city, { province, city, county })
    }
  }
}

export const headings = [
  ...['单位编号', '名称', '别名', '上级', '类别', '统计口径'],
  ...['终止日期', '承接单位编号'],
] as const

/** A unit as a line of the roster. */
export const lineOf = (each: NationUnit, line: number): Line => ({
  line,
  cells: [
    ...[each.unit, each.name, each.aliases ?? '', each.parent ?? ''],
    each.scope === 'wholeArea' ? '政府' : '部门',
    each.scope === 'wholeArea' ? '全域' : '本级',
    ...[each.until ?? '', each.successor ?? ''],
  ],
})
