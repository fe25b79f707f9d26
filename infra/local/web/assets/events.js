import { element } from './dom.js'
import { language, word } from './words.js'

const list = document.querySelector('#event-list')
const most = 100

const kindOf = ({ type, data }) => {
  if (data?.verdict) return data.verdict
  if (data?.verdicts) return 'unpacked'
  return String(type).includes('rejected') ? 'rejected' : 'failed'
}

/** Adds an event on top; the oldest beyond a hundred goes. Its whole text is made when somebody opens it. */
export const showEvent = event => {
  const time = new Date(event.time)
  const kind = kindOf(event)
  const details = element(
    'details',
    {},
    element(
      'summary',
      {},
      element(
        'time',
        { dateTime: event.time },
        time.toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB'),
      ),
      ' ',
      element('code', {}, event.type),
      ' ',
      element('span', { className: `badge ${kind}` }, word(`result.${kind}`)),
      ' ',
      element('bdi', { className: 'subject' }, event.subject),
    ),
  )
  details.addEventListener(
    'toggle',
    () => details.append(element('pre', { tabIndex: 0 }, JSON.stringify(event, null, 2))),
    { once: true },
  )
  list.prepend(element('li', {}, details))
  while (list.children.length > most) list.lastElementChild.remove()
}

/** Shows the last events when the view is opened first; those that come meanwhile are among them. */
export const startEvents = () => {
  document.querySelector('#events').addEventListener(
    'toggle',
    async () => {
      const events = await (await fetch('/api/events')).json()
      list.replaceChildren()
      for (const event of events) showEvent(event)
    },
    { once: true },
  )
}
