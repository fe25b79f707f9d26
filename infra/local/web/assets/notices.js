import { button, element } from './dom.js'
import { toast } from './toast.js'
import { language, word } from './words.js'

/** The letter that goes back: looked at, copied, saved for Word; and its wording. */

const remembered = { office: 'gongkai.office', due: 'gongkai.due' }

const dialogOf = (title, ...children) => {
  const heading = element('h2', { id: 'notice-title' }, title)
  const dialog = element('dialog', { className: 'notice' }, heading, ...children)
  dialog.setAttribute('aria-labelledby', heading.id)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

const field = (name, type) => {
  const input = element('input', {
    ...{ type, id: `notice-${name}`, value: localStorage.getItem(remembered[name]) ?? '', maxLength: 100 },
  })
  return { input, part: element('label', { htmlFor: input.id }, `${word(`notice.${name}`)} `, input) }
}

const addressOf = (path, key, fields) => {
  const asked = new URLSearchParams({ key })
  for (const [name, { input }] of Object.entries(fields)) {
    localStorage.setItem(remembered[name], input.value)
    if (input.value.trim() !== '') asked.set(name, input.value.trim())
  }
  return `${path}?${asked}`
}

const copy = async text => {
  try {
    await navigator.clipboard.writeText(text.textContent)
  } catch {
    // Without leave to the clipboard the words stand marked, for Ctrl+C.
    getSelection().selectAllChildren(text)
    return toast(word('notice.selected'))
  }
  toast(word('notice.copied'))
}

/** Shows the letter about a file. */
export const openNotice = async key => {
  const fields = { office: field('office', 'text'), due: field('due', 'date') }
  const text = element('pre', { className: 'letter', tabIndex: 0 })
  const save = element('a', { className: 'button main', download: '' }, word('notice.docx'))
  const say = element('p', { className: 'quiet' })
  say.setAttribute('role', 'status')
  const copying = button(word('notice.copy'), {}, () => copy(text))
  const load = async () => {
    const answer = await fetch(addressOf('/notices/text', key, fields))
      .then(response => response.json())
      .catch(() => ({ problem: { zh: word('lost'), en: word('lost') } }))
    const { problem } = answer
    say.textContent = problem ? problem[language] : ''
    text.textContent = problem ? '' : answer.text
    for (const part of [text, save, copying]) part.hidden = Boolean(problem)
    save.href = addressOf('/notices/docx', key, fields)
  }
  for (const { input } of Object.values(fields)) input.addEventListener('change', load)
  const dialog = dialogOf(
    word('notice'),
    element('p', { className: 'fields' }, fields.office.part, fields.due.part),
    say,
    text,
    element(
      'p',
      { className: 'answers' },
      button(word('template'), { className: 'bare' }, () => openTemplate(load)),
      button(word('close'), {}, () => dialog.close()),
      copying,
      save,
    ),
  )
  await load()
}

const post = text =>
  fetch('/api/notice-template', {
    method: 'POST',
    headers: { 'x-gongkai': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })
    .then(response => response.json())
    .catch(() => null)

/** The wording of all letters, to be changed; `changed` is called when it was. */
export const openTemplate = async (changed = () => undefined) => {
  const template = await fetch('/api/notice-template')
    .then(response => response.json())
    .catch(() => null)
  if (!template) return toast(word('lost'))
  const area = element('textarea', {
    id: 'notice-template',
    rows: 16,
    value: template.text,
    spellcheck: false,
  })
  const problems = element('ul', { className: 'problems' })
  const alert = element('div', {}, problems)
  alert.setAttribute('role', 'alert')
  const keep = async text => {
    const kept = await post(text)
    if (!kept) return toast(word('lost'))
    problems.replaceChildren(
      ...kept.problems.map(({ line, message }) =>
        element(
          'li',
          {},
          `${word('notice.line')} ${line} ${language === 'zh' ? '行：' : ': '}${message[language]}`,
        ),
      ),
    )
    if (kept.problems.length > 0) return area.focus()
    dialog.close()
    toast(word('notice.kept'))
    changed()
  }
  const names = Object.entries(template.placeholders).map(([name, about]) =>
    element('li', {}, element('b', {}, `【${name}】`), ` ${about[language]}`),
  )
  const dialog = dialogOf(
    word('template'),
    element('label', { htmlFor: area.id }, word('notice.templateMore')),
    area,
    alert,
    element('details', {}, element('summary', {}, word('notice.names')), element('ul', {}, ...names)),
    element(
      'p',
      { className: 'answers' },
      button(word('notice.ours'), { className: 'bare' }, () => keep('')),
      button(word('cancel'), {}, () => dialog.close()),
      button(word('save'), { className: 'main' }, () => keep(area.value)),
    ),
  )
}
