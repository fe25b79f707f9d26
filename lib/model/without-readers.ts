import { Problem } from './problems.ts'

/** Name of the error where the models that read pictures are not there (lib/scans/readers/). */
export const readersMissing = 'ReadersMissing'

/** A scan is refused as it was before scans were read, and what to do is said. */
export const withoutReaders = ({ code, sentence, remedy }: Problem): Problem =>
  new Problem(
    code,
    sentence,
    {
      zh: `${remedy.zh}本程序能识别扫描件，但识别用的模型文件不在这里：请重新安装本程序（在源代码的文件夹里运行 npm ci）。`,
      en: `${remedy.en} This program reads scans, but its models for that are not here: install it again (npm ci in a checkout).`,
    },
    { scan: true },
  )
