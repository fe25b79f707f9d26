import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { readRecord, recordText } from './record.ts'
import { runCorpus } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
afterAll(() => rmSync(folder, { recursive: true }))

const record = pathToFileURL(`${folder}/`)
const file = join(folder, 'samples.txt')
const samples = [{ name: 'samples', folders: [new URL('../../infra/local/samples/', import.meta.url)] }]

const run = async (accept = false) => {
  const lines: string[] = []
  const changed = await runCorpus({ sets: samples, record, accept, print: line => lines.push(line) })
  return { changed, text: lines.join('\n') }
}

test('every file is new to an empty record; once accepted nothing has changed', async () => {
  const first = await run(true)
  expect(first.changed).toBe(3)
  expect(await run()).toMatchObject({ changed: 0 })
})

test('a figure, a finding and a verdict that are not as recorded are told with what they were', async () => {
  const truth = readFileSync(file, 'utf8')
  const [name] = readRecord(truth).map(entry => entry.name)
  const lied = truth
    .replace('verdict invalid', 'verdict valid')
    .replace(/^ {4}newRequests: \S+ \S+/mu, '    newRequests: 7 blank')
    .replace(/^ {2}finding (\S+) .*$/mu, '  finding none-such info broken')
  writeFileSync(file, lied)
  const { changed, text } = await run()
  expect(changed).toBeGreaterThan(0)
  expect(text).toContain(name)
  expect(text).toMatch(/结论 verdict {2}通过 valid → 不通过 invalid/u)
  expect(text).toMatch(/数字 figure {2}requests\.newRequests\.naturalPerson {2}7 → \d+/u)
  expect(text).toMatch(/数字 figure {2}requests\.newRequests\.commercialEnterprise {2}空白 blank → \d+/u)
  expect(text).toMatch(/－ 问题 finding {2}none-such {2}不再有 gone/u)
  expect(text).toMatch(/＋ 问题 finding .* 新出现 new/u)
  expect(readFileSync(file, 'utf8')).toBe(lied)
})

test('a set that is not on this machine is left out and its record stays', async () => {
  const lines: string[] = []
  const absent = [{ name: 'samples', folders: [new URL('no-such-folder/', record)] }]
  const before = readFileSync(file, 'utf8')
  expect(await runCorpus({ sets: absent, record, accept: true, print: line => lines.push(line) })).toBe(0)
  expect(lines).toEqual([expect.stringContaining('not on this machine')])
  expect(readFileSync(file, 'utf8')).toBe(before)
})

const word = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/u)
const told = fc.oneof(fc.integer({ min: -99, max: 99 }).map(String), fc.constantFrom('blank', 'missing'))
const key = fc
  .tuple(fc.constantFrom('requests', 'proactiveDisclosure'), fc.array(word, { maxLength: 3 }), word)
  .map(([form, row, column]) => [form, ...row, column].join('.'))
const line = fc.stringMatching(/^\S( ?\S){0,12}$/u)
const entry: fc.Arbitrary<Entry> = fc.record({
  name: line,
  sha256: word,
  verdict: word,
  format: word,
  year: word,
  authority: line,
  editions: line,
  figures: fc.dictionary(key, told),
  findings: fc.dictionary(word, line),
})

test('what is written into a record is read from it again', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), entries => {
      expect(readRecord(recordText(entries))).toEqual(entries)
    }),
  )
})
