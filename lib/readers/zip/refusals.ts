import { Problem } from '../../model/problems.ts'
import { limits } from '../limits.ts'

/** Archives that cannot be taken as a parcel of reports. */
export const refusals = {
  nothingInside: () =>
    new Problem(
      'empty-file',
      { zh: '压缩包中没有文件。', en: 'There are no files in the archive.' },
      {
        zh: '请检查压缩包是否完整，然后重新提交。',
        en: 'Check that the archive is complete and submit it again.',
      },
    ),
  tooManyFiles: () =>
    new Problem(
      'too-complex',
      {
        zh: `压缩包中的文件超过 ${limits.zip.files} 个。`,
        en: `The archive holds more than ${limits.zip.files} files.`,
      },
      {
        zh: '请分成几个压缩包提交，每个压缩包只放报告文件。',
        en: 'Divide it into several archives with nothing but reports in them.',
      },
    ),
  tooLarge: () =>
    new Problem(
      'too-large',
      {
        zh: `压缩包解压后超过 ${limits.zip.allBytes / 1024 / 1024} MB。`,
        en: `The archive unpacks to more than ${limits.zip.allBytes / 1024 / 1024} MB.`,
      },
      {
        zh: '请分成几个压缩包提交，每个压缩包只放报告文件。',
        en: 'Divide it into several archives with nothing but reports in them.',
      },
    ),
} as const
