import { enQuote, type LossKinds, zhQuote } from '../kind.ts'

/** What stands in the report beside its text: pictures, boxes, objects, formulas. */
export const leftOut = {
  'picture-dropped': {
    means: { zh: '图片未读取', en: 'a picture was not read' },
    label: 'unchanged',
    mayHoldTable: 'picture',
    office: (at, what) => ({
      zh: `${at.zh}的图片${what === '' ? '' : `（在“${what}”之后）`}未读取。若图片中有表格或数字，请改为可编辑的表格。`,
      en: `The picture in ${at.en}${what === '' ? '' : ` (after “${what}”)`} was not read. If it shows tables or figures, submit them as real tables.`,
    }),
    web: {
      zh: '此处有图片，图片中的内容未读取。',
      en: 'There is a picture here; what it shows was not read.',
    },
    text: {
      zh: '文本中有图片占位标记，图片内容未读取。',
      en: 'The text has placeholders of pictures; what the pictures show was not read.',
    },
    pages: at => ({
      zh: `${at.zh}有图片，图片中的内容未读取。`,
      en: `There are pictures on ${at.en}; what they show was not read.`,
    }),
  },
  'picture-page': {
    means: { zh: '整页是图片，没有文字', en: 'a whole page is a picture without text' },
    mayHoldTable: 'picture',
    pages: at => ({
      zh: `${at.zh}没有文字（扫描件或图片），其内容未读取。`,
      en: `No text on ${at.en} (a scan or a picture); what is shown there was not read.`,
    }),
  },
  'drawing-dropped': {
    means: { zh: '图形未读取', en: 'a drawing was not read' },
    mayCover: true,
    label: 'unchanged',
    mayHoldTable: 'notCarried',
    office: at => ({
      zh: `${at.zh}的图形（图片、文本框或自选图形）未读取。若其中有表格或数字，请直接写在正文中。`,
      en: `The drawing (picture, text box or shape) in ${at.en} was not read. If it holds tables or figures, put them into the text itself.`,
    }),
  },
  'drawing-too-dense': {
    means: { zh: '线条过多，未从中识别表格', en: 'too many lines to find tables in' },
    mayHoldTable: 'notCarried',
    pages: at => ({
      zh: `${at.zh}的线条过多，未从中识别表格。`,
      en: `There are too many lines on ${at.en}; no tables were read there.`,
    }),
  },
  'shape-over-text': {
    means: { zh: '线条或图形可能遮住文字', en: 'a line or shape may lie over the text' },
    office: at => ({
      zh: `${at.zh}画有线条或图形，可能遮住或划去了文字，图形未读取。请核对该处。`,
      en: `A line or shape is drawn in ${at.en}; it may cover the text or strike it out, and was not read. Check that place.`,
    }),
  },
  'object-dropped': {
    means: { zh: '嵌入的对象未读取', en: 'an embedded object was not read' },
    mayHoldTable: 'notCarried',
    office: (at, what) => ({
      zh: `${at.zh}嵌入的对象${zhQuote(what)}未读取。若其中有数字，请直接写在正文或表格中。`,
      en: `The embedded object${enQuote(what)} in ${at.en} was not read. If it holds figures, put them into the text or table itself.`,
    }),
  },
  'embedded-document-dropped': {
    means: { zh: '嵌入的其他文件未读取', en: 'another document within was not read' },
    mayHoldTable: 'notCarried',
    office: at => ({
      zh: `${at.zh}引用的外部文档（altChunk）未读取。请用 Word 打开并另存后重新提交。`,
      en: `The document included in ${at.en} (altChunk) was not read. Open the file in Word, save it and submit it again.`,
    }),
    web: {
      zh: '此处嵌入了其他文件，其内容未读取。',
      en: 'Another document is embedded here; it was not read.',
    },
  },
  'text-art-dropped': {
    means: { zh: '艺术字未读取', en: 'text art was not read' },
    mayHoldTable: 'notCarried',
    office: (at, what) => ({
      zh: `${at.zh}的艺术字${zhQuote(what)}未读取。若属正文，请改为普通文字。`,
      en: `The text art${enQuote(what)} in ${at.en} was not read. If it belongs to the report, make it plain text.`,
    }),
  },
  'text-box-moved': {
    means: { zh: '单元格中的文本框移到了表格之后', en: 'a text box of a cell was put after the table' },
    mayHoldTable: 'notCarried',
    office: (at, what) => ({
      zh: `${at.zh}的文本框${zhQuote(what)}没有算作单元格内容，已放到表格之后。若它是单元格的数字，请直接写入单元格。`,
      en: `The text box${enQuote(what)} in ${at.en} was not taken as the cell's content but put after the table. If it holds the cell's figure, write it into the cell.`,
    }),
  },
  'text-box-dropped': {
    means: { zh: '文本框未读取', en: 'a text box was not read' },
    mayCover: true,
    mayHoldTable: 'notCarried',
    office: (_, what) => ({
      zh: `文本框的内容“${what}”未读取。若属报告内容，请直接写在正文或表格中。`,
      en: `The text boxes’ content “${what}” was not read. If it belongs to the report, put it into the text or tables.`,
    }),
  },
  'box-without-place': {
    means: { zh: '文本框中的数字不知位于何处', en: 'digits in a box whose place cannot be told' },
    mayHoldTable: 'notCarried',
    office: (_, what) => ({
      zh: `文本框中的数字${zhQuote(what)}不知位于何处，未读取。请用 Word 表格填写，或提交导出前的原文件。`,
      en: `The digits${enQuote(what)} in text boxes were not read: their place on the page cannot be told. Use a table, or submit the file this one was made of.`,
    }),
  },
  'box-over-table': {
    means: { zh: '浮动的文本框可能盖住表格', en: 'a floating box may lie upon the table' },
    reach: 'table',
    label: 'unchanged',
    mayHoldTable: 'notCarried',
    office: (at, what) => ({
      zh: `浮动的文本框“${what}”可能盖在${at.zh}上，不知盖住了哪一格，表格按其自身的内容读取。请核对该表，并把文本框中的数字写入单元格。`,
      en: `The floating text boxes “${what}” may lie upon ${at.en}; which cells they cover cannot be told, and the table was read as it is written. Check that table and write the figures into its cells.`,
    }),
  },
  'form-field-dropped': {
    means: { zh: '控件的内容未读取', en: 'what is chosen in a form field was not read' },
    office: at => ({
      zh: `${at.zh}的下拉或勾选控件的内容未读取。请改为普通文字。`,
      en: `The drop-down or check box in ${at.en} was not read. Replace it with plain text.`,
    }),
    web: {
      zh: '此处有表单控件，其中填写的内容未读取。',
      en: 'There is a form field here; what is filled in was not read.',
    },
  },
  'formula-dropped': {
    means: { zh: '公式未读取', en: 'a formula was not read' },
    web: { zh: '此处有公式，未读取。', en: 'There is a formula here; it was not read.' },
  },
  'formula-flattened': {
    means: { zh: '公式化为一行文字', en: 'a formula was made one line of text' },
    office: (at, what) => ({
      zh: `${at.zh}的公式${zhQuote(what)}已化为一行文字。请核对该处。`,
      en: `The formula${enQuote(what)} in ${at.en} was flattened to one line. Check that place.`,
    }),
  },
  'ruby-dropped': {
    means: { zh: '注音未读取', en: 'a reading aid (ruby) was not read' },
    office: (at, what) => ({
      zh: `${at.zh}文字上方的拼音或注音${zhQuote(what)}未读取，只保留了基本文字。`,
      en: `The phonetic guide${enQuote(what)} in ${at.en} was left out; its base text was kept.`,
    }),
    web: { zh: '此处文字的注音未读取。', en: 'The reading aid (ruby) of the text here was not read.' },
  },
} as const satisfies LossKinds
