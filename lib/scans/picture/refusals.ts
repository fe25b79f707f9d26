import { Problem } from '../../model/problems.ts'

/** The bytes are no picture that can be opened. */
export const damagedPicture = (options?: ErrorOptions): Problem =>
  new Problem(
    'file-damaged',
    { zh: '图片文件已损坏，无法打开。', en: 'The picture is damaged and cannot be opened.' },
    {
      zh: '请重新扫描或拍照后提交；最好提交报告的 Word 文档（.docx）。',
      en: 'Scan or photograph the report again; better, submit its Word document (.docx).',
    },
    options,
  )
