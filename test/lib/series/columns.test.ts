import { expect, test } from 'vitest'
import { formKeys } from '../../../lib/forms/form.ts'
import { editions } from '../../../lib/forms/index.ts'
import { cellsOfForm } from '../../../lib/model/figures-of.ts'
import { columnOf, figureColumns, recordColumns, seasonColumns } from '../../../lib/series/columns.ts'

test('every cell key of every edition has one column, with the editions that print it', () => {
  const printed = editions.flatMap(({ id }) =>
    formKeys.flatMap(form => cellsOfForm(id, form).map(({ key }) => ({ key, id }))),
  )
  expect(figureColumns).toHaveLength(new Set(printed.map(({ key }) => key)).size)
  for (const { key, id } of printed) expect(columnOf(key).editions).toContain(id)
  expect(figureColumns.flatMap(column => column.editions)).toHaveLength(printed.length)
})

test('names are unique, in lower case, and short enough for a catalogue of tables', () => {
  const names = seasonColumns.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]{0,127}$/u)
})

test('every column says in both languages what it is', () => {
  for (const { label } of seasonColumns) {
    expect(label.zh).toMatch(/[\u4e00-\u9fff]/u)
    expect(label.en).toMatch(/[A-Za-z]{2}/u)
  }
  const labels = figureColumns.map(({ label }) => label.zh)
  expect(new Set(labels).size).toBe(labels.length)
})

test('names and kinds that segments and other people’s queries rely on', () => {
  expect(recordColumns.map(({ name, kind }) => `${name} ${kind}`)).toMatchSnapshot()
})
