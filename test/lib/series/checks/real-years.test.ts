import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../../lib/convert.ts'
import { recordOf } from '../../../../lib/series/record.ts'
import { proposeRoster } from '../../../../lib/series/roster/propose-roster.ts'
import { readRoster } from '../../../../lib/series/roster/roster.ts'
import type { SpokenName } from '../../../../lib/series/spoken-names.ts'
import { reportJson } from '../../../../lib/writers/json.ts'
import { hasRealReports, realReports } from '../../../support/keys.ts'
import { findingsOfRecords } from './invented-season.ts'

const recordOfFile = async (name: string) => {
  const judged = await judge({ name, bytes: readFileSync(realReports + name), sha256: '0'.repeat(64) })
  return recordOf(reportJson(judged), {
    key: name,
    version: '1',
    sequencer: '1',
    run: null,
    event: null,
    uploadedAt: '2023-01-20T00:00:00Z',
    judgedAt: null,
  })
}

describe.skipIf(!hasRealReports)('two years of a real authority', () => {
  test('are one unit of a proposed roster; what was carried forward came back', async () => {
    const records = await Promise.all(['hebei-jyt-2021.txt', 'hebei-jyt-2022.txt'].map(recordOfFile))
    const result = readRoster(proposeRoster(records).map((cells, at) => ({ line: at + 1, cells })))
    if ('problems' in result) throw new Error(JSON.stringify(result.problems))
    expect(result.roster.units.size).toBe(1)
    const findings = await findingsOfRecords(result.roster, records, { year: 2022 })
    // 181 in force, 5 issued and 17 repealed make 169; the report says 159.
    expect(findings).toMatchObject([
      {
        check: 'normative-in-force-against-last-year',
        severity: 'info',
        outcome: 'broken',
        expected: 169,
        actual: 159,
        subjects: [
          {
            year: 2022,
            version: '1',
            cells: expect.arrayContaining(['proactiveDisclosure.normativeDocuments.inForce']),
          },
          { year: 2021, version: '1' },
        ],
      },
    ])
  })

  test('no report speaks as another authority, and no text is a copy', async () => {
    const files = readdirSync(realReports).filter(name => /^\w[^.]*\.(?:txt|html|md|pdf)$/u.test(name))
    const own = files.filter(name => !/^(?:made-from|README)/u.test(name))
    const records = await Promise.all(own.map(recordOfFile))
    const authorities = new Set(records.map(row => row['authority']).filter(name => name !== null))
    expect(authorities.size).toBeGreaterThan(5)
    const spoken = records.flatMap(row => JSON.parse(String(row['speaks_as'])) as readonly SpokenName[])
    expect(spoken.filter(({ name }) => authorities.has(name))).toEqual([])
    const signatures = records.map(row => row['text_signature']).filter(each => typeof each === 'string')
    expect(signatures.length).toBeGreaterThan(4)
    const alike = signatures.flatMap((one, at) =>
      signatures
        .slice(at + 1)
        .map(other => one.match(/../gu)!.filter((hash, nth) => hash === other.match(/../gu)![nth]).length),
    )
    expect(Math.max(...alike)).toBeLessThan(10)
  })
})
