import { expect, test } from 'vitest'
import { type DataTableName, dataTableNames, hasTable } from '../../../lib/series/data-tables.ts'
import { dataPackage, dictionaryCsv } from '../../../lib/series/dictionary.ts'

test('a season of more than 50,000 reports has all tables but the tidy one', () => {
  expect(dataTableNames.filter(name => !hasTable(name, 50_000))).toEqual([])
  expect(dataTableNames.filter(name => !hasTable(name, 50_001))).toEqual(['figures'])
})

test('what explains the data set tells of the tables that are there, and which is not', () => {
  const names = dataTableNames.filter(name => name !== 'figures')
  expect(dictionaryCsv(dataTableNames)).toContain('\r\nfigures,')
  expect(dictionaryCsv(names)).not.toContain('\r\nfigures,')
  const described = (all: readonly DataTableName[]) => dataPackage(2024, all, () => undefined).description
  expect(described(dataTableNames)).not.toContain('Not here')
  expect(described(names)).toContain('Not here: figures (')
  expect(described(names)).toContain('50,000')
})
