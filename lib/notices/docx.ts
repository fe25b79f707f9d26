import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Line } from './letter.ts'

/**
 * The letter as a Word document, set as GB/T 9704 sets official papers: A4, 22 lines of 28 characters, title 二号小标宋, text
 * 三号仿宋. Fonts are named, not embedded; for a machine without one the document names another.
 */

const point = 20
const size3 = 16
const size2 = 22
/** 22 lines on what the margins leave of a page. */
const lineHeight = 28.9 * point
/** Widths in characters of the text. */
const em = size3 * point

/** What stands for a font that a machine does not have. */
const others: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋: '仿宋_GB2312',
  黑体: 'SimHei',
  宋体: 'SimSun',
}

const fonts = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  cs: eastAsia,
})

const spacing = { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

const run = (text: string, font: string, points: number): TextRun =>
  new TextRun({ text, font: fonts(font), size: points * 2 })

/** Characters as wide as one of the text: half of it for digits and Latin letters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0000-\u00ff]/u.test(character) ? 0.5 : 1), 0)

/** The day stands four characters from the right, the office centred over it: there the seal goes. */
const fromRight = 4

const lookOf = ({ kind, text }: Line, dateWidth: number): IParagraphOptions => {
  const body = { spacing, children: [run(text, '仿宋', size3)] }
  switch (kind) {
    case 'title':
      return {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...spacing, line: 34 * point },
        children: [run(text, '方正小标宋简体', size2)],
      }
    case 'heading':
      return {
        keepNext: true,
        spacing,
        indent: { firstLine: 2 * em },
        children: [run(text, '黑体', size3)],
      }
    case 'paragraph':
      return { ...body, indent: { firstLine: 2 * em } }
    case 'office': {
      const right = fromRight + (dateWidth - widthOf(text)) / 2
      return {
        ...body,
        keepNext: true,
        alignment: AlignmentType.RIGHT,
        indent: { right: Math.max(right, 0) * em },
      }
    }
    case 'date':
      return { ...body, alignment: AlignmentType.RIGHT, indent: { right: fromRight * em } }
    case 'salutation':
    case 'blank':
      return body
  }
}

/** — 1 —, on the outer side of the page. */
const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: 14 * point },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: { ...fonts('宋体'), ascii: '宋体', hAnsi: '宋体' },
            size: 28,
          }),
        ],
      }),
    ],
  })

/** From the last text on nothing parts the end of a letter: no page holds a signature alone. */
const closing = (letter: readonly Line[]): number => {
  const office = letter.findIndex(({ kind }) => kind === 'office' || kind === 'date')
  return office < 0
    ? letter.length
    : letter.slice(0, office).findLastIndex(({ kind }) => kind === 'paragraph')
}

const documentOf = (letter: readonly Line[]): Document => {
  const dateWidth = widthOf(letter.find(({ kind }) => kind === 'date')?.text ?? '')
  const close = closing(letter)
  const titleEnd = letter.findLastIndex(({ kind }) => kind === 'title')
  return new Document({
    creator: '',
    lastModifiedBy: '',
    title: letter
      .slice(0, titleEnd + 1)
      .map(({ text }) => text)
      .join(''),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts('仿宋'), size: size3 * 2 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(37),
              bottom: convertMillimetersToTwip(35),
              left: convertMillimetersToTwip(28),
              right: convertMillimetersToTwip(26),
              footer: convertMillimetersToTwip(28),
            },
          },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: letter.map((line, index) => {
          const look = lookOf(line, dateWidth)
          return new Paragraph(
            index >= close && index < letter.length - 1 ? { ...look, keepNext: true } : look,
          )
        }),
      },
    ],
  })
}

const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(
  others,
)
  .map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>`,
  )
  .join('')}</w:fonts>`

/** The library stamps the hour; a letter is of its day, and the same letter is the same bytes. */
const withoutClock = (bytes: Uint8Array, date: string): Uint8Array => {
  const parts = unzipSync(bytes)
  const core = strFromU8(parts['docProps/core.xml']!).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
    `$1${date}T00:00:00Z`,
  )
  const own = { 'docProps/core.xml': strToU8(core), 'word/fontTable.xml': strToU8(fontTable) }
  return zipSync({ ...parts, ...own }, { mtime: new Date(`${date}T00:00:00`) })
}

/** The bytes of the letter as `.docx`; `date` is the day of the letter, ISO. */
export const letterDocx = async (letter: readonly Line[], date: string): Promise<Uint8Array> =>
  withoutClock(await Packer.pack(documentOf(letter), 'uint8array'), date)
