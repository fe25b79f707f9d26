import { enQuote, type LossKinds, zhQuote } from '../kind.ts'

/** What a file says of its contents that has to be taken one way, or that it does not say. */
export const contents = {
  'tracked-changes-accepted': {
    means: { zh: '修订按全部接受读取', en: 'tracked changes were taken as accepted' },
    once: true,
    office: at => ({
      zh: `文中留有修订（首见于${at.zh}），已按全部接受后的内容读取。请接受或拒绝修订后重新提交定稿。`,
      en: `The document holds tracked changes (first in ${at.en}); it was read as if all were accepted. Accept or reject them and submit the final text.`,
    }),
  },
  'field-without-result': {
    means: { zh: '域没有计算结果', en: 'a field has no saved result' },
    office: (at, what) => ({
      zh: `${at.zh}的域${zhQuote(what)}没有保存计算结果，该处未读到内容。请在 Word 中更新域（F9）并保存后重新提交。`,
      en: `The field${enQuote(what)} in ${at.en} has no saved result, so nothing was read there. Update fields in Word (F9), save and submit again.`,
    }),
  },
  'formula-without-result': {
    means: { zh: '公式没有计算结果', en: 'a formula has no saved result' },
    office: at => ({
      zh: `${at.zh}的公式没有保存计算结果，该处未读到内容。请用 Excel 或 WPS 打开并保存后重新提交。`,
      en: `The formula in ${at.en} has no saved result, so nothing was read there. Open the file in Excel or WPS, save it and submit it again.`,
    }),
  },
  'number-format-ignored': {
    means: { zh: '显示格式未采用', en: 'a number was not read as it is displayed' },
    label: 'unchanged',
    office: (at, what) => ({
      zh: `${at.zh}的数字按其存储值“${what}”读取，显示格式未采用。请核对。`,
      en: `The number in ${at.en} was read as it is stored, “${what}”, not as it is displayed. Check that place.`,
    }),
  },
  'characters-unreadable': {
    means: { zh: '字符无法识别', en: 'characters cannot be read' },
    mayHoldTable: 'notCarried',
    text: (_, what) => ({
      zh: `文件中有 ${what} 处字符无法识别（显示为“\ufffd”）。`,
      en: `${what} characters of the file cannot be read (shown as "\ufffd").`,
    }),
    pages: at => ({
      zh: `${at.zh}有无法识别的字符（复制出来是乱码）。`,
      en: `There are characters on ${at.en} whose meaning the file does not tell.`,
    }),
  },
  'page-unreadable': {
    means: { zh: '页面损坏，未读取或不完整', en: 'a page is damaged' },
    mayHoldTable: 'notCarried',
    pages: at => ({
      zh: `${at.zh}已损坏，内容未读取或不完整。`,
      en: `Damaged and not read, or not read to the end: ${at.en}.`,
    }),
  },
  'converter-note': {
    means: { zh: '转换时的提示', en: 'a note from the conversion' },
    office: (_, what) => ({
      zh: `Word 转换时的提示：${what}。请核对原文。`,
      en: `A note from the Word conversion: ${what}. Check the original.`,
    }),
  },
} as const satisfies LossKinds
