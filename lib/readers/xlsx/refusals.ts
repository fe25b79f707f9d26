import { Problem } from '../../model/problems.ts'
import { damagedFile } from '../format/damaged.ts'

/** The bytes are no whole workbook. */
export const damaged = damagedFile(
  { zh: 'Excel 文件', en: 'The Excel file' },
  {
    zh: '请用 Excel 或 WPS 打开该文件，另存为 .xlsx 后重新提交；也可提交报告的 Word 文档（.docx）。',
    en: 'Open the file in Excel or WPS, save it as .xlsx and submit it again, or submit the report as a Word document (.docx).',
  },
)

/** Excel's binary workbook. */
export const notReadable = (): Problem =>
  new Problem(
    'format-unsupported',
    {
      zh: '暂不支持 Excel 二进制工作簿（.xlsb）。',
      en: 'An Excel binary workbook (.xlsb) is not supported yet.',
    },
    {
      zh: '请另存为“Excel 工作簿（.xlsx）”后重新提交。',
      en: 'Save it as an Excel workbook (.xlsx) and submit that.',
    },
  )
