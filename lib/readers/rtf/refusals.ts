import { Problem } from '../../model/problems.ts'

/** The bytes are no whole RTF file. */
export const damaged = (zh: string, en: string): Problem =>
  new Problem(
    'file-damaged',
    { zh: `RTF 文件已损坏：${zh}。`, en: `The RTF file is damaged: ${en}.` },
    {
      zh: '请用 Word 或 WPS 打开该文件，另存为 .docx 后重新提交；若打不开，请找到原件。',
      en: 'Open the file in Word or WPS, save it as .docx and submit it again; if it does not open, find the original.',
    },
  )
