import type { Message } from '../../model/message.ts'
import { type LossCode, lossMessages } from '../docx/loss-messages.ts'

type Sentence = (at: Message, what: string) => Message

/** What other formats can lose, in addition to what a Word file can. */
const others = {
  'raised-digits-kept': (at, what) => ({
    zh: `${at.zh}的数字“${what}”为上标或下标，可能是注释标记，已按数字读取。请核对。`,
    en: `The digits “${what}” in ${at.en} are raised or lowered and may be a note mark; they were read as a figure. Check that place.`,
  }),
  'drawing-dropped': at => ({
    zh: `${at.zh}的图形（图片、文本框或自选图形）未读取。若其中有表格或数字，请直接写在正文中。`,
    en: `The drawing (picture, text box or shape) in ${at.en} was not read. If it holds tables or figures, put them into the text itself.`,
  }),
  'text-box-dropped': (_, what) => ({
    zh: `文本框的内容“${what}”未读取。若属报告内容，请直接写在正文或表格中。`,
    en: `The text boxes’ content “${what}” was not read. If it belongs to the report, put it into the text or tables.`,
  }),
  'columns-uncertain': at => ({
    zh: `${at.zh}起的表格未能确定各单元格所在的列，已按先后顺序读取。请核对该表。`,
    en: `The columns of the table at ${at.en} could not be told; its cells were read in their order. Check that table.`,
  }),
  'hidden-cells-dropped': (at, what) => ({
    zh: `${at.zh}的表格中有隐藏的行或列“${what}”，未读取。若属报告内容，请取消隐藏。`,
    en: `The table at ${at.en} has hidden rows or columns (“${what}”), which were not read. If they belong to the report, unhide them.`,
  }),
  'hidden-sheet-dropped': (_, what) => ({
    zh: `隐藏的工作表“${what}”未读取。若属报告内容，请取消隐藏。`,
    en: `The hidden sheet “${what}” was not read. If it belongs to the report, unhide it.`,
  }),
  'formula-without-result': at => ({
    zh: `${at.zh}的公式没有保存计算结果，该处未读到内容。请用 Excel 或 WPS 打开并保存后重新提交。`,
    en: `The formula in ${at.en} has no saved result, so nothing was read there. Open the file in Excel or WPS, save it and submit it again.`,
  }),
  'number-format-ignored': (at, what) => ({
    zh: `${at.zh}的数字按其存储值“${what}”读取，显示格式未采用。请核对。`,
    en: `The number in ${at.en} was read as it is stored, “${what}”, not as it is displayed. Check that place.`,
  }),
} as const satisfies Record<string, Sentence>

export type StoryLossCode = LossCode | keyof typeof others

/** Losses of this kind are said once for a document. */
export const isSaidOnce = (code: StoryLossCode): boolean =>
  code in lossMessages && lossMessages[code as LossCode].once === true

export const lossSentence = (code: StoryLossCode): Sentence =>
  code in others ? others[code as keyof typeof others] : lossMessages[code as LossCode].message
