/** Small tools for making pages. */

export const find = selector => document.querySelector(selector)

/** Text always goes in as text: words of documents never become markup. What is null is left out. */
export const element = (name, { data = {}, ...properties } = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  for (const [key, value] of Object.entries(data)) if (value !== null) made.dataset[key] = value
  made.append(...children.filter(child => child !== null && child !== undefined))
  return made
}

export const button = (text, properties, run) => {
  const made = element('button', { type: 'button', ...properties }, text)
  made.addEventListener('click', run)
  return made
}

/** Runs once for all calls of a moment: at the next picture, and not more often than every `ms`. */
export const soon = (run, ms = 0) => {
  let planned = false
  let last = 0
  return () => {
    if (planned) return
    planned = true
    const wait = Math.max(0, last + ms - performance.now())
    const draw = () =>
      requestAnimationFrame(() => {
        planned = false
        last = performance.now()
        run()
      })
    if (wait > 0) setTimeout(draw, wait)
    else draw()
  }
}

const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' }

const roleOf = part =>
  part.tagName === 'TH' ? `${part.scope === 'col' ? 'column' : 'row'}header` : roles[part.tagName]

/** Says what tables and their parts are: on a narrow screen they are not laid out as such, and browsers forget it. */
export const nameRoles = (...parts) => {
  for (const part of parts) if (roleOf(part)) part.setAttribute('role', roleOf(part))
}
