import type { Loss, Source } from '../../model/document.ts'
import type { Message } from '../../model/message.ts'
import type { ArtefactCode } from './artefacts.ts'

/** What a flattened text can lose. */
export type TextLossCode = ArtefactCode | 'columns-uncertain'

const messages: Readonly<Record<TextLossCode, Message>> = {
  'picture-dropped': {
    zh: '文本中有图片占位标记，图片内容未读取。',
    en: 'The text has placeholders of pictures; what the pictures show was not read.',
  },
  'bookmark-dropped': {
    zh: '文本中有书签标记，已略去。',
    en: 'The text has placeholders of bookmarks; they were left out.',
  },
  'footnote-mark-dropped': {
    zh: '单元格末尾有脚注标记（如“16[1]”），已略去，不作为数字。',
    en: 'A cell ends with a footnote mark (such as "16[1]"); the mark was left out and not read as digits.',
  },
  'columns-uncertain': {
    zh: '表格以纯文本形式给出，无法确定空白单元格的位置，个别行可能不完整。',
    en: 'The table is plain text in which blank cells cannot be placed; some of its rows may be short.',
  },
}

/** A list of losses to add to. None is left out: a check looks for those in the cell of a figure. */
export const lossCollector = () => {
  const losses: Loss[] = []
  const add = (code: TextLossCode, source: Source): void => {
    losses.push({ code, message: messages[code], source })
  }
  return { losses, add }
}
