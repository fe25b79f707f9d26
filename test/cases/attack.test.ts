import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judge } from '../../lib/convert.ts'

/** Constructions of people's hands, each with what a reader sees in the cells in question (null: nothing readable). */
const folder = fileURLToPath(new URL('../../../shared/cases/attack/', import.meta.url))
const present = existsSync(folder)
const cases = present ? readdirSync(folder).filter(name => existsSync(`${folder}${name}/truth.json`)) : []

test('the cases lie beside the checkout wherever the suite must be whole', () => {
  if (process.env['CI'] === 'true') expect(cases.length).toBeGreaterThan(20)
})

describe.skipIf(!present)('no figure comes out wrong without a finding at its cell', () => {
  for (const name of cases)
    test(name, async () => {
      const input = readdirSync(folder + name).find(file => file.startsWith('input.'))!
      const bytes = readFileSync(`${folder}${name}/${input}`)
      const truth = JSON.parse(readFileSync(`${folder}${name}/truth.json`, 'utf8')) as Record<string, unknown>
      const { report, findings } = await judge({ name: input, bytes, sha256: '' })
      const flagged = new Set(
        findings.filter(({ severity }) => severity !== 'info').flatMap(({ cells }) => cells),
      )
      for (const [key, seen] of Object.entries(truth)) {
        if (typeof seen === 'string') continue
        const value = report.figures.get(key)?.value ?? null
        if (value !== seen) expect(flagged, `${key}: ${value} for ${seen}`).toContain(key)
      }
      expect([...report.figures.values()].some(({ value }) => value !== null)).toBe(true)
    })
})
