import type { Message } from '../../model/message.ts'
import { Problem, type ProblemOptions } from '../../model/problems.ts'
import { MB } from '../limits.ts'

const asDocx: Message = {
  zh: '请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”后重新提交。',
  en: 'Open it in Word or WPS, save it as a Word document (.docx), and submit that.',
}

const exported: Message = {
  zh: '请另存或导出为 Word 文档（.docx）后重新提交。',
  en: 'Save or export it as a Word document (.docx) and submit that.',
}

const original: Message = {
  zh: '请提交报告的文字版：Word 或 WPS 文档（.docx、.doc、.wps）、带文字的 PDF、网页（.html）或文本（.txt、.md）。',
  en: 'Submit the report itself as a Word or WPS document (.docx, .doc, .wps), a PDF with text, a web page (.html) or text (.txt, .md).',
}

const unsupported = (zh: string, en: string, remedy: Message, options?: ProblemOptions): Problem =>
  new Problem(
    'format-unsupported',
    { zh: `暂不支持${zh}。`, en: `${en} is not supported yet.` },
    remedy,
    options,
  )

/** Why content that is recognised, but not read, is refused, and what to save it as. */
export const refusals = {
  ofd: () =>
    unsupported('OFD 版式文件（.ofd）', 'An OFD page file (.ofd)', {
      zh: '请提交生成该 OFD 的 Word 文档（.docx），或用 OFD 阅读器（WPS、数科、福昕等）导出为 Word 或带文字的 PDF 后提交。',
      en: 'Submit the Word document (.docx) the OFD file was made from, or export it from an OFD viewer as Word or as a PDF with text.',
    }),
  pages: () => unsupported('苹果 Pages 文稿（.pages）', 'An Apple Pages document (.pages)', exported),
  uof: () => unsupported('标文通文件（.uot、.uof）', 'A UOF document (.uot, .uof)', exported),
  xls: () =>
    unsupported('旧版 Excel 工作簿（.xls、.et）', 'An old Excel workbook (.xls, .et)', {
      zh: '请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后重新提交；也可提交报告的 Word 文档（.docx）。',
      en: 'Open it in Excel or WPS, save it as an Excel workbook (.xlsx), and submit that, or the report as a Word document (.docx).',
    }),
  otherOffice: () => unsupported('这种 Office 文件', 'This kind of Office file', asDocx),
  wordXml: () => unsupported('Word、Excel 或标文通的 XML 文件', 'A Word, Excel or UOF XML file', asDocx),
  json: () => unsupported('JSON 数据文件', 'A JSON file', original),
  picture: () => unsupported('图片', 'A picture', original),
  /** Of the kinds that the reader of scans reads. */
  scannedPicture: () => unsupported('图片', 'A picture', original, { scan: true }),
  archive: () =>
    unsupported('压缩包', 'An archive', {
      zh: '请解压后逐个提交其中的报告文件，或改用 .zip 格式压缩后提交。',
      en: 'Unpack it and submit the reports in it one by one, or pack them as .zip.',
    }),
  files: () =>
    new Problem(
      'format-unsupported',
      {
        zh: '这是装有其他文件的压缩包，不是一份报告。',
        en: 'This is an archive of other files, not one report.',
      },
      {
        zh: '请解压后逐个提交其中的报告文件；压缩包中再套压缩包的，也请先解开里层。',
        en: 'Unpack it and submit the reports in it one by one; unpack archives within the archive as well.',
      },
    ),
  /** The name says nothing that is known; `remedy` where the content says more. */
  ending: (taken: readonly string[], remedy: Message = original) =>
    new Problem(
      'format-unsupported',
      {
        zh: `文件名的扩展名不在受理范围内。受理的扩展名：${taken.join('、')}。`,
        en: `The file name does not end as files do that are taken: ${taken.join(', ')}.`,
      },
      remedy,
    ),
  binary: () => unsupported('这种文件', 'This kind of file', original),
  passwordProtected: () =>
    new Problem(
      'password-protected',
      { zh: '文件设有打开密码，无法读取。', en: 'The file is protected by a password and cannot be read.' },
      {
        zh: '请取消密码保护后重新保存并提交。',
        en: 'Remove the password, save the file again and submit it.',
      },
    ),
  empty: () =>
    new Problem(
      'empty-file',
      { zh: '文件是空的。', en: 'The file is empty.' },
      {
        zh: '请检查文件是否导出或上传完整，然后重新提交。',
        en: 'Check that the file was exported and uploaded completely, and submit it again.',
      },
    ),
  tooLarge: (limit: number) =>
    new Problem(
      'too-large',
      {
        zh: `文件超过 ${limit / MB} MB 的上限，远大于一份年度报告。`,
        en: `The file exceeds ${limit / MB} MB, far more than an annual report needs.`,
      },
      {
        zh: '请压缩或删除文件中的图片，只保留报告正文和表格后重新提交。',
        en: 'Remove or shrink its pictures, keep only the text and tables of the report, and submit it again.',
      },
    ),
} as const
