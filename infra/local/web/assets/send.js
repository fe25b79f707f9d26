import { find } from './dom.js'
import { loadRosterSoon, showRosterProblems } from './roster.js'
import { isListed, put, remove } from './store.js'
import { goToTab } from './tabs.js'
import { toast } from './toast.js'
import { language, word } from './words.js'

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
  const items = [...transfer.items].filter(({ kind }) => kind === 'file')
  // Both must be asked for before the event is over.
  const given = items.map(item => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = given.map(({ entry, file }) => {
    if (entry) return filesOfEntry(entry)
    return file ? [{ file, name: file.name }] : []
  })
  return (await Promise.all(found)).flat()
}

/** The files of a file input. */
export const filesOfInput = input =>
  [...input.files].map(file => ({ file, name: file.webkitRelativePath || file.name }))

const post = async ({ file, name }) => {
  const response = await fetch(`/api/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: file,
    headers: { 'x-gongkai': '1', 'content-type': 'application/octet-stream' },
  })
  return response.json()
}

/** A file is in the list from the moment it is dropped; until the service has named it, under its own name. */
const rowKeyOf = name => `sending\n${name}`

/** Files that the service has in hand and has not yet answered for. */
const underWay = new Set()

/** Resolves when every file that is under way now has its answer; null where none is. */
export const answered = () => (underWay.size > 0 ? Promise.allSettled([...underWay]) : null)

const sendOne = file => {
  const answer = post(file).catch(() => ({ kind: 'lost' }))
  const sending = answer.finally(() => remove(rowKeyOf(file.name)))
  underWay.add(sending)
  return sending.finally(() => underWay.delete(sending))
}

/** A roster took its place, or says what is wrong in it. */
const tookRoster = (name, problems = []) => {
  showRosterProblems(name, problems)
  toast(problems.length > 0 ? word('rosterRefused') : `${word('rosterTaken')}“${name}”`)
  if (problems.length > 0) goToTab('roster')
  loadRosterSoon()
}

/** Why a file was not taken, where the service says so. */
const why = (kind, problem) => {
  if (kind === 'no-room') return word('noRoom')
  return problem ? `（${problem.sentence[language]}${problem.remedy[language]}）` : ''
}

/** Sends files into the inbox, a few at once; each has its row at once. */
export const sendAll = async files => {
  const waiting = [...files]
  const refused = []
  const counts = { stored: 0, known: 0 }
  const say = () => {
    const parts = []
    if (counts.known > 0) parts.push(`${counts.known} ${word('known')}`)
    if (refused.length > 0) parts.push(`${refused.length} ${word('refused')}${refused.join('、')}`)
    if (parts.length > 0) find('#status').textContent = parts.join(' · ')
    else if (find('#status').textContent.startsWith(word('sending'))) find('#status').textContent = ''
  }
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { kind, key, problem, problems } = await sendOne(next)
      if (kind in counts) counts[kind] += 1
      else if (kind === 'roster') tookRoster(next.name, problems)
      else if (kind !== 'left-alone') refused.push(next.name + why(kind, problem))
      // The service waits until the file has come to rest before it tells of it.
      if (kind === 'stored' && !isListed(key)) put({ key, state: 'waiting', result: null })
    }
  }
  for (const { name } of files) put({ key: rowKeyOf(name), state: 'sending', result: null })
  find('#status').textContent = `${word('sending')}${files.length}`
  await Promise.all(Array.from({ length: atOnce }, work))
  say()
}

/** Files are taken wherever on the page they are dropped. */
export const takeFiles = () => {
  const over = on => event => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    if (on || event.relatedTarget === null) find('#over').hidden = !on
  }
  document.addEventListener('dragover', over(true))
  document.addEventListener('dragleave', over(false))
  document.addEventListener('drop', async event => {
    event.preventDefault()
    find('#over').hidden = true
    sendAll(await filesOfDrop(event.dataTransfer))
  })
  for (const [buttons, input] of [
    ['.choose-files', '#files'],
    ['.choose-folder', '#folder'],
  ]) {
    for (const made of document.querySelectorAll(buttons))
      made.addEventListener('click', () => find(input).click())
    find(input).addEventListener('change', async () => {
      const files = filesOfInput(find(input))
      find(input).value = ''
      await sendAll(files)
    })
  }
}
