import { act } from '../acts.js'
import { button, element, find } from '../dom.js'
import { numberOf } from './number.js'
import { cellOf, chosenNow, onChoose, onLoad, viewNow } from './state.js'
import { seesBoth, showSide } from './switch.js'
import { focusCell } from './tables.js'
import { moment, say, word } from './words.js'

/** The line over the tables: what stands in the chosen cell and where, and the form by which a person enters what the original has. */

let entering = null

export const isEntering = () => entering !== null

const unread = state => word(state === 'blank' ? 'blank' : 'notRead')

const printedOf = ({ text, state, was }) => text || unread(was?.state ?? state)

const enteredOf = ({ entered, was }) =>
  entered
    ? element(
        'span',
        { className: 'entered' },
        element('span', { className: 'tag' }, word('enteredMark')),
        ` ${entered.value === null ? word('blank') : entered.value}　${entered.reason} `,
        element(
          'small',
          { className: 'quiet' },
          `${entered.by} ${moment(entered.at)}${was ? `　${word('enteredWas')} ${was.value ?? unread(was.state)}` : ''}`,
        ),
      )
    : null

const enterBack = async cell => {
  const { sha256 } = viewNow().report.source
  await act([{ kind: 'entered', sha256, cell, value: 'undone', reason: '' }], word('enteredBack'))
}

const facts = (key, cell) => [
  element(
    'div',
    { className: 'told' },
    element('strong', {}, say(cell.name)),
    element('span', {}, `${word('printed')} `, element('b', {}, printedOf(cell))),
    enteredOf(cell),
    element('span', { className: 'quiet' }, cell.source ? cell.place : word('noPlace')),
  ),
  seesBoth()
    ? null
    : button(word('original'), { id: 'to-original' }, () => {
        showSide('original')
        find('#paper').dispatchEvent(new Event('bring'))
      }),
  cell.entered ? button(word('enterBack'), { id: 'enter-back' }, () => enterBack(key)) : null,
  button(word(cell.entered ? 'enterAgain' : 'enter'), { id: 'enter', title: 'Enter' }, () => enterBy('')),
]

const save = async (key, form) => {
  const { value, blank, reason } = form.elements
  const number = blank.checked ? null : numberOf(value.value)
  const wrong = text => {
    form.querySelector('[role=alert]').textContent = text
  }
  if (!blank.checked && number === null) {
    wrong(word('notNumber'))
    return value.focus()
  }
  if (reason.value.trim() === '') {
    wrong(word('needReason'))
    return reason.focus()
  }
  const { sha256 } = viewNow().report.source
  const entered = { kind: 'entered', sha256, cell: key, value: number, reason: reason.value.trim() }
  const said = `${word('enteredSaid')}${number === null ? word('blank') : number}`
  if (await act([entered], said)) stopEntering()
}

const formOf = (key, cell, typed) => {
  const value = element('input', {
    name: 'value',
    id: 'enter-value',
    value: typed,
    inputMode: 'decimal',
    autocomplete: 'off',
  })
  const blank = element('input', { type: 'checkbox', name: 'blank' })
  const reason = element('input', { name: 'reason', id: 'enter-reason', maxLength: 200, autocomplete: 'off' })
  const common = element(
    'datalist',
    { id: 'enter-common' },
    ...word('enterReason')
      .split('|')
      .map(each => element('option', { value: each })),
  )
  reason.setAttribute('list', common.id)
  blank.addEventListener('change', () => {
    value.disabled = blank.checked
  })
  const form = element(
    'form',
    { id: 'enter-form', noValidate: true },
    element('strong', {}, say(cell.name)),
    element('span', {}, `${word('printed')} `, element('b', {}, printedOf(cell))),
    element('label', { htmlFor: value.id }, word('value')),
    value,
    element('label', { className: 'blank' }, blank, ` ${word('isBlank')}`),
    element('label', { htmlFor: reason.id }, word('reason')),
    reason,
    common,
    element('button', { type: 'submit', className: 'main' }, word('save')),
    button(word('cancel'), {}, () => stopEntering()),
    element('span', { role: 'alert', className: 'wrong' }),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    save(key, form)
  })
  return form
}

const draw = () => {
  const key = chosenNow().cell
  const cell = cellOf(key)
  if (!viewNow()?.report) return find('#figure').replaceChildren()
  if (!cell) {
    find('#figure').replaceChildren(
      element('span', { className: 'quiet' }, word('pickCell')),
      element('span', { className: 'quiet keys' }, word('keys')),
    )
    return
  }
  if (entering === key) return
  entering = null
  const had = find('#figure').contains(document.activeElement) ? document.activeElement.id : ''
  find('#figure').replaceChildren(...facts(key, cell).filter(Boolean))
  if (had) (document.getElementById(had) ?? find('#enter'))?.focus()
}

export const stopEntering = () => {
  const key = entering
  entering = null
  draw()
  if (key) focusCell(key)
}

/** Opens the form for the chosen cell, with what was typed to open it. */
export const enterBy = typed => {
  const key = chosenNow().cell
  const cell = cellOf(key)
  if (!cell) return
  entering = key
  find('#figure').replaceChildren(formOf(key, cell, typed || (cell.value === null ? '' : String(cell.value))))
  const value = find('#enter-value')
  value.focus()
  if (!typed) value.select()
}

export const startFigure = () => {
  onLoad(draw)
  onChoose(draw)
}
