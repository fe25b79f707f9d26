import { attribute, type Element } from './walk.ts'

/**
 * Classes by which the sheets of common frameworks hide, strike, whiten or raise text. They matter only where such a
 * sheet did not come with the page.
 */
const KNOWN: ReadonlySet<string> = new Set(
  [
    'hidden hide d-none none invisible visually-hidden sr-only layui-hide is-hidden is-invisible opacity-0',
    'line-through strike strikethrough text-decoration-line-through text-strike del deleted removed',
    'text-white text-transparent sup superscript sub subscript fs-0 text-hide uk-hidden am-hide hidden-text',
  ].flatMap(line => line.split(' ')),
)

/** Whether a sheet that is not there may take the element out of sight. */
export const isKnownToHide = (element: Element): boolean =>
  (attribute(element, 'class') ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .some(name => KNOWN.has(name))
