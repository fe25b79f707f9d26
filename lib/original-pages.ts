import type { PagePlace, ShownPage } from './model/picture.ts'
import { personalNumbersIn, personalNumbersOf } from './narrative/personal-numbers.ts'
import { open } from './readers/index.ts'
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

/**
 * The pages of a file as they may be shown: numbers of persons, in whatever part of a page, are named to be painted over.
 * Where one that was read is not found again on any page, none is shown. Empty for a format without pages. Throws Problem.
 */
export const originalPages = async (name: string, bytes: Uint8Array): Promise<readonly ShownPage[]> => {
  const { document, pages, close } = await open(name, bytes)
  try {
    const printed = pages()
    const own = personalNumbersOf(document)
    const numbers = [
      ...new Set([...own, ...printed.flatMap(({ lines }) => personalNumbersIn(textOf(lines)))]),
    ]
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
  } finally {
    close()
  }
}
