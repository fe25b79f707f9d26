import { Problem } from './problems.ts'

/** Name of the error of the packages that read pictures not being installed (lib/scans/readers/). */
export const readersMissing = 'ReadersMissing'

/** A scan is refused as it was before scans were read, and what to install is said. */
export const withoutReaders = ({ code, sentence, remedy }: Problem): Problem =>
  new Problem(code, sentence, {
    zh: `${remedy.zh}本程序能识别扫描件，但这里没有装识别用的软件包：运行 npm install --include=optional 后再试。`,
    en: `${remedy.en} This program reads scans, but its packages for that are not installed here: run npm install --include=optional and try again.`,
  })
