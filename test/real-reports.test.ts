import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../lib/checks/check.ts'
import { judge } from '../lib/convert.ts'
import { Problem } from '../lib/model/problems.ts'
import type { JudgedReport } from '../lib/writers/judged-report.ts'
import { hasRealReports, type Key, keys, realReports } from './support/keys.ts'

const judgeFile = (name: string): Promise<JudgedReport> => {
  const bytes = readFileSync(realReports + name)
  return judge({ name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
}

/** The narrative is complete only in the three text reports and in what was set again from them. */
const narrativeComplete = (key: Key): boolean => key.files.some(file => file.startsWith('made-from-'))

const matches = (finding: Finding, wanted: Key['findings'][number]): boolean =>
  finding.check === wanted.check &&
  finding.severity === wanted.severity &&
  (wanted.cells ?? []).every(cell => finding.cells.includes(cell)) &&
  (wanted.expected === undefined || finding.expected === wanted.expected) &&
  (wanted.actual === undefined || finding.actual === wanted.actual)

test('the real reports lie beside the checkout wherever the suite must be whole', () => {
  if (process.env['CI'] === 'true') expect(hasRealReports).toBe(true)
})

describe.skipIf(!hasRealReports)('real reports', () => {
  for (const key of keys)
    for (const file of key.files)
      test(file, async () => {
        const { report, findings, verdict } = await judgeFile(file)
        const read = Object.fromEntries([...report.figures].map(([name, { value }]) => [name, value]))
        expect(read).toEqual(key.figures)
        expect(report.editions).toEqual(key.editions)
        expect(report.year).toBe(key.year)
        const blankInstead = key.note?.includes('in the .docx') && !file.endsWith('.txt')
        if (key.verdict && !blankInstead) expect(verdict).toBe(key.verdict)
        for (const check of key.mustNotBreak) {
          if (blankInstead && check === 'cell-blank') continue
          const broken = findings.filter(finding => finding.check === check && finding.outcome === 'broken')
          expect(broken, `${check} must hold`).toEqual([])
        }
        for (const wanted of key.findings) {
          if (wanted.check.startsWith('text-') && !narrativeComplete(key)) continue
          const check = blankInstead && wanted.check === 'cell-missing' ? 'cell-blank' : wanted.check
          const severity = check === 'cell-blank' ? 'warning' : wanted.severity
          const found = findings.some(finding => matches(finding, { ...wanted, check, severity }))
          expect(found, `${check} must be among the findings`).toBe(true)
        }
      })

  test('the blank form of an office suite gives only blanks', async () => {
    const { report } = await judgeFile('wps-blank-form-2021.docx')
    expect(new Set([...report.figures.values()].map(figure => figure.state))).toEqual(new Set(['blank']))
    expect(report.figures.size).toBe(200)
  })

  test('a text whose cells ran together gives no figure and says why', async () => {
    const { report, findings } = await judgeFile('pingtan-2020.squashed.txt')
    expect([...report.figures.values()].filter(figure => figure.value !== null)).toEqual([])
    expect(findings.filter(finding => finding.check === 'table-unreadable')).toHaveLength(3)
  })

  /** What a person reads in the fragments: every figure that may come out of them, by its value. */
  const fragments: Readonly<
    Record<string, { numbers: number; some: Readonly<Record<string, number | null>> }>
  > = {
    'longgang-fgj-2024.txt': {
      numbers: 80,
      some: {
        'requests.newRequests.naturalPerson': 58,
        'requests.newRequests.legalServiceOrganization': 1,
        'requests.outcomes.partiallyGranted.total': 17,
        'requests.outcomes.denied.enforcementFile.total': null,
        'proactiveDisclosure.normativeDocuments.inForce': 25,
      },
    },
    'tongjiju-2023-slash.txt': {
      numbers: 9,
      some: {
        'proactiveDisclosure.rules.issued': null,
        'proactiveDisclosure.normativeDocuments.issued': 0,
        'requests.newRequests.naturalPerson': null,
        'requests.newRequests.total': 0,
      },
    },
    'wuhan-sthj-2020-traditional.txt': {
      numbers: 17,
      some: {
        'proactiveDisclosure.normativeDocuments.totalDisclosed': 19,
        'proactiveDisclosure.otherManagementServices.decisions': 165,
        'proactiveDisclosure.administrativeCompulsion.decisions': null,
      },
    },
    'xiongxian-xiang-2019-labels-only.txt': { numbers: 0, some: {} },
    'yueyang-nanhu-2019.txt': {
      numbers: 22,
      some: {
        'proactiveDisclosure.centralizedProcurement.totalAmount': 0,
        'requests.newRequests.total': null,
      },
    },
  }
  for (const [file, { numbers, some }] of Object.entries(fragments))
    test(`partial/${file} gives no invented figure`, async () => {
      const { report } = await judgeFile(`partial/${file}`)
      expect([...report.figures.values()].filter(figure => figure.state === 'number')).toHaveLength(numbers)
      for (const [key, value] of Object.entries(some))
        expect(report.figures.get(key)?.value ?? null, key).toBe(value)
    })

  test('no file of the folder is left untried', async () => {
    const listed = new Set(keys.flatMap(key => key.files))
    const others = readdirSync(realReports).filter(
      name => !listed.has(name) && !/\.(json|md)$/u.test(name) && name !== 'partial',
    )
    for (const name of others)
      await judgeFile(name).catch((error: unknown) => expect(error).toBeInstanceOf(Problem))
    expect(listed.size).toBeGreaterThan(10)
  })
})
