import type { Message } from '../../model/message.ts'
import { Problem } from '../../model/problems.ts'

const asDocx: Message = {
  zh: '请另存或导出为 Word 文档（.docx）后重新提交。',
  en: 'Save or export it as a Word document (.docx) and submit that.',
}

const unsupported = (zh: string, en: string, remedy: Message): Problem =>
  new Problem('format-unsupported', { zh: `暂不支持${zh}。`, en: `${en} is not supported yet.` }, remedy)

/** Packages that are a document, but of a kind that is not read. */
export const refusals = {
  ofd: () =>
    unsupported('OFD 版式文件（.ofd）', 'An OFD page file (.ofd)', {
      zh: '请提交生成该 OFD 的 Word 文档（.docx），或用 OFD 阅读器（WPS、数科、福昕等）导出为 Word 或带文字的 PDF 后提交。',
      en: 'Submit the Word document (.docx) the OFD file was made from, or export it from an OFD viewer as Word or as a PDF with text.',
    }),
  pages: () => unsupported('苹果 Pages 文稿（.pages）', 'An Apple Pages document (.pages)', asDocx),
  uof: () => unsupported('标文通文件（.uot、.uof）', 'A UOF document (.uot, .uof)', asDocx),
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
  nothingInside: () =>
    new Problem(
      'empty-file',
      { zh: '压缩包中没有文件。', en: 'There are no files in the archive.' },
      {
        zh: '请检查压缩包是否完整，然后重新提交。',
        en: 'Check that the archive is complete and submit it again.',
      },
    ),
  tooManyFiles: (limit: number) =>
    new Problem(
      'too-complex',
      { zh: `压缩包中的文件超过 ${limit} 个。`, en: `The archive holds more than ${limit} files.` },
      {
        zh: '请分成几个压缩包提交，每个压缩包只放报告文件。',
        en: 'Divide it into several archives with nothing but reports in them.',
      },
    ),
  tooLarge: (megabytes: number) =>
    new Problem(
      'too-large',
      {
        zh: `压缩包解压后超过 ${megabytes} MB。`,
        en: `The archive unpacks to more than ${megabytes} MB.`,
      },
      {
        zh: '请分成几个压缩包提交，每个压缩包只放报告文件。',
        en: 'Divide it into several archives with nothing but reports in them.',
      },
    ),
} as const
