import { deskOf } from './filter.js'

/** What is known of each file, in the order of its coming; and which of them are marked. */

const entries = new Map()
const marked = new Set()
const listeners = []

/** `listener(key)` is told of every change of an entry, and with null of other marks. */
export const whenChanged = listener => listeners.push(listener)

const tell = key => {
  for (const listener of listeners) listener(key)
}

export const all = () => [...entries.values()]

export const entryOf = key => entries.get(key)

export const isListed = key => entries.has(key)

export const put = entry => {
  entries.set(entry.key, entry)
  tell(entry.key)
}

export const remove = key => {
  if (!entries.delete(key)) return
  marked.delete(key)
  tell(key)
}

const timeOf = entry => entry.result?.time ?? ''

/** Removes what the service does not know, and gives what it knows, oldest first. Files still on their way to it stay. */
export const keepOnly = known => {
  const keys = new Set(known.map(entry => entry.key))
  for (const { key, state } of all()) if (!keys.has(key) && state !== 'sending') remove(key)
  return known.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
}

export const isMarked = key => marked.has(key)

export const markedKeys = () => [...marked]

export const mark = (keys, on) => {
  for (const key of keys) {
    if (on && entries.has(key)) marked.add(key)
    else marked.delete(key)
  }
  tell(null)
}

/** What a person calls a file: whose report of which year, or how it is called. */
export const nameOf = entry => {
  const { key, result } = entry
  const authority = deskOf(entry).unit?.name ?? result?.authority
  if (!authority) return key.slice(Math.max(key.indexOf('\n'), key.lastIndexOf('/')) + 1)
  return result.year ? `${authority} ${result.year}` : authority
}
