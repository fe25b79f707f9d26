import { Problem } from '../../model/problems.ts'

const resave = {
  zh: '请用 Word 或 WPS 打开该文件，另存为 .docx 后重新提交；若打不开，请找到原件。',
  en: 'Open the file in Word or WPS, save it as .docx and submit it again; if it does not open, find the original.',
}

/** The bytes are no whole Word 97–2003 file; `what` says which part is wrong. */
export const damaged = (zh: string, en: string): Problem =>
  new Problem(
    'file-damaged',
    { zh: `Word 97–2003 文件已损坏：${zh}。`, en: `The Word 97–2003 file is damaged: ${en}.` },
    resave,
  )

export { tooComplex } from '../package/refusals.ts'

/** Word 95 and older keep their text in another way. */
export const tooOld = (): Problem =>
  new Problem(
    'format-unsupported',
    {
      zh: '这是 Word 95 或更早版本的文件，暂不支持。',
      en: 'This is a file of Word 95 or older, which is not supported.',
    },
    resave,
  )

/** A compound file whose main stream is no Word document. */
export const notWord = (): Problem =>
  new Problem(
    'format-unsupported',
    { zh: '这不是 Word 文档。', en: 'This is not a Word document.' },
    { zh: '请把报告保存为 .docx 后提交。', en: 'Save the report as .docx and submit that.' },
  )
