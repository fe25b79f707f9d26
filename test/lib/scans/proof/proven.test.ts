import { describe, expect, it } from 'vitest'
import type { Report } from '../../../../lib/model/report.ts'
import { proven } from '../../../../lib/scans/proof/index.ts'
import { balancedFigures } from '../../../support/balanced.ts'
import { seeded } from '../../../support/random.ts'
import { reportOf } from '../../../support/report.ts'
import { bothRead, onPages, scanOf } from '../../../support/scan-on-pages.ts'

const report = onPages(reportOf({ figures: balancedFigures('2021', seeded('proven')) }))
const states = (of: Report) => Map.groupBy([...of.figures.values()], ({ state }) => state)

describe('what is proven of a scan', () => {
  it('takes what both families read where every sum holds, and leaves table 1 to a person', () => {
    const judged = proven(report, scanOf(report))
    expect(
      states(judged)
        .get('number')!
        .map(({ key }) => key),
    ).toEqual([...report.figures.keys()].filter(key => !key.startsWith('proactiveDisclosure')))
    for (const { key, value, evidence } of states(judged).get('number')!) {
      expect(value).toBe(report.figures.get(key)!.value)
      expect(evidence!.readers).toEqual(['digits', 'ppocr'])
    }
    for (const { unproven } of states(judged).get('unreadable')!) expect(unproven!.readings).toHaveLength(2)
  })

  it('leaves every figure of a broken sum open and says so', () => {
    const key = 'requests.outcomes.granted.naturalPerson'
    const read = report.figures.get(key)!.value! + 1
    const figures = new Map(report.figures).set(key, { ...report.figures.get(key)!, value: read })
    const judged = proven(
      { ...report, figures },
      scanOf(report, { [key]: { readings: bothRead(String(read)) } }),
    )
    expect(judged.figures.get(key)).toMatchObject({ state: 'unreadable', value: null })
    const broken = judged.observations.filter(({ kind }) => kind === 'sumBroken')
    expect(broken).toHaveLength(2)
  })
})
