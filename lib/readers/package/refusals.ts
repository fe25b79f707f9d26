import { Problem } from '../../model/problems.ts'
import { damagedFile } from '../format/damaged.ts'

/** The bytes are no whole file of this family of zips: Word, OpenDocument, Excel. */
export const damaged = damagedFile({ zh: '文件', en: 'The file' })

/** A part is larger, inflated, than any report. */
export const tooLarge = (part: string, megabytes: number): Problem =>
  new Problem(
    'too-large',
    {
      zh: `文件过大：其中的“${part}”解压后超过 ${megabytes} MB。`,
      en: `The file is too large: its part “${part}” inflates to more than ${megabytes} MB.`,
    },
    {
      zh: '请只提交年度报告本身，去掉附件、嵌入文件和无关内容后重新提交。',
      en: 'Submit the annual report alone, without attachments, embedded files and unrelated content.',
    },
  )

/** The document is built of more, or deeper nested, pieces than any report. */
export const tooComplex = (zh: string, en: string): Problem =>
  new Problem(
    'too-complex',
    { zh: `文件结构过于复杂：${zh}。`, en: `The file is too complex: ${en}.` },
    {
      zh: '请把报告正文和表格复制到新建的 Word 文档中，保存后重新提交。',
      en: 'Copy the text and tables of the report into a new Word document, save it and submit that.',
    },
  )

/** Some zip other than a Word file; `what` names it. */
export const notWord = (zh: string, en: string): Problem =>
  new Problem(
    'format-unsupported',
    { zh: `这不是 Word 文档，而是${zh}。`, en: `This is not a Word document but ${en}.` },
    { zh: '请把报告保存为 .docx 后提交。', en: 'Save the report as .docx and submit that.' },
  )

/** Content that only opens with a password. */
export const locked = (): Problem =>
  new Problem(
    'password-protected',
    { zh: '文件已加密，需要密码才能打开。', en: 'The file is encrypted and opens only with a password.' },
    { zh: '请取消密码保护后重新提交。', en: 'Remove the password and submit the file again.' },
  )
