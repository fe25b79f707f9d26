import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPool, type Pool } from '../../infra/local/pool/pool.ts'
import { reportContract } from '../../lib/writers/contract.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { archives } from './corpus/archives.ts'
import { foreign } from './corpus/foreign.ts'
import { numbers } from './corpus/numbers.ts'
import { pages } from './corpus/pages.ts'
import { pdfs } from './corpus/pdfs.ts'
import { squares } from './corpus/squares.ts'
import { texts } from './corpus/texts.ts'
import { wordFiles } from './corpus/word.ts'
import { xmlBombs } from './corpus/xml.ts'
import { mostGrowthMb, mostMilliseconds, runHostile } from './run-hostile.ts'

const groups = { archives, xmlBombs, wordFiles, pages, texts, numbers, foreign, pdfs, squares }
const ordinary = reportHtml(drawReport('2021'))
let pool: Pool

beforeAll(async () => {
  pool = openPool({ size: 1 })
  await runHostile(pool, '年报.html', ordinary)
})
afterAll(() => pool.close())

test('the corpus is large, and no case stands in it twice', () => {
  const all = Object.values(groups).flat()
  expect(all.length).toBeGreaterThanOrEqual(60)
  expect(new Set(all.map(({ file, what }) => `${file} ${what}`)).size).toBe(all.length)
})

for (const [group, cases] of Object.entries(groups))
  describe(group, () => {
    for (const { file, what, make, expected } of cases)
      test(`${file}: ${what}`, async () => {
        const outcome = await runHostile(pool, file, make())
        expect(outcome.crash).toBeNull()
        expect(outcome.milliseconds).toBeLessThan(mostMilliseconds)
        expect(outcome.growthMb).toBeLessThan(mostGrowthMb)
        const { refusal, converted } = outcome
        if (refusal) expect(expected.codes, refusal.sentence.en).toContain(refusal.code)
        if (!converted) return
        expect(expected.read, 'must be refused').toBe(true)
        const report = reportContract.parse(JSON.parse(Buffer.from(converted.outputs.json).toString()))
        expect(report.findings.filter(({ check }) => check === 'check-failed')).toEqual([])
        expected.then?.(report)
      })

    test('and the next report is converted as ever', async () => {
      const { converted, refusal } = await runHostile(pool, '年报.html', ordinary)
      expect(refusal).toBeNull()
      expect(converted?.verdict).toBe('valid')
    })
  })
