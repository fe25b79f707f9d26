import { enQuote, type LossKinds, zhQuote } from '../kind.ts'

/** What stands beside a figure or a line and may be no part of it: marks of notes, numbers of lists. */
export const marks = {
  'note-mark-dropped': {
    means: { zh: '脚注、尾注标记未计入', en: 'a note’s mark was left out' },
    figure: 'unchanged',
    label: 'unchanged',
    office: (at, what) => ({
      zh: `${at.zh}的脚注或尾注标记${zhQuote(what)}已去掉，注文未读取。请核对该处数字。`,
      en: `The footnote or endnote mark${enQuote(what)} in ${at.en} was left out and its note not read. Check the figure there.`,
    }),
    web: {
      zh: '此处的上标（脚注标记）未计入文字，请核对。',
      en: 'The raised mark (footnote) here was left out of the text; please compare.',
    },
    text: {
      zh: '单元格末尾有脚注标记（如“16[1]”），已略去，不作为数字。',
      en: 'A cell ends with a footnote mark (such as "16[1]"); the mark was left out and not read as digits.',
    },
    pdf: {
      zh: '此处的上标（脚注标记）未计入文字，请核对。',
      en: 'The raised mark (footnote) here was left out of the text; please compare.',
    },
  },
  'superscript-dropped': {
    means: {
      zh: '数字后的上标、下标视为注释标记，已去掉',
      en: 'what is raised after a digit was taken for a note’s mark',
    },
    office: (at, what) => ({
      zh: `${at.zh}数字之后的上标或下标${zhQuote(what)}视为注释标记，已去掉。请核对该处数字。`,
      en: `The raised or lowered${enQuote(what)} after a digit in ${at.en} was taken as a note mark and left out. Check the figure there.`,
    }),
  },
  'raised-digits-kept': {
    means: { zh: '上标、下标的数字按数字读取', en: 'raised digits were read as a figure' },
    office: (at, what) => ({
      zh: `${at.zh}的数字“${what}”为上标或下标，可能是注释标记，已按数字读取。请核对。`,
      en: `The digits “${what}” in ${at.en} are raised or lowered and may be a note mark; they were read as a figure. Check that place.`,
    }),
    web: {
      zh: '此处的数字为上标，可能是脚注标记，已按数字读取，请核对。',
      en: 'The digits here are raised and may be a footnote mark; they were read as a figure. Please compare.',
    },
    pdf: {
      zh: '此处的数字为上标、下标或字号较小，可能是脚注标记，已按数字读取，请核对。',
      en: 'The digits here are raised, lowered or smaller and may be a footnote mark; they were read as a figure. Please compare.',
    },
  },
  'raised-digits-dropped': {
    means: {
      zh: '标为上标而与数字同高的数字未计入',
      en: 'digits marked as raised that look like others were left out',
    },
    web: {
      zh: '此处的数字在网页源文件中为上标（脚注标记），样式却使它与数字同高，未计入数字，请核对。',
      en: 'The digits here are marked as raised (a note’s mark), but a style sets them on the line; they were left out of the figure. Please compare.',
    },
  },
  'anchor-digits-dropped': {
    means: { zh: '指向本页他处的链接未计入', en: 'the digits of a link within the page were left out' },
    web: {
      zh: '数字后有指向本页他处的链接，应为注释标记，未计入数字，请核对。',
      en: 'A link within the page follows the figure, a note’s mark it seems; it was left out of the figure. Please compare.',
    },
  },
  'bookmark-dropped': {
    means: { zh: '书签标记已略去', en: 'a bookmark was left out' },
    label: 'unchanged',
    text: {
      zh: '文本中有书签标记，已略去。',
      en: 'The text has placeholders of bookmarks; they were left out.',
    },
  },
  'numbering-dropped': {
    means: { zh: '自动编号未读取', en: 'automatic numbers were not read' },
    once: true,
    label: 'unchanged',
    office: at => ({
      zh: `文中使用了自动编号或项目符号（首见于${at.zh}），编号本身未读取。请以手工编号的标题为准核对。`,
      en: `The document numbers paragraphs automatically (first in ${at.en}); the numbers themselves were not read. Headings are matched by their titles.`,
    }),
  },
  'number-prefix-dropped': {
    means: { zh: '数字前的自动编号未读取', en: 'an automatic number before a figure was not read' },
    office: (at, what) => ({
      zh: `${at.zh}的数字${zhQuote(what)}之前有自动编号，编号未读取。请取消该格的自动编号并核对。`,
      en: `The figure${enQuote(what)} in ${at.en} stands behind an automatic number, which was not read. Take the numbering out of the cell and check it.`,
    }),
  },
  'entered-mark-dropped': {
    means: { zh: '本系统工作簿中人工录入的标记已去掉', en: 'our mark of a figure typed in was left out' },
    figure: 'unchanged',
    label: 'unchanged',
    office: at => ({
      zh: `${at.zh}的数字在工作簿中标有“录”，是此前由人对照原件录入的。`,
      en: `The figure in ${at.en} bears the mark 录 in the workbook: it was typed in by a person from the original before.`,
    }),
  },
} as const satisfies LossKinds
