import { expect, test } from 'vitest'
import { athenaTables, namedQueries, seasonsOfAthena } from '../../../lib/series/athena.ts'
import { dataTableNames, dataTables } from '../../../lib/series/data-tables.ts'
import { questions } from '../../../lib/series/questions/index.ts'

const root = 's3://outputs/season/athena'
const tables = athenaTables(root)

test('Glue has every table with every column, in names and comments that it takes', () => {
  expect(tables.map(({ name }) => name)).toEqual(dataTableNames)
  for (const { name, description, partitionKeys, storageDescriptor } of tables) {
    const columns = [...storageDescriptor.columns, ...partitionKeys]
    expect(storageDescriptor.columns.map(column => column.name)).toEqual(
      dataTables[name].columns.map(column => column.name),
    )
    expect(new Set(columns.map(column => column.name)).size, name).toBe(columns.length)
    for (const column of columns) {
      expect(column.name).toMatch(/^[a-z][a-z0-9_]{0,254}$/u)
      expect(column.comment).toMatch(/^[^\p{Cc}]{1,255}$/u)
    }
    expect(description.length).toBeLessThanOrEqual(2048)
  }
})

test('types of columns, one of each kind', () => {
  const reports = tables.find(({ name }) => name === 'reports')!.storageDescriptor.columns
  const typeOf = (wanted: string): string | undefined => reports.find(({ name }) => name === wanted)?.type
  expect(
    ['unit', 'year', 'requests_new_requests_total', 'proactive_disclosure_administrative_fees_amount'].map(
      typeOf,
    ),
  ).toEqual(['string', 'int', 'bigint', 'decimal(18,6)'])
})

test('a season is found by the template of its place, whatever was made when', () => {
  const { parameters, storageDescriptor } = tables.find(({ name }) => name === 'findings')!
  expect(parameters['storage.location.template']).toBe(
    's3://outputs/season/athena/findings/season=$'.concat('{season}/'),
  )
  expect(storageDescriptor.location).toBe('s3://outputs/season/athena/findings/')
  expect(parameters['projection.season.values']).toBe(seasonsOfAthena.join(','))
  expect([seasonsOfAthena[0], seasonsOfAthena[1], seasonsOfAthena.at(-1)]).toEqual([
    'current',
    '2008',
    '2100',
  ])
})

test('a named query for each ready question, within what Athena takes', () => {
  expect(namedQueries.map(({ name }) => name)).toEqual(questions.map(({ id, title }) => `${title.zh} ${id}`))
  for (const { name, description, queryString } of namedQueries) {
    expect(name.length).toBeLessThanOrEqual(128)
    expect(description.length).toBeLessThanOrEqual(1024)
    expect(queryString.length).toBeLessThanOrEqual(262_144)
  }
})

test('a named query reads each of its tables from one season', () => {
  for (const { name, queryString } of namedQueries) {
    const narrowed = [
      ...queryString.matchAll(/(\w+) AS \(SELECT \* FROM \1 WHERE season = 'current'\)/gu),
    ].map(match => match[1])
    const read = [...queryString.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/gu)].map(match => match[1]!)
    expect(new Set(narrowed), name).toEqual(new Set(read))
    expect(narrowed.length, name).toBeGreaterThan(0)
  }
})

test('the named query of who has not reported, as it stands in Athena', () => {
  expect(namedQueries.find(({ name }) => name.endsWith(' not-reported'))).toMatchSnapshot()
})
