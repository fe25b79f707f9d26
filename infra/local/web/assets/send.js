import { word } from './words.js'

const status = document.querySelector('#status')
const atOnce = 3

/** All files of a dropped folder, with their paths in it. */
const filesOfEntry = async (entry, path = '') => {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject))
    return [{ file, name: path + entry.name }]
  }
  const reader = entry.createReader()
  const found = []
  for (;;) {
    // A reader gives a hundred at a time and ends with none.
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))
    if (entries.length === 0) return found
    for (const inner of entries) found.push(...(await filesOfEntry(inner, `${path}${entry.name}/`)))
  }
}

/** The files of a drop, folders opened. */
export const filesOfDrop = async transfer => {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry()).filter(Boolean)
  return (await Promise.all(entries.map(entry => filesOfEntry(entry)))).flat()
}

/** The files of a file input. */
export const filesOfInput = input =>
  [...input.files].map(file => ({ file, name: file.webkitRelativePath || file.name }))

const sendOne = async ({ file, name }) => {
  const response = await fetch(`/api/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: file,
    headers: { 'x-gongkai': '1', 'content-type': 'application/octet-stream' },
  })
  return (await response.json()).kind
}

/** Sends files into the inbox, a few at once, and says how far it is. */
export const sendAll = async files => {
  const waiting = [...files]
  const refused = []
  const counts = { stored: 0, known: 0 }
  const say = () => {
    const parts = []
    if (waiting.length > 0) parts.push(`${word('sending')}${files.length - waiting.length}/${files.length}`)
    if (counts.stored > 0) parts.push(`${counts.stored} ${word('stored')}`)
    if (counts.known > 0) parts.push(`${counts.known} ${word('known')}`)
    if (refused.length > 0) parts.push(`${refused.length} ${word('refused')}${refused.join('、')}`)
    status.textContent = parts.join(' · ')
  }
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const kind = await sendOne(next).catch(() => 'lost')
      if (kind in counts) counts[kind] += 1
      else if (kind !== 'left-alone') refused.push(next.name)
      say()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  say()
}
