import { deskOf, kindOf } from './filter.js'

/** The order of the list: the newest on top until somebody asks for another. */

/** Gravest first: in this order people work through them. */
export const kinds = [
  'invalid',
  'needsReview',
  'rejected',
  'failed',
  'stuck',
  'notAssessable',
  'valid',
  'unpacked',
]

const standings = ['open', 'excluded', 'replaced', 'sample', 'counted', 'none']

const values = {
  name: ({ key, result, desk }) => desk?.unit?.name ?? result?.authority ?? key,
  year: ({ result }) => result?.year ?? -1,
  verdict: entry => kinds.indexOf(kindOf(entry)),
  errors: ({ result }) => result?.counts?.errors ?? -1,
  warnings: ({ result }) => result?.counts?.warnings ?? -1,
  changes: entry => deskOf(entry).changes?.uncorrected ?? -1,
  standing: entry => standings.indexOf(deskOf(entry).standing),
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

const compared = (a, b) => (typeof a === 'string' ? collator.compare(a, b) : a - b)

/** `sorting` is null or { by, down }; entries come in the order of their coming. */
export const sorted = (entries, sorting) => {
  const newest = entries.toReversed()
  if (!sorting) return newest
  const sign = sorting.down ? -1 : 1
  return newest
    .map(entry => ({ entry, value: values[sorting.by](entry) }))
    .sort((a, b) => sign * compared(a.value, b.value))
    .map(({ entry }) => entry)
}
