import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { catalogue, formulaOfCheck } from '../../../lib/checks/catalogue.ts'
import { checkFailed } from '../../../lib/checks/check-failed.ts'
import { equationChecks } from '../../../lib/checks/equations.ts'
import { checks } from '../../../lib/checks/index.ts'
import { retiredIds } from '../../../lib/checks/retired.ts'
import { findingsOf } from './cases/case.ts'
import { checkCases } from './cases/index.ts'

const room = fileURLToPath(new URL('../../../lib/checks/', import.meta.url))

const camelCase = (id: string): string => id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())

/** Files of the room that define a check: those whose object carries an id. */
const definingFiles = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && name.includes('/'))
  .filter(name =>
    /\b(?:defineCheck|equationCheck|explainingCheck)\(\{/u.test(readFileSync(room + name, 'utf8')),
  )

test('the written list has every check of the folders, each in a file of its name', () => {
  const files = definingFiles.map(name => name.split('/').at(-1)!.replace('.ts', ''))
  expect([...files].sort()).toEqual(checks.map(({ id }) => id).sort())
  for (const name of definingFiles) {
    const id = name.split('/').at(-1)!.replace('.ts', '')
    expect(readFileSync(room + name, 'utf8')).toContain(`export const ${camelCase(id)} = `)
  }
})

test('ids are unique, kebab-case and never used again', () => {
  const ids = [...checks.map(({ id }) => id), checkFailed.id]
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter(id => !/^[a-z]+(?:-[a-z]+)*$/u.test(id))).toEqual([])
  expect(ids.filter(id => retiredIds.includes(id))).toEqual([])
})

test('every check says in both languages what it is, why and from where', () => {
  for (const { title, explanation, source } of [...checks, checkFailed]) {
    for (const text of [title.zh, explanation.zh, source]) expect(text).toMatch(/[\u4e00-\u9fff]/u)
    for (const text of [title.en, explanation.en]) expect(text).toMatch(/[a-z]{2}/u)
  }
  for (const { editions } of checks) expect(editions.length).toBeGreaterThan(0)
})

test('ids and severities others rely on', () => {
  expect(
    Object.fromEntries([...checks, checkFailed].map(({ id, severity }) => [id, severity])),
  ).toMatchSnapshot()
})

test('formulas of the equations, from the statement that is evaluated', () => {
  expect(Object.fromEntries(equationChecks.map(check => [check.id, formulaOfCheck(check)]))).toMatchSnapshot()
})

test('the catalogue page is up to date', async () => {
  const text = catalogue(id => {
    const check = checks.find(each => each.id === id)
    const first = checkCases[id]?.broken[0]
    return check && first ? (findingsOf(check, first.report)[0]?.message ?? null) : null
  })
  await expect(text).toMatchFileSnapshot(`${room}README.md`)
})
