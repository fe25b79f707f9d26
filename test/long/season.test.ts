import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEngine } from '../../functions/season/engine.ts'
import { runChecks } from '../../functions/season/run-checks.ts'
import { writeSeasonFiles } from '../../functions/season/write-season.ts'
import { crossChecks } from '../../lib/series/checks/index.ts'
import { readRoster } from '../../lib/series/roster/roster.ts'
import { foundIn, plantedIn } from '../support/nation/faults.ts'
import { nationLines, writeNation } from '../support/nation/nation.ts'
import { shapeOf } from '../support/nation/tree.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test.each([1, 2])(
  'of an invented nation of 2,000 units every planted fault is found, and nothing else (seed %i)',
  async seed => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'out'))
    const nation = { shape: shapeOf(2000), year: 2024, seed }
    const read = readRoster(nationLines(nation))
    if ('problems' in read) throw new Error(JSON.stringify(read.problems.slice(0, 3)))
    const engine = await openEngine()
    try {
      const segments = await writeNation(engine, nation, folder)
      const asked = { year: 2024, asOf: '2025-04-10', roster: read.roster, decisions: new Map(), only: null }
      const { json } = await writeSeasonFiles(engine, { ...asked, segments }, join(folder, 'out'))
      const { expected } = plantedIn(2024)
      expect(foundIn(json.findings)).toEqual(expected)
      await engine.threads(2)
      expect(foundIn(await runChecks(engine, asked))).toEqual(expected)
      const planted = new Set(expected.map(each => each.split(' ')[0]))
      expect(crossChecks.map(({ id }) => id).filter(id => !planted.has(id))).toEqual([])
    } finally {
      engine.close()
    }
  },
)
