import { Problem } from '../../model/problems.ts'
import { damagedFile, resave } from '../format/damaged.ts'

/** The bytes are no whole Word 97–2003 file; `what` says which part is wrong. */
export const damaged = damagedFile({ zh: 'Word 97–2003 文件', en: 'The Word 97–2003 file' })

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
