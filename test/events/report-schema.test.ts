import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { reportJson, writeJson } from '../../lib/writers/json.ts'
import { contradictorySample, samples } from '../lib/writers/samples.ts'

const folder = new URL('../../events/report/', import.meta.url)
const schemaFile = new URL('v2.schema.json', folder)
const sampleFile = new URL('v2.needs-review.sample.json', folder)

/** What other people validate with: the committed schema, not the code it came from. */
const validatorOf = (file = schemaFile) =>
  new Ajv2020({ strict: true, validateFormats: false }).compile(JSON.parse(readFileSync(file, 'utf8')))

const committed = [
  [
    'v2.needs-review.sample.json',
    sampleFile,
    `${JSON.stringify(reportJson(contradictorySample), null, 2)}\n`,
  ],
] as const

describe('events/report', () => {
  for (const [name, file, text] of committed)
    it(`${name} is that of the source`, async () => {
      await expect(text).toMatchFileSnapshot(fileURLToPath(file))
    })

  for (const [name, sample] of Object.entries(samples))
    it(`the schema holds for the ${name} report`, () => {
      const valid = validatorOf()
      expect(valid(JSON.parse(writeJson(sample))), JSON.stringify(valid.errors)).toBe(true)
    })

  it('refuses what is not the contract', () => {
    const valid = validatorOf()
    const good = JSON.parse(JSON.stringify(reportJson(samples.clean!)))
    expect(valid({ ...good, verdict: 'fine' })).toBe(false)
    expect(valid({ ...good, later: 1 })).toBe(true)
    expect(
      valid({ ...good, figures: { a: { ...good.figures['requests.newRequests.total'], value: '16' } } }),
    ).toBe(false)
    const { findings: _findings, ...without } = good
    expect(valid(without)).toBe(false)
  })

  it('keeps version 1 as it was published', () => {
    const valid = validatorOf(new URL('v1.schema.json', folder))
    const sample = JSON.parse(readFileSync(new URL('v1.needs-review.sample.json', folder), 'utf8'))
    expect(valid(sample), JSON.stringify(valid.errors)).toBe(true)
    expect(valid(JSON.parse(writeJson(samples.clean!)))).toBe(false)
  })

  it('knows a figure of a PDF by its page and box', () => {
    const good = JSON.parse(JSON.stringify(reportJson(samples.clean!)))
    good.figures['requests.newRequests.total'].source = {
      kind: 'page',
      page: 3,
      box: [72, 101.5, 90, 115],
      table: 2,
      row: 4,
      column: 10,
    }
    expect(validatorOf()(good)).toBe(true)
  })
})
