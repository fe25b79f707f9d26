import { Problem } from '../model/problems.ts'

/** What one upload may be. */
export const limits = {
  /** Bytes. Larger files are refused before they are read: real reports are far below one hundredth of this. */
  uploadBytes: 64 * 1024 * 1024,
} as const

/** The Problem of a file that is too large to be read at all, or null. */
export const checkSize = (size: number | null): Problem | null => {
  if (size === null || size <= limits.uploadBytes) return null
  const most = limits.uploadBytes / 1024 / 1024
  return new Problem(
    'too-large',
    {
      zh: `文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过 ${most} MB 的上限。`,
      en: `The file has ${Math.ceil(size / 1024 / 1024)} MB; at most ${most} MB are read.`,
    },
    {
      zh: '请只提交年度报告正文，压缩或去掉图片后重新提交。',
      en: 'Submit the report alone, with its pictures made smaller or left out.',
    },
  )
}
