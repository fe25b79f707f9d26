import { act } from '../acts.js'
import { who } from '../ask.js'
import { button, element } from '../dom.js'
import { key, viewNow } from './state.js'
import { word } from './words.js'

/** Whose report a scan is and of which year: the picture of its title, and two fields for what a person reads there. */

const enlarged = 1.4

const yearOf = typed => {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/年度?$/u, '')
  return /^20\d\d$/u.test(text) ? Number(text) : null
}

export const nameNow = () => viewNow()?.report?.name ?? null

export const nameWaits = () => nameNow() !== null && nameNow().said === null

const pictureOf = ({ picture }) => {
  const none = () => element('small', { className: 'quiet' }, word('seeTitle'))
  if (!picture) return none()
  const { width, height } = picture
  const { sha256 } = viewNow().report.source
  const image = element('img', { alt: word('titlePicture'), draggable: false })
  const box = element('span', { className: 'cut', data: { turn: '0' } }, image)
  box.style.setProperty('--across', `${width * enlarged}px`)
  box.style.setProperty('--shape', `${width} / ${height}`)
  image.addEventListener('error', () => box.replaceWith(none()))
  image.src = `/original/crop?${new URLSearchParams({ key, cell: 'title', sha256 })}`
  return box
}

const say = async (named, said) => {
  const { picture } = nameNow()
  const { sha256 } = viewNow().report.source
  const ofPicture = picture ? { crop: picture.crop } : {}
  return act([{ kind: 'named', sha256, named, ...ofPicture }], said)
}

/** The name stands there as it was read, to be compared and mended; the year is typed by whoever looks at it. */
export const nameRow = () => {
  const name = nameNow()
  const { authority, year } = name.read
  const { said } = name
  const alert = element('span', { role: 'alert', className: 'wrong' })
  const field = (id, value, more) =>
    element('input', { id, value, autocomplete: 'off', required: true, ...more })
  const who_ = field('named-authority', said?.authority ?? authority ?? '', { maxLength: 100 })
  const when = field('named-year', said ? String(said.year) : '', { inputMode: 'numeric', maxLength: 6 })
  const form = element(
    'form',
    { noValidate: true, className: 'named' },
    element('label', { htmlFor: who_.id }, word('namedAuthority')),
    who_,
    element('label', { htmlFor: when.id }, word('namedYear')),
    when,
    element(
      'button',
      { type: 'submit', className: said ? '' : 'main' },
      word(said ? 'namedAgain' : 'namedOk'),
    ),
    said ? button(word('enterBack'), {}, () => say(null, word('namedBack'))) : null,
  )
  const wrong = (input, text) => {
    alert.textContent = text
    input.setAttribute('aria-invalid', 'true')
    input.focus()
  }
  form.addEventListener('submit', async event => {
    event.preventDefault()
    for (const input of [who_, when]) input.removeAttribute('aria-invalid')
    alert.textContent = ''
    if (who_.value.trim() === '') return wrong(who_, word('namedNoAuthority'))
    const typed = yearOf(when.value)
    if (typed === null) return wrong(when, word('namedNoYear'))
    if (!(await who())) return
    await say(
      { authority: who_.value.trim(), year: typed },
      `${word('confirmSaid')}${typed} ${who_.value.trim()}`,
    )
  })
  const read = [authority ?? word('notRead'), year ?? word('notRead')].join(' ')
  return element(
    'section',
    { id: 'named', className: said ? 'done' : '' },
    element('h3', {}, word('named')),
    pictureOf(name),
    element(
      'p',
      { className: 'quiet' },
      said ? `✓ ${said.by}` : `${word('candidates')} ${read}　${word('namedWhy')}`,
    ),
    form,
    alert,
  )
}

/** Whether what is shown is what is known. */
export const nameIs = () => {
  const name = nameNow()
  return name === null ? '' : JSON.stringify([name.picture?.crop ?? null, name.said])
}
