import { words } from './wording.js'

/** Chinese unless the address says ?lang=en. */
export const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh'

export const word = key => words[key][language === 'zh' ? 0 : 1]

/** Puts the words into the page. */
export const fillWords = () => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = word('title')
  for (const element of document.querySelectorAll('[data-word]'))
    element.textContent = word(element.dataset.word)
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', word(element.dataset.label))
  for (const element of document.querySelectorAll('[data-placeholder]'))
    element.placeholder = word(element.dataset.placeholder)
}
