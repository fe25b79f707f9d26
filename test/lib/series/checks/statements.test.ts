import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { SeasonQuery } from '../../../../lib/series/checks/cross-check.ts'
import { crossChecks } from '../../../../lib/series/checks/index.ts'
import { figureColumns } from '../../../../lib/series/columns.ts'
import { seasonTables, type TableName } from '../../../../lib/series/tables.ts'

const names = Object.keys(seasonTables) as TableName[]
const season: SeasonQuery = {
  year: 2023,
  asOf: "2024-01-01'; DROP TABLE reports --",
  tables: Object.fromEntries(names.map(name => [name, `read_parquet('${name}.parquet')`])) as Record<
    TableName,
    string
  >,
}
const statements = crossChecks.flatMap(({ id, statements: of }) => of(season).map(sql => ({ id, sql })))
const room = fileURLToPath(new URL('../../../../lib/series/checks/', import.meta.url))

const camelCase = (id: string): string => id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())

test('the written list has every check of the folders, each in a file of its name', () => {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(
    name =>
      name.includes('/') &&
      /\bexport const \w+ = (?:defineCrossCheck|crossEquationCheck|unplacedCheck)\(\{/u.test(
        readFileSync(room + name, 'utf8'),
      ),
  )
  expect(files.map(name => name.split('/').at(-1)!.replace('.ts', '')).sort()).toEqual(
    crossChecks.map(({ id }) => id).sort(),
  )
  for (const name of files)
    expect(readFileSync(room + name, 'utf8')).toContain(
      `export const ${camelCase(name.split('/').at(-1)!.replace('.ts', ''))} = `,
    )
})

test('ids and severities others rely on', () => {
  expect(Object.fromEntries(crossChecks.map(({ id, severity }) => [id, severity]))).toMatchSnapshot()
})

test('every check says in both languages what it is, why and from where', () => {
  for (const { title, explanation, source } of crossChecks) {
    for (const text of [title.zh, explanation.zh, source]) expect(text).toMatch(/[\u4e00-\u9fff]/u)
    for (const text of [title.en, explanation.en]) expect(text).toMatch(/[a-z]{2}/u)
  }
})

test('formulas, from the statements that are evaluated', () => {
  expect(Object.fromEntries(crossChecks.map(({ id, formula }) => [id, formula ?? null]))).toMatchSnapshot()
})

test('statements keep to what all engines read, and to as many figures as they can bear', () => {
  for (const { id, sql } of statements) {
    expect(sql, id).not.toMatch(
      /\b(?:QUALIFY|UNPIVOT|PIVOT|GROUP BY ALL|EXCLUDE|approx_|list_|struct_|ILIKE)\b/iu,
    )
    expect(sql, id).not.toMatch(/::|\bDATE\b|"/u)
    const figures = figureColumns.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'u').test(sql))
    expect(figures.length, id).toBeLessThanOrEqual(25)
  }
})

test('a day that is no day stays a text', () => {
  const quoted = statements.filter(({ sql }) => sql.includes('DROP TABLE'))
  expect(quoted.map(({ id }) => id)).toEqual(['unit-not-reported'])
  for (const { sql } of quoted) expect(sql).toContain("'2024-01-01''; DROP TABLE reports --'")
})

test('every statement reads the tables it is given', () => {
  for (const { id, sql } of statements) expect(sql, id).toMatch(/read_parquet\('/u)
})
