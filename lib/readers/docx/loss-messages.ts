import type { Message } from '../../model/message.ts'

interface LossKind {
  /** Said once per document, at the first place. */
  readonly once?: true
  readonly message: (at: Message, what: string) => Message
}

const zhQuote = (what: string): string => (what === '' ? '' : `“${what}”`)
const enQuote = (what: string): string => (what === '' ? '' : ` “${what}”`)

/** Every kind of thing a Word file can hold that we do not carry over: what, where, and what to do. */
const kinds = {
  'picture-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}的图片${what === '' ? '' : `（在“${what}”之后）`}未读取。若图片中有表格或数字，请改为可编辑的表格。`,
      en: `The picture in ${at.en}${what === '' ? '' : ` (after “${what}”)`} was not read. If it shows tables or figures, submit them as real tables.`,
    }),
  },
  'object-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}嵌入的对象${zhQuote(what)}未读取。若其中有数字，请直接写在正文或表格中。`,
      en: `The embedded object${enQuote(what)} in ${at.en} was not read. If it holds figures, put them into the text or table itself.`,
    }),
  },
  'embedded-document-dropped': {
    message: at => ({
      zh: `${at.zh}引用的外部文档（altChunk）未读取。请用 Word 打开并另存后重新提交。`,
      en: `The document included in ${at.en} (altChunk) was not read. Open the file in Word, save it and submit it again.`,
    }),
  },
  'text-art-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}的艺术字${zhQuote(what)}未读取。若属正文，请改为普通文字。`,
      en: `The text art${enQuote(what)} in ${at.en} was not read. If it belongs to the report, make it plain text.`,
    }),
  },
  'text-box-moved': {
    message: (at, what) => ({
      zh: `${at.zh}的文本框${zhQuote(what)}没有算作单元格内容，已放到表格之后。若它是单元格的数字，请直接写入单元格。`,
      en: `The text box${enQuote(what)} in ${at.en} was not taken as the cell's content but put after the table. If it holds the cell's figure, write it into the cell.`,
    }),
  },
  'box-without-place': {
    message: (_, what) => ({
      zh: `文本框中的数字${zhQuote(what)}不知位于何处，未读取。请用 Word 表格填写，或提交导出前的原文件。`,
      en: `The digits${enQuote(what)} in text boxes were not read: their place on the page cannot be told. Use a table, or submit the file this one was made of.`,
    }),
  },
  'shape-over-text': {
    message: at => ({
      zh: `${at.zh}画有线条或图形，可能遮住或划去了文字，图形未读取。请核对该处。`,
      en: `A line or shape is drawn in ${at.en}; it may cover the text or strike it out, and was not read. Check that place.`,
    }),
  },
  'nested-table-moved': {
    message: at => ({
      zh: `${at.zh}的单元格内嵌有表格，已作为单独的表放到该表之后，不算作单元格内容。请核对。`,
      en: `The table inside the cell at ${at.en} was put after that table as one of its own; it is not the cell's content. Check that place.`,
    }),
  },
  'note-mark-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}的脚注或尾注标记${zhQuote(what)}已去掉，注文未读取。请核对该处数字。`,
      en: `The footnote or endnote mark${enQuote(what)} in ${at.en} was left out and its note not read. Check the figure there.`,
    }),
  },
  'superscript-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}数字之后的上标或下标${zhQuote(what)}视为注释标记，已去掉。请核对该处数字。`,
      en: `The raised or lowered${enQuote(what)} after a digit in ${at.en} was taken as a note mark and left out. Check the figure there.`,
    }),
  },
  'ruby-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}文字上方的拼音或注音${zhQuote(what)}未读取，只保留了基本文字。`,
      en: `The phonetic guide${enQuote(what)} in ${at.en} was left out; its base text was kept.`,
    }),
  },
  'hidden-text-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}的隐藏文字${zhQuote(what)}未读取。若属报告内容，请取消隐藏。`,
      en: `Hidden text${enQuote(what)} in ${at.en} was not read. If it belongs to the report, unhide it.`,
    }),
  },
  'struck-text-kept': {
    message: (at, what) => ({
      zh: `${at.zh}有带删除线的文字${zhQuote(what)}，已照样保留。若已作废，请删去。`,
      en: `Struck-through text${enQuote(what)} in ${at.en} was kept as printed. If it is void, delete it.`,
    }),
  },
  'white-text-kept': {
    message: (at, what) => ({
      zh: `${at.zh}的文字${zhQuote(what)}为白色或与底色几乎相同，看不见，已照样保留。若已作废，请删去；若有效，请改为黑色。`,
      en: `Text${enQuote(what)} in ${at.en}, white or nearly as its ground and thus invisible, was kept. Delete it if void; if valid, make it black.`,
    }),
  },
  'tiny-text-kept': {
    message: (at, what) => ({
      zh: `${at.zh}的文字${zhQuote(what)}小、窄或挤得看不清，已照样保留。若已作废，请删去；若有效，请改为正常字号。`,
      en: `Text${enQuote(what)} in ${at.en} is too small, narrow or crowded to be seen; it was kept. Delete it if void; if valid, set it in normal size.`,
    }),
  },
  'symbol-font-kept': {
    message: (at, what) => ({
      zh: `${at.zh}的数字${zhQuote(what)}用了符号字体，显示出来不是数字，已按数字读取。请核对并改用普通字体。`,
      en: `The digits${enQuote(what)} in ${at.en} are set in a font of symbols and do not look like digits; they were read as such. Check them and use an ordinary font.`,
    }),
  },
  'stacked-text-kept': {
    message: (at, what) => ({
      zh: `${at.zh}的文字${zhQuote(what)}设为双行合一或横向旋转，已按先后顺序读取。请核对该处。`,
      en: `Text${enQuote(what)} in ${at.en} is set as two lines in one, or turned within its line; it was read in its order. Check that place.`,
    }),
  },
  'table-style-kept': {
    message: (at, what) => ({
      zh: `${at.zh}的文字${zhQuote(what)}因表格样式而隐藏或升降，已照样保留。请核对该处。`,
      en: `Text${enQuote(what)} in ${at.en} is hidden or raised by the style of the table; it was kept. Check that place.`,
    }),
  },
  'merged-cell-text-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}被合并的单元格中藏有文字${zhQuote(what)}，Word 不显示，未读取。请取消合并核对后重新合并。`,
      en: `The merged-away cell at ${at.en} holds text${enQuote(what)} that Word does not show; it was not read. Split the cells, check, and merge them again.`,
    }),
  },
  'merge-mismatch': {
    message: at => ({
      zh: `${at.zh}的纵向合并与上一行的单元格不对应，已按独立单元格读取。请核对该处。`,
      en: `The vertical merge at ${at.en} does not match the cell above; it was read as a cell of its own. Check that place.`,
    }),
  },
  'span-invalid': {
    message: (at, what) => ({
      zh: `${at.zh}的单元格所跨列数${zhQuote(what)}无效，已更正为允许的范围。请核对该行各列。`,
      en: `The cell at ${at.en} claims an impossible column span${enQuote(what)}; it was brought into range. Check the columns of that row.`,
    }),
  },
  'direction-ignored': {
    message: at => ({
      zh: `${at.zh}的文字设为从右向左排列，已按书写的先后读取。请核对该处数字。`,
      en: `Text in ${at.en} is set to run from right to left; it was read in the order written. Check the figure there.`,
    }),
  },
  'numbering-dropped': {
    once: true,
    message: at => ({
      zh: `文中使用了自动编号或项目符号（首见于${at.zh}），编号本身未读取。请以手工编号的标题为准核对。`,
      en: `The document numbers paragraphs automatically (first in ${at.en}); the numbers themselves were not read. Headings are matched by their titles.`,
    }),
  },
  'number-prefix-dropped': {
    message: (at, what) => ({
      zh: `${at.zh}的数字${zhQuote(what)}之前有自动编号，编号未读取。请取消该格的自动编号并核对。`,
      en: `The figure${enQuote(what)} in ${at.en} stands behind an automatic number, which was not read. Take the numbering out of the cell and check it.`,
    }),
  },
  'tracked-changes-accepted': {
    once: true,
    message: at => ({
      zh: `文中留有修订（首见于${at.zh}），已按全部接受后的内容读取。请接受或拒绝修订后重新提交定稿。`,
      en: `The document holds tracked changes (first in ${at.en}); it was read as if all were accepted. Accept or reject them and submit the final text.`,
    }),
  },
  'field-without-result': {
    message: (at, what) => ({
      zh: `${at.zh}的域${zhQuote(what)}没有保存计算结果，该处未读到内容。请在 Word 中更新域（F9）并保存后重新提交。`,
      en: `The field${enQuote(what)} in ${at.en} has no saved result, so nothing was read there. Update fields in Word (F9), save and submit again.`,
    }),
  },
  'form-field-dropped': {
    message: at => ({
      zh: `${at.zh}的下拉或勾选控件的内容未读取。请改为普通文字。`,
      en: `The drop-down or check box in ${at.en} was not read. Replace it with plain text.`,
    }),
  },
  'formula-flattened': {
    message: (at, what) => ({
      zh: `${at.zh}的公式${zhQuote(what)}已化为一行文字。请核对该处。`,
      en: `The formula${enQuote(what)} in ${at.en} was flattened to one line. Check that place.`,
    }),
  },
  'converter-note': {
    message: (_, what) => ({
      zh: `Word 转换时的提示：${what}。请核对原文。`,
      en: `A note from the Word conversion: ${what}. Check the original.`,
    }),
  },
} as const satisfies Record<string, LossKind>

export type LossCode = keyof typeof kinds
export const lossMessages: Readonly<Record<LossCode, LossKind>> = kinds
