import { askWho, knownBy } from './ask.js'
import { find } from './dom.js'
import { openMenu } from './menu.js'
import { language, word } from './words.js'

/** What is set for this place of work: technical information, language, who works here. */

const place = 'gongkai.technical'

const isTechnical = () => localStorage.getItem(place) === '1'

const showTechnical = on => {
  document.body.classList.toggle('technical-shown', on)
  find('#events').hidden = !on
}

const openTemplate = async () => (await import('./notices.js')).openTemplate()

const openSettings = () => {
  const other = new URLSearchParams(location.search)
  other.set('lang', language === 'zh' ? 'en' : 'zh')
  openMenu(find('#settings'), [
    { text: word('who'), note: knownBy(), run: askWho },
    { text: word('template'), run: openTemplate },
    null,
    {
      text: word('technical'),
      checked: isTechnical(),
      run: () => {
        localStorage.setItem(place, isTechnical() ? '0' : '1')
        showTechnical(isTechnical())
      },
    },
    {
      text: language === 'zh' ? 'English' : '中文',
      href: `?${other}${location.hash}`,
      link: { lang: language === 'zh' ? 'en' : 'zh-CN' },
    },
    null,
    { text: word('keysTitle'), run: () => find('#keys').showModal() },
  ])
}

export const startSettings = () => {
  showTechnical(isTechnical())
  find('#settings').addEventListener('click', openSettings)
  find('#keys-close').addEventListener('click', () => find('#keys').close())
}
