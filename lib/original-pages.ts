import type { DrawnPage, DrawnPlace, PagePlace, ShownPage, WantedPage } from './model/picture.ts'
import { Problem } from './model/problems.ts'
import { personalNumbersIn, personalNumbersOf } from './narrative/personal-numbers.ts'
import { drawPage, open } from './readers/index.ts'
import type { PrintedCharacter, PrintedPage } from './readers/open-document.ts'

/** The characters that numbers of persons are made of, one after another, and where each stands. */
const digitsOf = (characters: readonly PrintedCharacter[]) => {
  const boxes: PagePlace['box'][] = []
  let text = ''
  for (const { text: printed, box } of characters)
    for (const character of printed.normalize('NFKC').toUpperCase()) {
      if (!/[\dX]/u.test(character)) continue
      text += character
      boxes.push(box)
    }
  return { text, boxes }
}

type Digits = ReturnType<typeof digitsOf>

/** Where a number stands, wherever it does; as with every output its last two characters may be seen. */
const boxesOf = ({ text, boxes }: Digits, number: string): readonly PagePlace['box'][] => {
  const found: PagePlace['box'][] = []
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    found.push(...boxes.slice(at, at + number.length - 2))
  return found
}

const distance = ([left, top, right, bottom]: PagePlace['box'], next: PagePlace['box']): number =>
  Math.max(next[0] - right, left - next[2], next[1] - bottom, top - next[3])

const heightOf = ([, top, , bottom]: PagePlace['box']): number => bottom - top

/** Characters further from each other than one is high stand in cells beside each other: they are no one number. */
const lineText = (line: readonly PrintedCharacter[]): string =>
  line
    .map(({ text, box }, at) => {
      const before = line[at - 1]?.box
      return before && distance(before, box) > heightOf(box) ? `|${text}` : text
    })
    .join('')

const textOf = (lines: PrintedPage['lines']): string => lines.map(lineText).join('\n')

/** What there is to see of a file, and where words of it stand. */
export interface OriginalPages {
  readonly pages: readonly ShownPage[]
  /** Of each text that was asked for the pieces of lines on which it is printed; none where it was not found. */
  readonly quotes: readonly (readonly PagePlace[])[]
  /** Its pages are pictures: what is printed on them was not looked at, so that no number of a person is hidden. */
  readonly scan?: true
}

/** The characters of all pages one after another, without spaces, and of each where it stands. */
const written = (pages: readonly PrintedPage[]) => {
  const places: { readonly page: number; readonly line: number; readonly box: PagePlace['box'] }[] = []
  let text = ''
  for (const { page, lines } of pages)
    lines.forEach((characters, line) => {
      for (const { text: printed, box } of characters)
        for (const unit of printed.replace(/\s/gu, '').split('')) {
          text += unit
          places.push({ page, line, box })
        }
    })
  return { text, places }
}

const around = (boxes: readonly PagePlace['box'][]): PagePlace['box'] => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
]

const placesOf = ({ text, places }: ReturnType<typeof written>, quote: string): readonly PagePlace[] => {
  const wanted = quote.replace(/\s/gu, '')
  const at = wanted === '' ? -1 : text.indexOf(wanted)
  if (at < 0) return []
  const found = places.slice(at, at + wanted.length)
  return [...Map.groupBy(found, ({ page, line }) => `${page} ${line}`).values()].map(own => ({
    page: own[0]!.page,
    box: around(own.map(({ box }) => box)),
  }))
}

/** Numbers of persons, in whatever part of a page, are named to be painted over; `own`: those that were read. */
const shownOf = (printed: readonly PrintedPage[], own: readonly string[]): readonly ShownPage[] => {
  const numbers = [...new Set([...own, ...printed.flatMap(({ lines }) => personalNumbersIn(textOf(lines)))])]
  const left = new Set(own)
  const shown = printed.map(({ page, width, height, lines, asWritten, without }): ShownPage => {
    const ways = numbers.length === 0 ? [] : [digitsOf(lines.flat()), digitsOf(asWritten)]
    const hidden = numbers.flatMap(number => {
      const boxes = ways.flatMap(way => boxesOf(way, number))
      if (boxes.length > 0) left.delete(number)
      return boxes
    })
    return { page, width, height, without, hidden }
  })
  return left.size === 0 ? shown : shown.map(each => ({ ...each, hidden: [], without: 'personal' }))
}

const readPages = async (
  name: string,
  bytes: Uint8Array,
  quotes: readonly string[],
): Promise<OriginalPages> => {
  const { document, pages, close } = await open(name, bytes)
  try {
    const printed = pages()
    const all = written(quotes.length === 0 ? [] : printed)
    return {
      pages: shownOf(printed, personalNumbersOf(document)),
      quotes: quotes.map(quote => placesOf(all, quote)),
    }
  } finally {
    close()
  }
}

/**
 * The pages of a file as they may be shown. Where a number of a person that was read is not found again on any page, none
 * is. Those of a scan as they were handed in: whoever shows them has to know whether its report has such a number. No pages
 * of a format without them. Throws Problem.
 */
export const originalPages = async (
  name: string,
  bytes: Uint8Array,
  quotes: readonly string[] = [],
): Promise<OriginalPages> => {
  try {
    return await readPages(name, bytes, quotes)
  } catch (error) {
    if (!(error instanceof Problem && error.scan)) throw error
    const { pagesOfScan } = await import('./scans/originals/index.ts')
    return { pages: await pagesOfScan(bytes), quotes: quotes.map(() => []), scan: true }
  }
}

/** One of them as a picture. Throws Problem. */
export const originalPage = async (
  name: string,
  bytes: Uint8Array,
  wanted: WantedPage,
): Promise<DrawnPage> => {
  try {
    return await drawPage(name, bytes, wanted)
  } catch (error) {
    if (!(error instanceof Problem && error.scan)) throw error
    return (await import('./scans/originals/index.ts')).drawScanPage(bytes, wanted)
  }
}

/** Places of a scan as pictures, each answered in its turn. Throws Problem. */
export const scannedPlaces = async (
  bytes: Uint8Array,
  places: readonly PagePlace[],
): Promise<readonly DrawnPlace[]> =>
  (await import('./scans/originals/index.ts')).drawScanPlaces(bytes, places)
