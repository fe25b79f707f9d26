import { button, find } from '../dom.js'
import { word } from './words.js'

/** Where there is no room for both sides: which of them is shown. */

const sides = ['original', 'data']

export const showSide = side => {
  find('#panes').dataset.pane = side
  for (const each of find('#switch').children)
    each.setAttribute('aria-pressed', String(each.dataset.side === side))
}

/** Whether both sides are seen. */
export const seesBoth = () => find('#switch').offsetParent === null

export const startSwitch = () => {
  for (const side of sides)
    find('#switch').append(button(word(side), { data: { side } }, () => showSide(side)))
  showSide('data')
}
