import { deskOf, kindOf, unfit } from './filter.js'

/** Whether it is one of those that a year has. */
export const isCounted = entry => !['replaced', 'sample'].includes(deskOf(entry).standing)

const add = (counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1)

const statesOf = entry => {
  const { standing, changes, decided, entered } = deskOf(entry)
  return [standing, ...(changes ? ['corrected'] : []), ...(decided + entered > 0 ? ['handled'] : [])]
}

/** Which entries are shown, and of each filter what its choices would show. */
export const sift = (entries, filter) => {
  const facets = { years: new Map(), kind: new Map(), check: new Map(), state: new Map(), anyKind: 0 }
  const shown = []
  for (const entry of entries) {
    const names = unfit(entry, filter)
    const only = names.length === 0 ? '' : names.length === 1 ? names[0] : 'several'
    if (only === '') shown.push(entry)
    if (entry.result?.year && isCounted(entry)) add(facets.years, entry.result.year)
    if (only === '' || only === 'kind') {
      facets.anyKind += 1
      add(facets.kind, kindOf(entry))
    }
    if (only === '' || only === 'check')
      for (const id of Object.keys(entry.result?.checks ?? {})) add(facets.check, id)
    if (only === '' || only === 'state') for (const state of statesOf(entry)) add(facets.state, state)
  }
  return { shown, facets }
}
