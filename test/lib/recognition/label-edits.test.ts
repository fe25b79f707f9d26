import { describe, expect, test } from 'vitest'
import { type FormKey, formKeys, type Label } from '../../../lib/forms/form.ts'
import { editions } from '../../../lib/forms/index.ts'
import { bareLabel } from '../../../lib/recognition/labels/labels.ts'
import { type Vocabulary, vocabulariesOf } from '../../../lib/recognition/labels/vocabulary.ts'

/** Every label of a form, and every way of printing it with one slip or cut short: none may pass for another label. */

const wordings = ({ label, alsoWritten = [] }: Label): string[] => [label, ...alsoWritten].map(bareLabel)

/** What each bare wording means in any edition: a row or column by its key, a group by its name. */
const meanings = (form: FormKey): ReadonlyMap<string, ReadonlySet<string>> => {
  const all = new Map<string, Set<string>>()
  for (const { forms } of editions)
    for (const { rows, columns } of forms[form].blocks)
      for (const [kind, list] of [['row', rows] as const, ['column', columns] as const])
        for (const { key, path } of list)
          path.forEach((label, at) => {
            const last = at === path.length - 1
            // In table 4 the same five results stand in three groups.
            const name = !last
              ? `group ${bareLabel(label.label)}`
              : `${kind} ${form === 'reconsiderationAndLitigation' ? key.split('.').at(-1) : key}`
            for (const bare of wordings(label)) all.set(bare, (all.get(bare) ?? new Set()).add(name))
          })
  return all
}

const pieces = (label: string): string[] => {
  const found: string[] = []
  for (let from = 0; from < label.length; from++)
    for (let to = from + 2; to <= label.length; to++) found.push(label.slice(from, to))
  return found
}

/** In long labels one character more or less makes no other label: there a few stand for all. */
const long = 9

const slips = (label: string, all: readonly string[]): string[] => {
  const alphabet = label.length > long ? [...'某不上'] : all
  const found: string[] = []
  for (let at = 0; at <= label.length; at++) {
    const [before, after] = [label.slice(0, at), label.slice(at)]
    if (after !== '') found.push(before + after.slice(1))
    if (after.length > 1) found.push(before + after[1] + after[0] + after.slice(2))
    for (const character of alphabet) {
      found.push(before + character + after)
      if (after !== '') found.push(before + character + after.slice(1))
    }
  }
  return found
}

/** All that a printed text may come from, by one slip in a label or a cut out of one. */
const origins = (
  labels: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const short = [...labels.keys()].filter(label => label.length <= long)
  const alphabet = [...new Set(short.join(''))]
  const all = new Map<string, Set<string>>()
  for (const [label, names] of labels)
    for (const printed of [...slips(label, alphabet), ...pieces(label)]) {
      const known = all.get(printed) ?? new Set()
      for (const name of names) known.add(name)
      all.set(printed, known)
    }
  return all
}

const found = (vocabulary: Vocabulary, bare: string): string[] => {
  const row = vocabulary.findRow(bare)
  const group = vocabulary.findGroup(bare)
  const columns = vocabulary.form.blocks.flatMap(block => vocabulary.findColumn(block, bare) ?? [])
  return [
    ...(row ? [`row ${row.value.row.key}`] : []),
    ...(group ? [`group ${group.value}`] : []),
    ...columns.map(({ value }) => `column ${value.column.key.split('.').at(-1)}`),
  ]
}

describe.each(formKeys)('%s', form => {
  const labels = meanings(form)

  test('a slip or a cut that two labels could have given is read as neither', () => {
    const wrong: string[] = []
    for (const [printed, names] of origins(labels)) {
      // Exactly another label: print says what it says.
      if (printed.length < 2 || labels.has(printed)) continue
      // （六）其他处理 is a row in one edition and a group in the other.
      const one = [...labels.values()].some(meant => [...names].every(name => meant.has(name)))
      for (const vocabulary of vocabulariesOf(form))
        for (const name of new Set(found(vocabulary, printed)))
          if (!one || !names.has(name)) wrong.push(`${printed} → ${name} (${[...names].join(', ')})`)
    }
    expect(wrong.slice(0, 30)).toEqual([])
  })

  test('the labels themselves are read as themselves', () => {
    for (const vocabulary of vocabulariesOf(form))
      for (const [bare, names] of labels)
        for (const name of found(vocabulary, bare)) expect([...names], bare).toContain(name)
  })
})

describe('labels that are near another', () => {
  const requests = vocabulariesOf('requests')[1]!
  test.each(['反复申请', '予公开', '复申请', '不公开', '大量重复申请', '本年结转政府信息公开申请数量'])(
    '%s is no row',
    printed => expect(requests.findRow(printed)).toBeNull(),
  )

  test.each([
    ['其他法律行政止公开', 'outcomes.denied.prohibitedByLaw'],
    ['无正当理由反复申请', 'outcomes.notProcessed.excessive'],
    ['属于国家机密', 'outcomes.denied.stateSecret'],
    ['要求提供公开出版', 'outcomes.notProcessed.publication'],
    ['本年新收政府信息公开申请数', 'newRequests'],
  ])('%s is %s all the same', (printed, key) => expect(requests.findRow(printed)?.value.row.key).toBe(key))
})
