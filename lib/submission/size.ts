import { Problem } from '../model/problems.ts'
import { limits, MB } from '../readers/limits.ts'
import { divided } from '../readers/zip/refusals.ts'

const isArchiveName = (key: string): boolean => /\.zip$/i.test(key)

/** Bytes that an upload of this name may have. What an archive is called otherwise counts as a file. */
export const mostBytes = (key: string): number => (isArchiveName(key) ? limits.zip.bytes : limits.fileBytes)

/** The Problem of an upload that is too large to be read at all, or null. */
export const checkSize = (key: string, size: number | null): Problem | null => {
  const most = mostBytes(key)
  if (size === null || size <= most) return null
  const [has, may] = [Math.ceil(size / MB), most / MB]
  return isArchiveName(key)
    ? new Problem(
        'too-large',
        {
          zh: `压缩包有 ${has} MB，超过 ${may} MB 的上限。`,
          en: `The archive has ${has} MB; at most ${may} MB are read.`,
        },
        divided,
      )
    : new Problem(
        'too-large',
        {
          zh: `文件有 ${has} MB，超过 ${may} MB 的上限。`,
          en: `The file has ${has} MB; at most ${may} MB are read.`,
        },
        {
          zh: '请只提交年度报告正文，压缩或去掉图片后重新提交；几份报告一起提交的，请打成 .zip 压缩包。',
          en: 'Submit the report alone, with its pictures made smaller or left out; pack several reports as .zip.',
        },
      )
}
