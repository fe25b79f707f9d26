import { enQuote, type LossKinds, zhQuote } from '../kind.ts'

/** What the file holds and an eye does not see, or sees otherwise than it is written. */
export const sight = {
  'hidden-text-dropped': {
    means: { zh: '不显示的文字未读取', en: 'text that is not shown was not read' },
    office: (at, what) => ({
      zh: `${at.zh}的隐藏文字${zhQuote(what)}未读取。若属报告内容，请取消隐藏。`,
      en: `Hidden text${enQuote(what)} in ${at.en} was not read. If it belongs to the report, unhide it.`,
    }),
    web: {
      zh: '此处有不显示的文字，未读取。',
      en: 'There is text here that is not shown; it was not read.',
    },
    pdf: {
      zh: '此处的单元格内有不显示的文字（白色或透明），未读取，请核对。',
      en: 'The cell here holds text that is not shown (white or invisible); it was not read. Please compare.',
    },
    pages: at => ({
      zh: `${at.zh}有不显示的文字（如扫描件的识别文字），未读取。`,
      en: `There is text on ${at.en} that is not shown, such as what a scanner recognised; it was not read.`,
    }),
  },
  'deleted-text-dropped': {
    means: { zh: '标为删除的文字未读取', en: 'text marked as deleted was not read' },
    web: {
      zh: '此处有标记为删除的文字，未读取。',
      en: 'There is text here marked as deleted; it was not read.',
    },
  },
  'struck-text-kept': {
    means: { zh: '带删除线的文字照样读取', en: 'struck text was read all the same' },
    keptUnseen: true,
    office: (at, what) => ({
      zh: `${at.zh}有带删除线的文字${zhQuote(what)}，已照样保留。若已作废，请删去。`,
      en: `Struck-through text${enQuote(what)} in ${at.en} was kept as printed. If it is void, delete it.`,
    }),
    web: {
      zh: '此处文字带删除线，已照常读取，请核对。',
      en: 'The text here is struck out; it was read all the same. Please compare.',
    },
    pdf: {
      zh: '此处有带删除线的文字，已照样保留。若已作废，请删去。',
      en: 'The text here is struck through and was kept as printed. If it is void, delete it.',
    },
  },
  'white-text-kept': {
    means: { zh: '看不见的白色文字照样读取', en: 'white text that is not seen was read all the same' },
    keptUnseen: true,
    office: (at, what) => ({
      zh: `${at.zh}的文字${zhQuote(what)}为白色或与底色几乎相同，看不见，已照样保留。若已作废，请删去；若有效，请改为黑色。`,
      en: `Text${enQuote(what)} in ${at.en}, white or nearly as its ground and thus invisible, was kept. Delete it if void; if valid, make it black.`,
    }),
    web: {
      zh: '此处有白色的数字，在白底上看不见，已另起一行读取，请核对：作废的请删除，有效的请改为黑色。',
      en: 'There are white digits here, invisible on a white ground; they were kept on a line of their own. Delete them if void; if valid, make them black.',
    },
  },
  'tiny-text-kept': {
    means: { zh: '小得看不清的文字照样读取', en: 'text too small to be seen was read all the same' },
    keptUnseen: true,
    office: (at, what) => ({
      zh: `${at.zh}的文字${zhQuote(what)}小、窄或挤得看不清，已照样保留。若已作废，请删去；若有效，请改为正常字号。`,
      en: `Text${enQuote(what)} in ${at.en} is too small, narrow or crowded to be seen; it was kept. Delete it if void; if valid, set it in normal size.`,
    }),
  },
  'table-style-kept': {
    means: {
      zh: '因表格样式而隐藏、升降的文字照样读取',
      en: 'text hidden or raised by a table’s style was read all the same',
    },
    keptUnseen: true,
    office: (at, what) => ({
      zh: `${at.zh}的文字${zhQuote(what)}因表格样式而隐藏或升降，已照样保留。请核对该处。`,
      en: `Text${enQuote(what)} in ${at.en} is hidden or raised by the style of the table; it was kept. Check that place.`,
    }),
  },
  'symbol-font-kept': {
    means: { zh: '用符号字体的数字按数字读取', en: 'digits in a font of symbols were read as digits' },
    office: (at, what) => ({
      zh: `${at.zh}的数字${zhQuote(what)}用了符号字体，显示出来不是数字，已按数字读取。请核对并改用普通字体。`,
      en: `The digits${enQuote(what)} in ${at.en} are set in a font of symbols and do not look like digits; they were read as such. Check them and use an ordinary font.`,
    }),
  },
  'stacked-text-kept': {
    means: { zh: '双行合一、旋转的文字按先后读取', en: 'stacked or turned text was read in its order' },
    office: (at, what) => ({
      zh: `${at.zh}的文字${zhQuote(what)}设为双行合一或横向旋转，已按先后顺序读取。请核对该处。`,
      en: `Text${enQuote(what)} in ${at.en} is set as two lines in one, or turned within its line; it was read in its order. Check that place.`,
    }),
  },
  'direction-ignored': {
    means: { zh: '从右向左的文字按书写先后读取', en: 'text from right to left was read as written' },
    office: at => ({
      zh: `${at.zh}的文字设为从右向左排列，已按书写的先后读取。请核对该处数字。`,
      en: `Text in ${at.en} is set to run from right to left; it was read in the order written. Check the figure there.`,
    }),
  },
  'style-sheet-not-read': {
    means: { zh: '样式无法完全判断', en: 'the style could not be fully followed' },
    web: {
      zh: '此处文字的样式（如移位、遮盖、翻转、混色，或样式表不在文件内）无法完全判断，已按普通文字读取，请与网页对照。',
      en: 'The style of the text here (moved, covered, turned, blended, or a style sheet that is not in the file) could not be fully followed; it was read as plain text. Please compare with the page.',
    },
  },
  'generated-text-kept': {
    means: { zh: '由样式加入的文字照所见读取', en: 'text that a style adds was read as seen' },
    web: {
      zh: '此处有由样式加入的文字，网页源文件的表格中没有，已照所见读取，请核对。',
      en: 'A style adds text here that is not in the table itself; it was read as it is seen. Please compare.',
    },
  },
  'rotated-text-dropped': {
    means: { zh: '倾斜、侧排的文字未读取', en: 'slanting or sideways text was not read' },
    pages: at => ({
      zh: `${at.zh}有倾斜或侧排的文字（如水印），未读取。`,
      en: `There is slanting or sideways text on ${at.en}, such as a watermark; it was not read.`,
    }),
  },
  'watermark-dropped': {
    means: { zh: '水印未读取', en: 'a watermark was not read' },
    label: 'unchanged',
    pages: at => ({
      zh: `${at.zh}有浅色或半透明的大字（水印），未读取。`,
      en: `There are large pale or transparent characters on ${at.en}, a watermark; they were not read.`,
    }),
  },
  'picture-text-kept': {
    means: {
      zh: '扫描图片上不可见的文字层照样读取',
      en: 'text that lies invisibly on a picture was read all the same',
    },
    reach: 'table',
    label: 'unchanged',
    mayHoldTable: 'picture',
    pdf: at => ({
      zh: `${at.zh}的内容来自图片（扫描件）上不可见的文字层，是软件识别的结果，可能有误。请逐格与图片核对，或提交生成该文件的 Word 文档。`,
      en: `What ${at.en} says comes from text that lies invisibly on a picture (a scan): a program recognised it and may be wrong. Compare each cell with the picture, or submit the Word document.`,
    }),
    pages: at => ({
      zh: `${at.zh}是图片（扫描件），所读文字来自图片上不可见的文字层，是软件识别的结果，请与图片核对。`,
      en: `Pictures (a scan): ${at.en}. What was read there comes from invisible text that a program recognised; please compare with the picture.`,
    }),
  },
  'drawing-in-cell': {
    means: { zh: '单元格内画有图形或图片', en: 'something is drawn in a cell' },
    label: 'unchanged',
    pdf: {
      zh: '此处的单元格内有图片、线条或图形，可能是画成图形的数字或手写的字，未读取，请核对。',
      en: 'A picture, strokes or shapes are drawn in the cell here; they may be digits made of outlines or written by hand, and were not read. Please compare.',
    },
  },
  'text-overdrawn': {
    means: { zh: '文字上有线条、色块等遮盖', en: 'something is drawn over the text' },
    pdf: {
      zh: '此处的文字上有线条、色块、图片或批注遮盖，或文字被截去一部分，无法确定所读内容，请核对。',
      en: 'A stroke, an area, a picture or a note lies over the text here, or part of it is cut off; it may not say what was read. Please compare.',
    },
  },
  'text-overlaps': {
    means: { zh: '文字相互重叠', en: 'characters are printed over each other' },
    pdf: {
      zh: '此处的文字相互重叠，无法确定所读内容，请核对。',
      en: 'Characters here are printed over each other and may not say what was read. Please compare.',
    },
  },
} as const satisfies LossKinds
