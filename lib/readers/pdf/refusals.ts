import { Problem } from '../../model/problems.ts'

const original = {
  zh: '请提交生成该 PDF 的 Word 文档（.docx），或从 Word、WPS 重新导出 PDF 后提交。',
  en: 'Submit the Word document (.docx) the PDF was made from, or export the PDF again from Word or WPS.',
}

/** The bytes are no PDF that can be opened. */
export const damaged = (options?: ErrorOptions): Problem =>
  new Problem(
    'file-damaged',
    { zh: 'PDF 文件已损坏，无法打开。', en: 'The PDF file is damaged and cannot be opened.' },
    original,
    options,
  )

/** The file opens only with a password. */
export const locked = (): Problem =>
  new Problem(
    'password-protected',
    {
      zh: 'PDF 文件设有打开密码，无法读取。',
      en: 'The PDF file opens only with a password and cannot be read.',
    },
    { zh: '请取消密码保护后重新提交。', en: 'Remove the password and submit the file again.' },
  )

/** No page has a character that is seen. `scanned`: there are pictures instead. */
export const withoutText = (scanned: boolean): Problem =>
  new Problem(
    'no-text-layer',
    scanned
      ? {
          zh: 'PDF 是扫描件或图片，没有可读取的文字，表格中的数字无法识别。',
          en: 'The PDF is a scan: it consists of pictures without text, and no figure of its tables can be read.',
        }
      : { zh: 'PDF 中没有可读取的文字。', en: 'The PDF has no text that could be read.' },
    {
      zh: '请提交报告的 Word 文档（.docx）、网页（.html），或由 Word、WPS 直接导出的 PDF，不要提交扫描件。',
      en: 'Submit the Word document (.docx), the web page (.html) or a PDF exported from Word or WPS, not a scan.',
    },
    { scan: scanned },
  )

/** Text is there, but what its characters mean is not said in the file. */
export const unreadableText = (): Problem =>
  new Problem(
    'no-text-layer',
    {
      zh: 'PDF 中的文字没有可用的编码（复制出来是乱码），无法读取。',
      en: 'The text of the PDF carries no usable encoding (copied, it is gibberish) and cannot be read.',
    },
    original,
  )

/** The file is built of more pieces than any report. */
export const tooComplex = (zh: string, en: string): Problem =>
  new Problem(
    'too-complex',
    { zh: `PDF 文件过于复杂：${zh}。`, en: `The PDF file is too complex: ${en}.` },
    {
      zh: '请只提交年度报告本身，去掉附件和其他内容后重新导出 PDF 提交。',
      en: 'Submit the annual report alone: remove attachments and other content and export the PDF again.',
    },
  )

/** Two texts stand beside each other: reading across would mix them. */
export const sideBySide = (page: number): Problem =>
  new Problem(
    'format-unsupported',
    {
      zh: `PDF 第 ${page} 页为分栏或左右并排的版式，无法确定阅读顺序。`,
      en: `Page ${page} of the PDF is set in columns or side by side; the order of reading cannot be told.`,
    },
    {
      zh: '请提交单栏版式的 PDF（每页一版、不拼版），或生成该 PDF 的 Word 文档（.docx）。',
      en: 'Submit a PDF in a single column, one page to a sheet, or the Word document (.docx) it was made from.',
    },
  )
