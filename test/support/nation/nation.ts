import { type Engine, quoted } from '../../../functions/season/engine.ts'
import type { EditionId } from '../../../lib/forms/index.ts'
import { type SeriesColumn, sqlTypes } from '../../../lib/series/column.ts'
import { figureColumns } from '../../../lib/series/columns.ts'
import type { Line } from '../../../lib/series/roster/line.ts'
import { segmentColumns } from '../../../lib/series/segment.ts'
import { aloneUnits, type Instead, mergedInto, type Planted, plantedIn, signatureOf } from './faults.ts'
import { figuresSql } from './figures.ts'
import { headings, lineOf, type NationUnit, provinces, type Shape, unitsOfProvince } from './tree.ts'

/** Makes the reports of an invented nation for two years as segments, and its roster. */

export interface Nation {
  readonly shape: Shape
  /** The second of its years. */
  readonly year: number
  readonly seed: number
}

export function* nationLines({ shape, year }: Nation): Iterable<Line> {
  yield { line: 1, cells: headings }
  let line = 2
  for (let province = 0; province < provinces; province++)
    for (const unit of unitsOfProvince(shape, province)) yield lineOf(unit, line++)
  for (const unit of aloneUnits(year)) yield lineOf(unit, line++)
}

const columns: readonly SeriesColumn[] = ['unit', 'name', 'scope', 'city', 'county', 'edition'].map(name => ({
  name,
  kind: 'text',
  label: { zh: '', en: '' },
}))

const factsOf = (year: number): Readonly<Record<string, string>> => {
  const id = `unit || '-${year}'`
  const none = "'[]'"
  const editions = Object.fromEntries(
    segmentColumns.filter(({ name }) => name.startsWith('edition_')).map(({ name }) => [name, 'edition']),
  )
  return {
    ...{ record_id: id, path: `${id} || '.docx'`, key: `${id} || '.docx'`, version: id },
    ...{ sequencer: "'00659f8c80'", run: "'r1'", event_id: id, sha256: `sha256(${id})` },
    ...{ uploaded_at: `'${year + 1}-01-12T02:00:00.000Z'`, judged_at: `'${year + 1}-01-12T02:01:00.000Z'` },
    ...{ file_name: `name || '年报.docx'`, format: "'docx'", year: String(year) },
    ...{
      title: `name || '${year}年政府信息公开工作年度报告'`,
      authority: 'name',
      authority_as_printed: 'name',
    },
    ...{ signed_by: 'name', signed_on: `'${year + 1}-01-10'`, ...editions, verdict: "'valid'" },
    ...{
      errors: '0',
      warnings: '0',
      infos: '0',
      figures_hash: `left(md5(${id}), 16)`,
      distinct_values: '30',
      text_signature: signatureOf(id),
      speaks_as: none,
    },
    ...{ growth_claims: none, findings: none, without_number: none, flagged: none },
  }
}

const figureSql = (prefix: string): Readonly<Record<string, string>> =>
  Object.fromEntries(figureColumns.map(({ name }) => [name, `${prefix}_${name}`]))

const selectOf = (
  year: number,
  prefix: 'b' | 'n',
  edition: EditionId,
  instead: Instead,
  where: string,
): string => {
  const printed = new Set(
    figureColumns.filter(({ editions }) => editions.includes(edition)).map(({ name }) => name),
  )
  const values = { ...factsOf(year), ...figureSql(prefix) }
  const figures = new Set(figureColumns.map(({ name }) => name))
  const list = segmentColumns.map(({ name, kind }) => {
    const value = figures.has(name) && !printed.has(name) ? 'NULL' : (values[name] ?? 'NULL')
    return `CAST(${instead[name]?.(value) ?? value} AS ${sqlTypes[kind]}) AS ${name}`
  })
  return `SELECT ${list.join(', ')} FROM piece_figures WHERE ${where}`
}

/** The records of a year: those that nothing was done to, then the others one by one. */
const recordsOf = (
  { year }: Nation,
  of: number,
  edition: EditionId,
  units: ReadonlySet<string>,
  { missing, changed, more }: Planted,
): string => {
  const prefix = of === year ? 'n' : 'b'
  const unitOf = (name: string): string | null => {
    const [unit, when] = name.split(' ')
    return Number(when) === of && units.has(unit!) ? unit! : null
  }
  const named = (names: Iterable<string>): readonly string[] =>
    [...names].map(unitOf).filter(unit => unit !== null)
  const single = (name: string, instead: Instead): readonly string[] => {
    const unit = unitOf(name)
    return unit === null ? [] : [selectOf(of, prefix, edition, instead, `unit = '${unit}'`)]
  }
  const special = [...named(missing), ...named(changed.keys())]
  const gone = of === year ? [...mergedInto.values()].flat() : []
  const without = [...special, ...gone, ''].map(quoted).join(', ')
  return [
    selectOf(of, prefix, edition, {}, `unit NOT IN (${without})`),
    ...[...changed].flatMap(([name, instead]) => single(name, instead)),
    ...more.flatMap(({ of: name, instead }) => single(name, instead)),
  ].join(' UNION ALL ')
}

/** Figures of a piece of the nation: of each bureau by chance, of each government the sum of its area. */
const makeFigures = async (engine: Engine, edition: EditionId, seed: number): Promise<void> => {
  const { before, now } = figuresSql(
    edition,
    (place, many) => `CAST(hash(unit, '${place} ${seed}') % ${many} AS BIGINT)`,
  )
  const names = figureColumns
    .filter(({ editions }) => editions.includes(edition))
    .map(({ name }) => `b_${name}`)
  await engine.run(
    `CREATE TABLE leaves AS SELECT unit, name, city, county, edition, ${before} FROM piece WHERE scope = 'own'`,
  )
  const merged = [...mergedInto].map(
    ([unit, others]) => `WHEN '${unit}' THEN list_value(${others.map(quoted).join(', ')})`,
  )
  const sums = names.map(name => `l.${name} + coalesce(m.${name}, 0) AS ${name}`).join(', ')
  await engine.run(`CREATE TABLE followed AS SELECT l.unit, ${sums} FROM leaves l LEFT JOIN (
    SELECT t.unit, ${names.map(name => `sum(o.${name})::BIGINT AS ${name}`).join(', ')}
    FROM leaves t JOIN leaves o ON list_contains(CASE t.unit ${merged.join(' ')} END, o.unit)
    WHERE t.unit IN (${[...mergedInto.keys()].map(quoted).join(', ')}) GROUP BY t.unit
  ) m ON m.unit = l.unit`)
  const all = figureColumns.filter(({ editions }) => editions.includes(edition)).map(({ name }) => name)
  const both = all.flatMap(name => [`b_${name}`, `n_${name}`])
  await engine.run(`CREATE TABLE own AS SELECT l.unit, l.name, l.city, l.county, l.edition,
    ${names.map(name => `l.${name}`).join(', ')}, f.* EXCLUDE (unit)
    FROM leaves l JOIN (SELECT unit, ${now} FROM followed) f ON f.unit = l.unit`)
  const summed = both.map(name => `sum(${name})::BIGINT AS ${name}`).join(', ')
  const government = (where: string) =>
    `SELECT g.unit, g.name, g.edition, s.* EXCLUDE (place) FROM piece g JOIN (
      SELECT ${where} AS place, ${summed} FROM own WHERE ${where} IS NOT NULL GROUP BY 1
    ) s ON s.place = g.unit WHERE g.scope = 'wholeArea'`
  await engine.run(`CREATE TABLE piece_figures AS
    SELECT unit, name, edition, ${both.join(', ')} FROM own
    UNION ALL ${['county', 'city', 'left(unit, 3)'].map(government).join(' UNION ALL ')}`)
}

const tables = ['piece', 'leaves', 'followed', 'own', 'piece_figures']

/** Writes the segments into a folder: one for each province, edition and year. Gives their paths. */
export const writeNation = async (
  engine: Engine,
  nation: Nation,
  folder: string,
): Promise<readonly string[]> => {
  const planted = plantedIn(nation.year)
  const pieces: readonly (readonly NationUnit[])[] = [
    ...Map.groupBy(aloneUnits(nation.year), ({ edition }) => edition).values(),
  ]
  const paths: string[] = []
  const write = async (units: readonly NationUnit[], name: string): Promise<void> => {
    const { edition } = units[0]!
    await engine.table(
      'piece',
      columns,
      units.map(({ unit, name: called, scope, city, county }) => ({
        unit,
        name: called,
        scope,
        city,
        county,
        edition,
      })),
    )
    await makeFigures(engine, edition, nation.seed)
    const known = new Set(units.map(({ unit }) => unit))
    for (const when of [nation.year - 1, nation.year]) {
      const path = `${folder}/${name}-${when}.parquet`
      const select = recordsOf(nation, when, edition, known, planted)
      await engine.run(
        `COPY (${select}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10000)`,
      )
      paths.push(path)
    }
    for (const table of tables) await engine.run(`DROP TABLE ${table}`)
  }
  for (const [at, units] of pieces.entries()) await write(units, `alone${at}`)
  for (let province = 0; province < provinces; province++)
    await write([...unitsOfProvince(nation.shape, province)], `province${province}`)
  return paths
}
