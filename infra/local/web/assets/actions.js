import { exclude, include, openNotice, placeAt, removeFiles } from './acts.js'
import { questionOf } from './detail.js'
import { element } from './dom.js'
import { deskOf } from './filter.js'
import { openBeside, openMenu } from './menu.js'
import { outputs } from './outputs.js'
import { addressOf } from './results.js'
import { nameOf } from './store.js'
import { pickUnit } from './units.js'
import { language, word } from './words.js'

/** The menus of a row. */

export const openFiles = (anchor, { result }) =>
  openMenu(
    anchor,
    outputs
      .filter(({ role }) => result.files[role])
      .map(({ role, word: words, shown }) => ({
        text: words[language],
        href: addressOf(result.files[role]),
        link: shown ? { target: '_blank', rel: 'noopener' } : { download: '' },
      })),
  )

/** The choice whose report it is. */
export const choosePlace = (anchor, entry) =>
  pickUnit(anchor, {
    year: entry.result?.year,
    proposals: deskOf(entry).open?.proposals ?? [],
    chosen: ({ unit, name }) => placeAt(entry.key, unit, name),
  })

/** What is asked of a file, beside its mark. */
export const openQuestion = (anchor, entry) => {
  const box = element('div', { className: 'menu question' })
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', `${anchor.textContent} ${nameOf(entry)}`)
  box.append(questionOf(entry, () => choosePlace(anchor, entry)))
  const close = openBeside(anchor, box)
  box.addEventListener('click', event => {
    if (event.target.closest('button')) close()
  })
  box.querySelector('button')?.focus()
}

const placeItems = (anchor, entry) => {
  if (entry.result?.outcome !== 'validated') return []
  const { unit } = deskOf(entry)
  const back =
    unit?.by === 'person' ? [{ text: word('unplace'), run: () => placeAt(entry.key, null, '') }] : []
  return [{ text: word('place'), run: () => choosePlace(anchor, entry) }, ...back]
}

export const openActions = (anchor, entry) => {
  const { key, result } = entry
  const { standing } = deskOf(entry)
  const countable = result?.outcome === 'validated' && standing !== 'sample' && standing !== 'replaced'
  openMenu(anchor, [
    ...(countable
      ? [
          standing === 'excluded'
            ? { text: word('include'), run: () => include([key]) }
            : { text: `${word('exclude')}…`, run: () => exclude([key]) },
        ]
      : []),
    ...placeItems(anchor, entry),
    ...(result?.outcome === 'rejected' ? [{ text: word('notice'), run: () => openNotice(key) }] : []),
    {
      text: word('original'),
      href: `/original?key=${encodeURIComponent(key)}`,
      link: { download: '' },
    },
    null,
    { text: word('remove'), note: 'Delete', run: () => removeFiles([key]) },
  ])
}
