import type { Readers } from '../contract.ts'
import { openDigits } from './digits/reader.ts'
import { openPpOcr } from './pp-ocr/reader.ts'
import { ReadersMissing } from './readers-missing.ts'

const open = async (): Promise<Readers> => {
  const [digits, ppOcr] = await Promise.all([openDigits(), openPpOcr()])
  return { figures: [digits, ppOcr.figures], words: ppOcr.words }
}

let opening: Promise<Readers> | undefined

/** Loads the readers once for a process. Throws ReadersMissing where their files are not there. */
export const openReaders = (): Promise<Readers> => {
  opening ??= open().catch(error => {
    opening = undefined
    throw new ReadersMissing({ cause: error })
  })
  return opening
}
