import { dictionaryText, recognitionBytes } from '../../../vendor/onnx/onnx-files.ts'
import { type Model, openModel } from '../../../vendor/onnx/session.ts'
import type { LineRead, LineReader } from '../../contract.ts'
import { batchesOf } from '../batches.ts'
import { readSteps } from '../ctc.ts'
import { height, type Picture, pictureOf } from './picture.ts'

/** As many columns at once as fit into some 60 MB of what lies between the layers. */
const columnsAtOnce = 2048

type Read = (pictures: readonly (Picture | null)[]) => Promise<readonly LineRead[]>

const readerOf =
  (model: Model, characters: readonly string[]): Read =>
  async pictures => {
    const reads: LineRead[] = pictures.map(() => ({ text: '', confidence: 1 }))
    const drawn = pictures.flatMap((picture, place) => (picture ? [{ ...picture, place }] : []))
    for (const batch of batchesOf(drawn, columnsAtOnce)) {
      const width = batch[0]?.width ?? 0
      const plane = height * width
      const data = new Float32Array(batch.length * 3 * plane)
      for (const [at, { values }] of batch.entries())
        for (let colour = 0; colour < 3; colour++) data.set(values, (at * 3 + colour) * plane)
      const { data: chances, dims } = await model({ data, dims: [batch.length, 3, height, width] })
      const [, steps = 0, kinds = 0] = dims
      for (const [at, { place }] of batch.entries())
        reads[place] = readSteps(chances, at * steps * kinds, steps, characters)
    }
    return reads
  }

/**
 * Words are read half as wide as they are printed: in half the time, and with fewer slips than at full width. They are read as
 * they are: where print is pale, what removes specks removes the thin strokes of ideographs too.
 */
const narrowed = 0.5

/** Looks alike, and stands for the same in a figure: `0` alone is read as a letter as often as not. */
const asInFigures = new Map([
  ...[...'０１２３４５６７８９'].map((digit, value) => [digit, String(value)] as const),
  ['．', '.'],
  ['。', '.'],
  ['，', ','],
  ['－', '-'],
  ['−', '-'],
  ['–', '-'],
  ['＋', '+'],
  ['o', '0'],
  ['O', '0'],
])

/** As figures are written: without blanks, in narrow digits. Whatever else it reads stays. */
const figureOf = (text: string): string =>
  [...text.replace(/\s/gu, '')].map(character => asInFigures.get(character) ?? character).join('')

/** PP-OCRv4 through ONNX Runtime: a reader of figures and one of words. Throws what loading the files throws. */
export const openPpOcr = async (): Promise<{ readonly figures: LineReader; readonly words: LineReader }> => {
  const [bytes, dictionary] = await Promise.all([recognitionBytes(), dictionaryText()])
  const model = await openModel(bytes)
  const characters = ['', ...dictionary.replace(/\r?\n$/, '').split(/\r?\n/), ' ']
  const read = readerOf(model, characters)
  const reader = (readLines: LineReader['read']): LineReader => ({
    name: 'pp-ocr-v4',
    family: 'pp-ocr',
    read: readLines,
  })
  return {
    figures: reader(async lines => {
      const reads = await read(lines.map(line => pictureOf(line, 1.45, 1, 64)))
      return reads.map(({ text, confidence }) => ({ text: figureOf(text), confidence }))
    }),
    words: reader(lines =>
      read(
        lines.map(({ raw, digitHeight }) =>
          pictureOf({ clean: raw, digitHeight }, Number.POSITIVE_INFINITY, narrowed, 32),
        ),
      ),
    ),
  }
}
