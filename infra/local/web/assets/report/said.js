import { find } from '../dom.js'

/** Tells those who hear the page what has changed elsewhere on it. */
export const tell = text => {
  find('#said').textContent = text
}
