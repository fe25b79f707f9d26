import { button, element, find } from './dom.js'
import { word } from './words.js'

/** A sentence at the foot of the page that goes by itself, with the way back. */

const staysMs = 10_000
let timer = null
let undoing = null

const hide = () => {
  clearTimeout(timer)
  undoing = null
  find('#toast').replaceChildren()
}

const wait = () => {
  clearTimeout(timer)
  timer = setTimeout(hide, staysMs)
}

/** Takes back what was told of last. */
export const undoLast = async () => {
  const run = undoing
  if (!run) return
  hide()
  await run()
}

export const toast = (text, undo = null) => {
  undoing = undo
  const shut = button('×', { className: 'bare', ariaLabel: word('close') }, hide)
  find('#toast').replaceChildren(
    element(
      'div',
      {},
      element('span', {}, text),
      undo ? button(word('undo'), { className: 'bare undo', title: 'Ctrl+Z' }, undoLast) : null,
      shut,
    ),
  )
  wait()
}

export const startToast = () => {
  const box = find('#toast')
  for (const type of ['pointerenter', 'focusin']) box.addEventListener(type, () => clearTimeout(timer))
  for (const type of ['pointerleave', 'focusout']) box.addEventListener(type, () => undoing && wait())
}
