import type { Message } from '../../model/message.ts'
import { Problem } from '../../model/problems.ts'
import { limits, MB } from '../limits.ts'

const { files, bytes } = limits.zip

/** What to do with an archive that is too large. */
export const divided: Message = {
  zh: `请分成几个压缩包提交，每个不超过 ${bytes / MB} MB、${files} 个文件，只放年度报告。`,
  en: `Divide it into several archives of at most ${bytes / MB} MB and ${files} files each, with nothing but annual reports in them.`,
}

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
  tooManyFiles: (count: number) =>
    new Problem(
      'too-complex',
      {
        zh: `压缩包中有 ${count} 个文件，超过 ${files} 个的上限。`,
        en: `The archive holds ${count} files; at most ${files} are taken.`,
      },
      divided,
    ),
  tooLarge: () =>
    new Problem(
      'too-large',
      {
        zh: `压缩包解压后超过 ${bytes / MB} MB 的上限。`,
        en: `The archive unpacks to more than ${bytes / MB} MB.`,
      },
      divided,
    ),
} as const
