import { act } from '../acts.js'
import { who } from '../ask.js'
import { button, element, find } from '../dom.js'
import { bring, scrollerOf } from './bring.js'
import { nameIs, nameNow, nameRow, nameWaits } from './name.js'
import { numberOf } from './number.js'
import { tell } from './said.js'
import { cellOf, chooseCell, chosenNow, key, onChoose, onLoad, viewNow } from './state.js'
import { say, word } from './words.js'

/** The figures of a scan that were not proven: each with its picture, and a field for what a person reads there. */

/** Pixels for a point of the paper: digits are twice as large as they are printed. */
const enlarged = 2

const rows = new Map()
let nameShown = ''

const cropOf = ({ picture }) => picture?.crop ?? null

const listed = () => viewNow()?.report?.confirm ?? []

/** What a person has said of the picture that is shown. */
const saidOf = ({ cell, picture }) => {
  const entered = cellOf(cell)?.entered
  return entered && (entered.crop === undefined || entered.crop === picture?.crop) ? entered : null
}

export const confirmCounts = () => {
  const all = listed()
  const left = all.filter(each => !saidOf(each)).length
  return { all: all.length + (nameNow() ? 1 : 0), left: left + (nameWaits() ? 1 : 0) }
}

const noPicture = words => element('small', { className: 'quiet' }, word(words))

const pictureOf = ({ cell, picture: place, row, column }) => {
  if (!place) return noPicture('notMet')
  const { width, height, turn } = place
  const name = `${word('cropOf')} ${row} ${column}`
  const { sha256 } = viewNow().report.source
  const picture = element('img', { alt: name, loading: 'lazy', draggable: false })
  const box = element('span', { className: 'cut', data: { turn: String(turn) } }, picture)
  const sideways = turn % 180 !== 0
  box.style.setProperty('--across', `${(sideways ? height : width) * enlarged}px`)
  box.style.setProperty('--shape', `${sideways ? height : width} / ${sideways ? width : height}`)
  box.style.setProperty('--own', `${width} / ${height}`)
  picture.addEventListener('error', () => box.replaceWith(noPicture('seeOriginal')))
  picture.src = `/original/crop?${new URLSearchParams({ key, cell, sha256 })}`
  return box
}

const candidates = ({ texts, words }) =>
  element(
    'span',
    { className: 'read' },
    texts.length > 0 ? `${word('candidates')} ` : null,
    ...texts.flatMap((text, at) => [at > 0 ? ' / ' : null, element('b', {}, text)]),
    element('small', { className: 'quiet' }, ` ${say(words)}`),
  )

const focusRow = cell => {
  const input = rows.get(cell)?.input
  input?.focus({ preventScroll: true })
  input?.select()
}

/** The next that waits after this one, from the top again at the end; null where none does. */
const nextOpen = cell => {
  const all = listed()
  const at = all.findIndex(each => each.cell === cell)
  const around = [...all.slice(at + 1), ...all.slice(0, at)]
  return around.find(each => !saidOf(each) && !rows.get(each.cell)?.saving)?.cell ?? null
}

const wrong = ({ input, alert }, text) => {
  alert.textContent = text
  input.setAttribute('aria-invalid', String(text !== ''))
}

const goOn = cell => {
  const next = nextOpen(cell)
  if (next) focusRow(next)
  else find('#confirm-told').focus()
}

const settle = row => {
  row.saving = false
  row.box.classList.remove('saving')
}

/** What a dash is typed as. */
const isDash = typed => /^[-−–—－/]{1,4}$/u.test(typed.trim())

const shownValue = ({ value, dash }) => (value !== null ? String(value) : dash ? '—' : '')

const save = async (confirm, value, dash = false) => {
  const { cell, picture } = confirm
  const row = rows.get(cell)
  wrong(row, '')
  // Asked before the focus goes on: a question that closes leaves it without a place to type.
  if (!(await who())) return focusRow(cell)
  row.saving = true
  row.input.value = shownValue({ value, dash })
  row.box.classList.add('saving')
  goOn(cell)
  const { sha256 } = viewNow().report.source
  const ofPicture = picture ? { crop: picture.crop } : {}
  const ofDash = dash ? { dash: true } : {}
  const reason = word('confirmReason')
  const entered = { kind: 'entered', sha256, cell, value, reason, ...ofDash, ...ofPicture }
  const isTaken = await act(
    [entered],
    `${word('confirmSaid')}${shownValue({ value, dash }) || word('blank')}`,
  )
  // Until the report shows it, it waits no more.
  if (isTaken) return
  settle(row)
  focusRow(cell)
}

/** What is typed is what is saved; an empty field says nothing. */
const submit = confirm => {
  const row = rows.get(confirm.cell)
  const typed = row.input.value.trim()
  const said = saidOf(confirm)
  if (typed === '') {
    if (said) return goOn(confirm.cell)
    return wrong(row, word('confirmEmpty'))
  }
  if (isDash(typed)) return said?.dash ? goOn(confirm.cell) : save(confirm, null, true)
  const number = numberOf(typed)
  if (number === null) return wrong(row, word('notNumber'))
  if (said?.value === number) return goOn(confirm.cell)
  save(confirm, number)
}

const step = (cell, by) => {
  const all = listed()
  const next = all[all.findIndex(each => each.cell === cell) + by]
  if (next) focusRow(next.cell)
}

const onKey = (confirm, event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
  const { value } = event.target
  const run = {
    Enter: () => submit(confirm),
    ArrowDown: () => step(confirm.cell, 1),
    ArrowUp: () => step(confirm.cell, -1),
    ' ': value === '' ? () => save(confirm, null) : null,
  }[event.key]
  if (!run) return
  event.preventDefault()
  run()
}

const rowOf = confirm => {
  const { cell, title, row: label, column } = confirm
  const name = [title, label, column].filter(Boolean).join(' ')
  const input = element('input', {
    ...{ inputMode: 'decimal', autocomplete: 'off', maxLength: 20, ariaLabel: name },
  })
  const alert = element('span', { role: 'alert', className: 'wrong' })
  const state = element('span', { className: 'state' })
  const blank = button(word('blank'), { ariaLabel: `${word('isBlank')}：${name}` }, () => save(confirm, null))
  const dash = button('—', { ariaLabel: `${word('isDash')}：${name}`, title: word('isDash') }, () =>
    save(confirm, null, true),
  )
  const box = element(
    'li',
    { data: { cell } },
    pictureOf(confirm),
    element(
      'span',
      { className: 'name' },
      label ? element('span', {}, label) : null,
      element('b', {}, column),
    ),
    candidates(confirm),
    element('span', { className: 'field' }, input, blank, dash),
    state,
    alert,
  )
  input.addEventListener('keydown', event => onKey(confirm, event))
  input.addEventListener('input', () => wrong(rows.get(cell), ''))
  box.addEventListener('focusin', () => {
    if (chosenNow().cell !== cell) chooseCell(cell, 'confirm')
  })
  return { box, input, blank, dash, state, alert, crop: cropOf(confirm), saving: false }
}

/** What the row says of what was confirmed; what is being typed stays. */
const update = confirm => {
  const { box, input, blank, dash, state } = rows.get(confirm.cell)
  const said = saidOf(confirm)
  if (said) settle(rows.get(confirm.cell))
  box.classList.toggle('done', said !== null)
  for (const [made, isIt] of [
    [blank, said?.value === null && !said.dash],
    [dash, said?.dash === true],
  ]) {
    made.setAttribute('aria-pressed', String(isIt))
    made.classList.toggle('chosen', isIt)
  }
  state.textContent = said ? `✓ ${said.by}` : ''
  if (said && document.activeElement !== input) input.value = shownValue(said)
}

const told = () => {
  const { all, left } = confirmCounts()
  if (left > 0) return `${word('confirmLeft')} ${left} / ${all}　${word('confirmKeys')}`
  const { result, state } = viewNow().entry
  const isDone =
    state === 'done' && (nameNow()?.isJudged ?? true) && listed().every(({ cell }) => cellOf(cell)?.was)
  return isDone
    ? `${word('confirmDone')}${word(result.verdict)}${word('confirmEnd')}`
    : word('confirmJudging')
}

const build = all => {
  const before = new Map([...rows].map(([cell, row]) => [cell, row]))
  rows.clear()
  for (const confirm of all) rows.set(confirm.cell, rowOf(confirm))
  for (const [cell, { input, crop }] of before)
    if (rows.get(cell)?.crop === crop) rows.get(cell).input.value = input.value
  const groups = [...Map.groupBy(all, ({ title }) => title)].map(([title, own]) =>
    element(
      'section',
      {},
      element('h3', {}, `${title}（${own.length}）`),
      element('ol', {}, ...own.map(({ cell }) => rows.get(cell).box)),
    ),
  )
  find('#confirm').replaceChildren(
    element('p', { id: 'confirm-told', tabIndex: -1, role: 'status' }),
    ...(nameNow() ? [nameRow()] : []),
    ...groups,
  )
  nameShown = nameIs()
}

/** What is known of its name is shown anew where it changed; what is typed in elsewhere stays. */
const drawName = () => {
  if (nameShown === nameIs()) return
  nameShown = nameIs()
  const had = find('#named')?.contains(document.activeElement)
  find('#named')?.replaceWith(nameRow())
  if (had) find('#confirm input:not(#named input)')?.focus()
}

const draw = () => {
  const all = listed()
  const isSame = all.length === rows.size && all.every(each => rows.get(each.cell)?.crop === cropOf(each))
  const had = find('#confirm').contains(document.activeElement)
    ? document.activeElement.closest('li')?.dataset.cell
    : null
  if (!isSame || (nameNow() !== null) !== (find('#named') !== null)) build(all)
  else drawName()
  for (const confirm of all) update(confirm)
  const line = find('#confirm-told')
  if (line && line.textContent !== told()) line.textContent = told()
  if (!isSame && had) focusRow(had)
}

const mark = ({ cell }, from) => {
  for (const [own, { box }] of rows) box.classList.toggle('on', own === cell)
  const row = rows.get(cell)
  if (!row || find('#confirm').hidden || from === 'load') return
  bring(row.box, scrollerOf(row.box))
  if (from === 'confirm') tell(`${cellOf(cell)?.place ?? ''}`)
}

export const startConfirm = () => {
  onLoad(draw)
  onChoose(mark)
}
