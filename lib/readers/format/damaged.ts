import type { Message } from '../../model/message.ts'
import { Problem } from '../../model/problems.ts'

/** What to do with a file of Word, or near it, that is not whole. */
export const resave: Message = {
  zh: '请用 Word 或 WPS 打开该文件，另存为 .docx 后重新提交；若打不开，请找到原件。',
  en: 'Open the file in Word or WPS, save it as .docx and submit it again; if it does not open, find the original.',
}

/** The Problem `file-damaged` of one kind of file, which each place that throws it completes with what is wrong. */
export const damagedFile =
  (kind: Message, remedy = resave) =>
  (zh: string, en: string, options?: ErrorOptions): Problem =>
    new Problem(
      'file-damaged',
      { zh: `${kind.zh}已损坏：${zh}。`, en: `${kind.en} is damaged: ${en}.` },
      remedy,
      options,
    )
