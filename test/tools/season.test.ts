import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inventedReport, rosterText, twoYears, units, writeReports } from '../support/invented-season.ts'
import { tablePrograms } from '../support/python-environments.ts'
import { runGongkai } from '../support/run-gongkai.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const program = `
import json, sys, pandas
folder = sys.argv[1]
parquet = pandas.read_parquet(folder + '/reports.parquet')
csv = pandas.read_csv(folder + '/reports.csv')
numbers = parquet.select_dtypes('number').columns
print(json.dumps({
  'rows': len(parquet),
  'numbers': len(numbers),
  'differ': [name for name in numbers if not (parquet[name].astype(float).fillna(-1) == csv[name].astype(float).fillna(-1)).all()],
}))
`

test('frictionless finds the data set valid, and pandas reads the same figures from Parquet and CSV', async () => {
  const bin = await tablePrograms()
  const folder = await temporaryFolder()
  const { u1, u2 } = twoYears('tools')
  await writeReports(join(folder, 'in'), {
    '2023/甲.html': inventedReport(units.u1, 2023, u1[0]),
    '2024/甲.html': inventedReport(units.u1, 2024, u1[1]),
    '2024/乙.html': inventedReport(units.u2, 2024, u2[1]),
  })
  await writeFile(join(folder, '名册.csv'), rosterText())
  await runGongkai(['convert', 'in', '--out', 'results'], folder)
  await runGongkai(['season', '--year', '2024', '--roster', '名册.csv', '--from', 'results'], folder)
  const { seasons } = JSON.parse(await readFile(join(folder, 'season/current.json'), 'utf8'))
  const dataset = join(folder, 'season', seasons['2024'], 'dataset')
  const report = execFileSync(join(bin, 'frictionless'), [
    'validate',
    '--json',
    join(dataset, 'datapackage.json'),
  ])
  expect(JSON.parse(report.toString())).toMatchObject({ valid: true, stats: { tasks: 10 } })
  const read = execFileSync(join(bin, 'python'), ['-c', program, dataset])
  expect(JSON.parse(read.toString())).toMatchObject({ rows: 3, differ: [] })
})
