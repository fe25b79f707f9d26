import { enQuote, type LossKinds, zhQuote } from '../kind.ts'

/** How cells stand in their table, where the file leaves that open. */
export const tables = {
  'nested-table-moved': {
    means: { zh: '单元格内的表格移到了该表之后', en: 'a table within a cell was put after its table' },
    office: at => ({
      zh: `${at.zh}的单元格内嵌有表格，已作为单独的表放到该表之后，不算作单元格内容。请核对。`,
      en: `The table inside the cell at ${at.en} was put after that table as one of its own; it is not the cell's content. Check that place.`,
    }),
  },
  'merged-cell-text-dropped': {
    means: { zh: '被合并的单元格中的文字未读取', en: 'text in a merged-away cell was not read' },
    office: (at, what) => ({
      zh: `${at.zh}被合并的单元格中藏有文字${zhQuote(what)}，Word 不显示，未读取。请取消合并核对后重新合并。`,
      en: `The merged-away cell at ${at.en} holds text${enQuote(what)} that Word does not show; it was not read. Split the cells, check, and merge them again.`,
    }),
  },
  'merge-mismatch': {
    means: { zh: '纵向合并与上一行不对应', en: 'a merge does not match the cell above' },
    label: 'unchanged',
    office: at => ({
      zh: `${at.zh}的纵向合并与上一行的单元格不对应，已按独立单元格读取。请核对该处。`,
      en: `The vertical merge at ${at.en} does not match the cell above; it was read as a cell of its own. Check that place.`,
    }),
  },
  'span-invalid': {
    means: { zh: '所跨列数无效', en: 'an impossible column span' },
    office: (at, what) => ({
      zh: `${at.zh}的单元格所跨列数${zhQuote(what)}无效，已更正为允许的范围。请核对该行各列。`,
      en: `The cell at ${at.en} claims an impossible column span${enQuote(what)}; it was brought into range. Check the columns of that row.`,
    }),
  },
  'columns-uncertain': {
    means: { zh: '各单元格所在的列不能确定', en: 'which column the cells stand in cannot be told' },
    label: 'unchanged',
    office: at => ({
      zh: `${at.zh}起的表格未能确定各单元格所在的列，已按先后顺序读取。请核对该表。`,
      en: `The columns of the table at ${at.en} could not be told; its cells were read in their order. Check that table.`,
    }),
    text: {
      zh: '表格以纯文本形式给出，无法确定空白单元格的位置，个别行可能不完整。',
      en: 'The table is plain text in which blank cells cannot be placed; some of its rows may be short.',
    },
  },
  'hidden-cells-dropped': {
    means: { zh: '隐藏的行或列未读取', en: 'hidden rows or columns were not read' },
    mayHoldTable: 'notCarried',
    office: (at, what) => ({
      zh: `${at.zh}的表格中有隐藏的行或列“${what}”，未读取。若属报告内容，请取消隐藏。`,
      en: `The table at ${at.en} has hidden rows or columns (“${what}”), which were not read. If they belong to the report, unhide them.`,
    }),
  },
  'hidden-sheet-dropped': {
    means: { zh: '隐藏的工作表未读取', en: 'a hidden sheet was not read' },
    mayHoldTable: 'notCarried',
    office: (_, what) => ({
      zh: `隐藏的工作表“${what}”未读取。若属报告内容，请取消隐藏。`,
      en: `The hidden sheet “${what}” was not read. If it belongs to the report, unhide it.`,
    }),
  },
  'table-without-rulings': {
    means: { zh: '框线不全的表格按文字读取', en: 'a table without all rulings was read as text' },
    pages: at => ({
      zh: `${at.zh}有没有框线或框线不全的表格，无法确定各数字所在的列，已按文字读取。`,
      en: `A table without (all) rulings on ${at.en}: which column a figure stands in cannot be told; read as text.`,
    }),
    mayHoldTable: 'notCarried',
  },
  'text-crosses-ruling': {
    means: { zh: '文字越过表格线', en: 'text runs over a ruling' },
    pdf: {
      zh: '此处的文字越过了表格线，已计入它大部分所在的单元格，请核对。',
      en: 'The text here runs over a ruling and was counted to the cell where most of it stands. Please compare.',
    },
  },
  'row-cut-uncertain': {
    means: { zh: '单元格可能被分页截断', en: 'a cell may be cut by a page break' },
    pdf: {
      zh: '此处的单元格可能被分页截断，无法确定两页上的内容是否为同一行，请核对。',
      en: 'The cell here may be cut by a page break; whether both parts are one row cannot be told. Please compare.',
    },
  },
  'cell-beyond-page': {
    means: { zh: '单元格超出页面', en: 'a cell goes beyond the page' },
    pdf: {
      zh: '此处的单元格超出了页面边缘，其内容可能不完整，请核对。',
      en: 'The cell here goes beyond the edge of the page; what it says may be incomplete. Please compare.',
    },
  },
} as const satisfies LossKinds
