import { ask, who } from './ask.js'
import { deskOf } from './filter.js'
import { all, entryOf, mark, nameOf } from './store.js'
import { toast } from './toast.js'
import { language, word } from './words.js'

/** What a person does at the desk. The service keeps it and tells what has become of the rows. */

const post = async (path, body) => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'x-gongkai': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  const answer = (await response?.json().catch(() => null)) ?? null
  if (response?.ok) return answer
  toast(answer?.problem?.[language] ?? word('actFailed'))
  return null
}

/** Sends acts in the name of whoever works here, and says so with the way back. True where they were taken. */
export const act = async (acts, said) => {
  const by = acts.length > 0 ? await who() : null
  if (!by) return false
  const answer = await post('/api/acts', { by, acts })
  if (!answer) return false
  const undo = async () => {
    for (const { id } of answer.acts.toReversed()) if (!(await post('/api/undo', { by, id }))) return
    toast(word('undone'))
  }
  toast(said, undo)
  return true
}

const named = keys =>
  keys.length === 1 ? `“${nameOf(entryOf(keys[0]))}”` : `${keys.length} ${word('files')}`

export const exclude = async keys => {
  const reason = await ask({
    title: `${word('exclude')} ${named(keys)}`,
    text: word('excludeMore'),
    label: word('reason'),
    common: word('excludeCommon').split('|'),
    ok: word('exclude'),
  })
  if (reason === null) return
  const acts = keys.map(key => ({ kind: 'excluded', key, reason }))
  if (await act(acts, `${word('excludedSaid')}${named(keys)}`)) mark(keys, false)
}

export const include = keys =>
  act(
    keys.map(key => ({ kind: 'included', key })),
    `${word('includedSaid')}${named(keys)}`,
  )

export const removeFiles = async keys => {
  const said = `${word('removedSaid')}${named(keys)}`
  const acts = keys.map(key => ({ kind: 'removed', key }))
  if (await act(acts, said)) mark(keys, false)
}

export const samples = () => all().filter(entry => deskOf(entry).standing === 'sample')

export const clearSamples = () =>
  act(
    samples().map(({ key }) => ({ kind: 'removed', key })),
    word('samplesGone'),
  )

/** Whose report it is; a unit of null takes it back. */
export const placeAt = (key, unit, name) =>
  act([{ kind: 'placed', key, unit }], unit === null ? word('placedNot') : `${word('placedSaid')}“${name}”`)

export const replaces = (key, of) => act([{ kind: 'replaces', key, of }], word('replacesSaid'))

export const separate = (key, of) => act([{ kind: 'separate', key, of }], word('separateSaid'))

/** The letter that goes back. */
export const openNotice = async key => {
  const notices = await import('./notices.js')
  notices.openNotice(key)
}
