import type { Loss, Source } from '../../model/document.ts'
import type { Message } from '../../model/message.ts'

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
  'deleted-text-kept': {
    zh: '此处文字带删除线，已照常读取，请核对。',
    en: 'The text here is struck out; it was read all the same. Please compare.',
  },
  'style-sheet-not-read': {
    zh: '此处文字的样式（如移位、遮盖、翻转、混色，或样式表不在文件内）无法完全判断，已按普通文字读取，请与网页对照。',
    en: 'The style of the text here (moved, covered, turned, blended, or a style sheet that is not in the file) could not be fully followed; it was read as plain text. Please compare with the page.',
  },
  'generated-text-kept': {
    zh: '此处有由样式加入的文字，网页源文件的表格中没有，已照所见读取，请核对。',
    en: 'A style adds text here that is not in the table itself; it was read as it is seen. Please compare.',
  },
  'white-text-kept': {
    zh: '此处有白色的数字，在白底上看不见，已另起一行读取，请核对：作废的请删除，有效的请改为黑色。',
    en: 'There are white digits here, invisible on a white ground; they were kept on a line of their own. Delete them if void; if valid, make them black.',
  },
  'raised-digits-kept': {
    zh: '此处的数字为上标，可能是脚注标记，已按数字读取，请核对。',
    en: 'The digits here are raised and may be a footnote mark; they were read as a figure. Please compare.',
  },
  'anchor-digits-dropped': {
    zh: '数字后有指向本页他处的链接，应为注释标记，未计入数字，请核对。',
    en: 'A link within the page follows the figure, a note’s mark it seems; it was left out of the figure. Please compare.',
  },
  'raised-digits-dropped': {
    zh: '此处的数字在网页源文件中为上标（脚注标记），样式却使它与数字同高，未计入数字，请核对。',
    en: 'The digits here are marked as raised (a note’s mark), but a style sets them on the line; they were left out of the figure. Please compare.',
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
