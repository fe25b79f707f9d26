import type { Loss, Source } from '../../document.ts'
import type { Message } from '../../message.ts'

/** What HTML can hold and a Document can not. Codes are permanent. */
const MESSAGES = {
  'picture-dropped': {
    zh: '此处有图片，图片中的内容未读取。',
    en: 'There is a picture here; what it shows was not read.',
  },
  'embedded-document-dropped': {
    zh: '此处嵌入了其他文件，其内容未读取。',
    en: 'Another document is embedded here; it was not read.',
  },
  'formula-dropped': { zh: '此处有公式，未读取。', en: 'There is a formula here; it was not read.' },
  'hidden-text-dropped': {
    zh: '此处有不显示的文字，未读取。',
    en: 'There is text here that is not shown; it was not read.',
  },
  'deleted-text-dropped': {
    zh: '此处有标记为删除的文字，未读取。',
    en: 'There is text here marked as deleted; it was not read.',
  },
  'ruby-dropped': {
    zh: '此处文字的注音未读取。',
    en: 'The reading aid (ruby) of the text here was not read.',
  },
  'form-field-dropped': {
    zh: '此处有表单控件，其中填写的内容未读取。',
    en: 'There is a form field here; what is filled in was not read.',
  },
  'style-sheet-not-read': {
    zh: '此处文字的样式（隐藏、删除线、白色、上下标、反向排列或由样式生成）未采用，已按普通文字读取，请与网页对照。',
    en: 'A style hides, strikes, whitens, raises, turns or adds text here; it was read as plain text. Please compare with the page.',
  },
  'white-text-kept': {
    zh: '此处有白色的数字，在白底上看不见，已另起一行读取，请核对：作废的请删除，有效的请改为黑色。',
    en: 'There are white digits here, invisible on a white ground; they were kept on a line of their own. Delete them if void; if valid, make them black.',
  },
  'raised-digits-kept': {
    zh: '此处的数字为上标，可能是脚注标记，已按数字读取，请核对。',
    en: 'The digits here are raised and may be a footnote mark; they were read as a figure. Please compare.',
  },
  'footnote-mark-dropped': {
    zh: '此处的上标（脚注标记）未计入文字，请核对。',
    en: 'The raised mark (footnote) here was left out of the text; please compare.',
  },
} as const satisfies Readonly<Record<string, Message>>

export type HtmlLossCode = keyof typeof MESSAGES

export interface LossList {
  /** Notes a loss; the same loss at the same place counts once. */
  readonly add: (code: HtmlLossCode, source?: Source) => void
  readonly all: readonly Loss[]
}

export const lossList = (): LossList => {
  const all: Loss[] = []
  const known = new Set<string>()
  return {
    all,
    add: (code, source) => {
      const key = `${code} ${JSON.stringify(source)}`
      if (known.has(key)) return
      known.add(key)
      all.push({ code, message: MESSAGES[code], ...(source === undefined ? {} : { source }) })
    },
  }
}
