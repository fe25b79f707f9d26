import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Naming } from '../../model/document.ts'
import { attribute, walk } from './walk.ts'

/** The names under which public sites say in a page's head what it is and whose (《政府网站发展指引》国办发〔2017〕47号，网页标签). */
const titles = new Set(['articletitle', 'pagetitle'])
const publishers = new Set(['contentsource'])

/** What the head of a page says of it: its title, and the authority its site names as the source; null if neither. */
export const namingOf = (root: DefaultTreeAdapterTypes.Document): Naming | null => {
  const found: { title?: string; articleTitle?: string; publisher?: string } = {}
  let inTitle = false
  walk(
    root,
    element => {
      if (element.tagName === 'body') return 'skip'
      if (element.tagName === 'meta') {
        const name = (attribute(element, 'name') ?? '').toLowerCase()
        const content = (attribute(element, 'content') ?? '').trim()
        if (content === '') return undefined
        if (titles.has(name)) found.articleTitle ??= content
        if (publishers.has(name)) found.publisher ??= content
      }
      if (element.tagName !== 'title') return undefined
      inTitle = true
      return () => {
        inTitle = false
      }
    },
    text => {
      if (inTitle) found.title = `${found.title ?? ''}${text}`.trim()
    },
  )
  const title = found.articleTitle ?? found.title
  if (title === undefined && found.publisher === undefined) return null
  return {
    ...(title === undefined ? {} : { title }),
    ...(found.publisher === undefined ? {} : { publisher: found.publisher }),
  }
}
