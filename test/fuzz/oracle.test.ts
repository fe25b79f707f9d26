import { describe, expect, test } from 'vitest'
import { judge } from '../../lib/convert.ts'
import type { Figure } from '../../lib/model/report.ts'
import type { JudgedReport } from '../../lib/writers/judged-report.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { seeded } from '../support/random.ts'
import { brokenInvariant } from './invariants.ts'
import { invent } from './invent.ts'
import { levelsOf, mutate } from './mutate/index.ts'
import { misreadIn } from './oracle.ts'
import { bake } from './recipe.ts'
import { allSeeds } from './seeds/index.ts'
import { ownNumbers } from './seeds/own.ts'
import { touchedBetween } from './touched.ts'

/** A fuzzer that cannot fail finds nothing: planted faults must be caught, and damage to a cell itself must not be. */

const sha256 = '0'.repeat(64)
const bytes = Buffer.from(reportHtml(drawReport('2021', ownNumbers('2021'))))
const whole = await judge({ name: 'a.html', bytes, sha256 })
const a = 'requests.newRequests.naturalPerson'
const b = 'requests.newRequests.commercialEnterprise'

const changed = (key: string, change: Partial<Figure>): JudgedReport => {
  const figures = new Map(whole.report.figures)
  figures.set(key, { ...figures.get(key)!, ...change })
  return { ...whole, report: { ...whole.report, figures } }
}
const textOf = (key: string): string => whole.report.figures.get(key)!.text!

describe('misreadings', () => {
  const shifted = changed(a, { value: 10_150, text: textOf(b) })

  test('a figure of another cell is one', () => {
    expect(misreadIn(whole, shifted, new Set())).toEqual([{ key: a, printed: textOf(a), read: textOf(b) }])
    expect(misreadIn(whole, whole, new Set())).toEqual([])
  })

  test('so it is where only the cell it should be in was touched', () => {
    expect(misreadIn(whole, shifted, new Set([textOf(a)]))).toHaveLength(1)
  })

  test('damage to the cell itself, or a finding on it, excuses', () => {
    expect(misreadIn(whole, shifted, new Set([textOf(b)]))).toEqual([])
    expect(misreadIn(whole, changed(a, { value: 9, text: '9' }), new Set([textOf(a)]))).toEqual([])
    const finding = { ...whole.findings[0]!, id: 'new', check: 'row-duplicated', cells: [a] }
    expect(misreadIn(whole, { ...shifted, findings: [...whole.findings, finding] }, new Set())).toEqual([])
  })

  test('a cell missing elsewhere in the table does not', () => {
    const finding = {
      ...whole.findings[0]!,
      id: 'new',
      check: 'cell-missing',
      cells: ['requests.carriedOver.total'],
    }
    expect(misreadIn(whole, { ...shifted, findings: [...whole.findings, finding] }, new Set())).toHaveLength(
      1,
    )
  })
})

describe('invariants', () => {
  test('hold of an undamaged report', () => {
    expect(brokenInvariant(whole, true)).toBeNull()
  })

  test.each([
    ['a number without a value', changed(a, { value: null })],
    ['a value that is none', changed(a, { value: Number.NaN })],
    ['a number from nowhere', changed(a, { source: null })],
    ['a number from another cell', changed(a, { source: { kind: 'table', table: 2, row: 1, column: 1 } })],
    ['a number nobody printed', changed(a, { text: '00012' })],
    ['a check that crashed', { ...whole, findings: [{ ...whole.findings[0]!, check: 'check-failed' }] }],
  ])('do not hold of %s', (_, judged) => {
    expect(brokenInvariant(judged, true)).not.toBeNull()
  })
})

describe('mutants', () => {
  const seeds = allSeeds()

  test('there are documents of every format we read', () => {
    for (const extension of ['docx', 'html', 'txt', 'md', 'pdf', 'doc', 'odt', 'rtf'])
      expect(
        [...seeds.keys()].some(name => name.endsWith(`.${extension}`)),
        extension,
      ).toBe(true)
  })

  test('the same name gives the same mutant, and every level changes something', () => {
    for (const { name, bytes: original } of [...seeds.values()].filter(seed =>
      seed.name.startsWith('drawn-2021'),
    ))
      for (const level of new Set(levelsOf(name))) {
        const chances = () => Array.from({ length: 3 }, (_, at) => seeded(`${name} ${level} ${at}`))
        const once = mutate(name, original, level, chances())
        expect(Buffer.compare(once.bytes, mutate(name, original, level, chances()).bytes)).toBe(0)
        expect(Buffer.compare(once.bytes, original)).not.toBe(0)
      }
    const list = [...seeds.values()]
    const recipe = invent('same', list, [])
    expect(invent('same', list, [])).toEqual(recipe)
    expect(bake(recipe, seeds.get(recipe.seed)!)).toEqual(bake(recipe, seeds.get(recipe.seed)!))
  })

  test('the numbers a change reaches are named, as they were and as they are', () => {
    expect(touchedBetween('甲\t12\t34\t56', '甲\t12\t94\t56', 0)).toEqual(
      expect.arrayContaining(['34', '94']),
    )
    expect(touchedBetween('甲\t12\t34\t56', '甲\t12\t94\t56', 0)).not.toContain('12')
    expect(touchedBetween('12\t34', '1234', 0)).toContain('1234')
    expect(touchedBetween('a\n\nb 12', 'a\nb 12', 0)).not.toContain('12')
  })
})
