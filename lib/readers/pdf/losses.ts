import type { Loss, Source } from '../../model/document.ts'
import type { Message } from '../../model/message.ts'
import { limits } from './limits.ts'

const list = (pages: readonly number[]): string => pages.join('、')
const listed = (pages: readonly number[]): string =>
  `${pages.length > 1 ? 'pages' : 'page'} ${pages.join(', ')}`

/** What pages can lose. Codes are permanent. */
const pageMessages = {
  'picture-page': pages => ({
    zh: `第 ${list(pages)} 页没有文字（扫描件或图片），其内容未读取。`,
    en: `No text on ${listed(pages)} (a scan or a picture); what is shown there was not read.`,
  }),
  'picture-dropped': pages => ({
    zh: `第 ${list(pages)} 页有图片，图片中的内容未读取。`,
    en: `There are pictures on ${listed(pages)}; what they show was not read.`,
  }),
  'page-unreadable': pages => ({
    zh: `第 ${list(pages)} 页已损坏，内容未读取或不完整。`,
    en: `Damaged and not read, or not read to the end: ${listed(pages)}.`,
  }),
  'characters-unreadable': pages => ({
    zh: `第 ${list(pages)} 页有无法识别的字符（复制出来是乱码）。`,
    en: `There are characters on ${listed(pages)} whose meaning the file does not tell.`,
  }),
  'hidden-text-dropped': pages => ({
    zh: `第 ${list(pages)} 页有不显示的文字（如扫描件的识别文字），未读取。`,
    en: `There is text on ${listed(pages)} that is not shown, such as what a scanner recognised; it was not read.`,
  }),
  'rotated-text-dropped': pages => ({
    zh: `第 ${list(pages)} 页有倾斜或侧排的文字（如水印），未读取。`,
    en: `There is slanting or sideways text on ${listed(pages)}, such as a watermark; it was not read.`,
  }),
  'watermark-dropped': pages => ({
    zh: `第 ${list(pages)} 页有浅色或半透明的大字（水印），未读取。`,
    en: `There are large pale or transparent characters on ${listed(pages)}, a watermark; they were not read.`,
  }),
  'drawing-too-dense': pages => ({
    zh: `第 ${list(pages)} 页的线条过多，未从中识别表格。`,
    en: `There are too many lines on ${listed(pages)}; no tables were read there.`,
  }),
  'table-without-rulings': pages => ({
    zh: `第 ${list(pages)} 页有没有框线或框线不全的表格，无法确定各数字所在的列，已按文字读取。`,
    en: `A table without (all) rulings on ${listed(pages)}: which column a figure stands in cannot be told; read as text.`,
  }),
} as const satisfies Readonly<Record<string, (pages: readonly number[]) => Message>>

const placeMessages = {
  'text-crosses-ruling': {
    zh: '此处的文字越过了表格线，已计入它大部分所在的单元格，请核对。',
    en: 'The text here runs over a ruling and was counted to the cell where most of it stands. Please compare.',
  },
  'row-cut-uncertain': {
    zh: '此处的单元格可能被分页截断，无法确定两页上的内容是否为同一行，请核对。',
    en: 'The cell here may be cut by a page break; whether both parts are one row cannot be told. Please compare.',
  },
  'footnote-mark-dropped': {
    zh: '此处的上标（脚注标记）未计入文字，请核对。',
    en: 'The raised mark (footnote) here was left out of the text; please compare.',
  },
  'raised-digits-kept': {
    zh: '此处的数字为上标、下标或字号较小，可能是脚注标记，已按数字读取，请核对。',
    en: 'The digits here are raised, lowered or smaller and may be a footnote mark; they were read as a figure. Please compare.',
  },
  'hidden-text-in-cell': {
    zh: '此处的单元格内有不显示的文字（白色或透明），未读取，请核对。',
    en: 'The cell here holds text that is not shown (white or invisible); it was not read. Please compare.',
  },
  'cell-beyond-page': {
    zh: '此处的单元格超出了页面边缘，其内容可能不完整，请核对。',
    en: 'The cell here goes beyond the edge of the page; what it says may be incomplete. Please compare.',
  },
  'text-overdrawn': {
    zh: '此处的文字上有线条、色块、图片或批注遮盖，或文字被截去一部分，无法确定所读内容，请核对。',
    en: 'A stroke, an area, a picture or a note lies over the text here, or part of it is cut off; it may not say what was read. Please compare.',
  },
  'text-overlaps': {
    zh: '此处的文字相互重叠，无法确定所读内容，请核对。',
    en: 'Characters here are printed over each other and may not say what was read. Please compare.',
  },
  'struck-text-kept': {
    zh: '此处有带删除线的文字，已照样保留。若已作废，请删去。',
    en: 'The text here is struck through and was kept as printed. If it is void, delete it.',
  },
} as const satisfies Readonly<Record<string, Message>>

export type PageLossCode = keyof typeof pageMessages
export type PlaceLossCode = keyof typeof placeMessages

export interface LossList {
  /** Notes a loss on a page; all pages of one loss are told together. */
  readonly page: (code: PageLossCode, page: number) => void
  readonly place: (code: PlaceLossCode, source: Source) => void
  readonly all: () => Loss[]
}

export const lossList = (): LossList => {
  const pages = new Map<PageLossCode, Set<number>>()
  const counts = new Map<PlaceLossCode, number>()
  const places: Loss[] = []
  return {
    page: (code, page) => pages.set(code, (pages.get(code) ?? new Set()).add(page)),
    place: (code, source) => {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      // A loss in the cell of a figure is a finding, however many came before it.
      if (count <= (source.kind === 'paragraph' ? limits.lossesOfAKind : limits.lossesInCells))
        places.push({ code, message: placeMessages[code], source })
    },
    all: () => [
      ...[...pages].map(([code, found]) => ({
        code,
        message: pageMessages[code]([...found].sort((a, b) => a - b)),
      })),
      ...places,
    ],
  }
}
