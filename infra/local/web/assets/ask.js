import { button, element } from './dom.js'
import { word } from './words.js'

/** Questions that are answered before the work goes on. */

let number = 0

/**
 * Asks for a line of text; gives it, or null where it was called off. An empty answer is none. `common` are answers that
 * one click gives.
 */
export const ask = ({ title, text, label, value = '', ok, common = [] }) =>
  new Promise(resolve => {
    number += 1
    const id = `ask-${number}`
    const input = element('input', { type: 'text', value, maxLength: 200, id: `${id}-value`, required: true })
    const form = element(
      'form',
      { method: 'dialog' },
      element('h2', { id }, title),
      text ? element('p', {}, text) : null,
      element('label', { htmlFor: input.id }, label),
      input,
      common.length > 0
        ? element(
            'p',
            { className: 'common' },
            ...common.map(each =>
              button(each, { className: 'chip' }, () => {
                input.value = each
                input.focus()
              }),
            ),
          )
        : null,
      element(
        'p',
        { className: 'answers' },
        button(word('cancel'), {}, () => dialog.close()),
        element('button', { type: 'submit', value: 'ok', className: 'main' }, ok),
      ),
    )
    const dialog = element('dialog', {}, form)
    dialog.setAttribute('aria-labelledby', id)
    form.addEventListener('submit', event => {
      if (input.value.trim() !== '') return
      event.preventDefault()
      input.focus()
    })
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'ok' ? input.value.trim() : null)
    })
    document.body.append(dialog)
    dialog.showModal()
    input.select()
  })

const place = 'gongkai.by'

/** Whoever works here, as typed; '' where nobody has said. */
export const knownBy = () => localStorage.getItem(place) ?? ''

export const askWho = async () => {
  const by = await ask({
    title: word('who'),
    text: word('whoMore'),
    label: word('whoLabel'),
    value: knownBy(),
    ok: word('save'),
  })
  if (by) localStorage.setItem(place, by)
  return by
}

/** Who acts; asked once. Null where they would not say. */
export const who = async () => knownBy() || askWho()
