import { openPages } from '../../lib/readers/pdf/engine/open.ts'
import { boxOfAll } from '../../lib/readers/pdf/geometry.ts'
import { inkOf } from '../../lib/readers/pdf/ink/interpret.ts'
import type { Glyph, Ink, Ruling } from '../../lib/readers/pdf/ink/model.ts'
import { linesOf } from '../../lib/readers/pdf/spelling/lines.ts'
import { docxOf, paragraph, run } from './docx.ts'

/** A text or a line of a page, in points from its top left. */
export interface Piece {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Empty for a line. */
  readonly text: string
}

export type Page = readonly Piece[]

/** Pages of one size, in points. */
export interface Pages {
  readonly size: readonly [width: number, height: number]
  readonly pages: readonly Page[]
}

const lineOf = ({ across, at, from, to }: Ruling): Piece =>
  across
    ? { left: from, top: at, width: to - from, height: 0, text: '' }
    : { left: at, top: from, width: 0, height: to - from, text: '' }

/** Characters nearer to each other than this, in ems, go into one box. */
const gap = 0.4

const pieceOf = (glyphs: readonly Glyph[]): Piece => {
  const { left, top, right, bottom } = boxOfAll(glyphs.map(({ box }) => box))
  return {
    left,
    top,
    width: right - left,
    height: bottom - top,
    text: glyphs.map(({ text }) => text).join(''),
  }
}

const piecesOf = ({ glyphs, rulings }: Ink): Piece[] => {
  const seen = glyphs.filter(({ text }) => text.trim() !== '')
  const level = seen.filter(({ flow }) => flow === 0)
  const words = linesOf(level, false).flatMap(({ placed }) => {
    const all: { to: number; glyphs: Glyph[] }[] = []
    for (const { glyph, from, to } of placed) {
      const last = all.at(-1)
      if (last && from - last.to < gap * glyph.size) {
        last.to = to
        last.glyphs.push(glyph)
      } else all.push({ to, glyphs: [glyph] })
    }
    return all.map(word => pieceOf(word.glyphs))
  })
  const others = seen.filter(({ flow }) => flow !== 0).map(glyph => pieceOf([glyph]))
  return [...words, ...others, ...rulings.map(lineOf)]
}

/** What stands on the pages of a PDF, as programs that turn such a file into Word take it. */
export const pagesOfPdf = async (bytes: Uint8Array): Promise<Pages> => {
  const file = await openPages(bytes, inkOf)
  file.close()
  const inks = file.pages.map(ink => ink!)
  const { width, height } = inks.at(-1) ?? { width: 595, height: 842 }
  return { size: [width, height], pages: inks.map(piecesOf) }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const emu = (points: number): number => Math.round(points * 12_700)
const twips = (points: number): number => Math.round(points * 20)
const size = ({ height }: Piece): string => `<w:sz w:val="${Math.max(14, Math.round(height * 2))}"/>`
const content = (piece: Piece): string =>
  `<w:txbxContent>${paragraph(run(escaped(piece.text), size(piece)))}</w:txbxContent>`

const geometry = (piece: Piece, units: (points: number) => number): string =>
  `<wps:spPr><a:xfrm><a:off x="${units(piece.left)}" y="${units(piece.top)}"/><a:ext cx="${units(piece.width)}" cy="${units(piece.height)}"/></a:xfrm><a:prstGeom prst="${piece.text === '' ? 'line' : 'rect'}"/><a:ln><a:noFill/></a:ln></wps:spPr>`
const shape = (piece: Piece, units = emu): string =>
  `<wps:wsp>${geometry(piece, units)}${piece.text === '' ? '' : `<wps:txbx>${content(piece)}</wps:txbx>`}<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>`

const anchored = (place: Omit<Piece, 'text'>, from: string, inner: string): string =>
  `<w:r><w:drawing><wp:anchor behindDoc="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="${from === 'paragraph' ? 'column' : from}"><wp:posOffset>${emu(place.left)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="${from}"><wp:posOffset>${emu(place.top)}</wp:posOffset></wp:positionV><wp:extent cx="${emu(place.width)}" cy="${emu(place.height)}"/><a:graphic><a:graphicData uri="x">${inner}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`

const vml = ({ left, top, width, height, text, ...rest }: Piece): string => {
  const relative = 'mso-position-horizontal-relative:page;mso-position-vertical-relative:page'
  return text === ''
    ? `<w:r><w:pict><v:line style="position:absolute;${relative}" from="${left}pt,${top}pt" to="${left + width}pt,${top + height}pt"/></w:pict></w:r>`
    : `<w:r><w:pict><v:shape type="#_x0000_t202" stroked="f" style="position:absolute;margin-left:${left}pt;margin-top:${top}pt;width:${width}pt;height:${height}pt;${relative}"><v:textbox inset="0,0,0,0">${content({ left, top, width, height, text, ...rest })}</v:textbox></v:shape></w:pict></w:r>`
}

const frame = (piece: Piece): string =>
  piece.text === ''
    ? paragraph(anchored(piece, 'page', shape(piece)))
    : paragraph(
        run(escaped(piece.text), size(piece)),
        `<w:framePr w:w="${twips(piece.width) + 40}" w:wrap="auto" w:vAnchor="page" w:hAnchor="page" w:x="${twips(piece.left)}" w:y="${twips(piece.top)}"/>`,
      )

const section = ([width, height]: Pages['size']): string =>
  `<w:sectPr><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/></w:sectPr>`
const pageEnd = '<w:p><w:pPr><w:sectPr/></w:pPr></w:p>'
const wholePage = { left: 0, top: 0, width: 595, height: 842 }
const halved = (points: number): number => Math.round(points * 6_350)
const wordGroup = `<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">`
const canvas = `<wpc:wpc xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas">`

/** How programs that turn pages into Word write them. */
export const placings = {
  'frames by page': page => page.map(frame).join('') + pageEnd,
  'boxes by page': page =>
    page.map(piece => paragraph(anchored(piece, 'page', shape(piece)))).join('') + pageEnd,
  'boxes of one paragraph': page =>
    paragraph(page.map(piece => anchored(piece, 'paragraph', shape(piece))).join('')) + pageEnd,
  'boxes behind a page break': page =>
    paragraph(
      `${page.map(piece => anchored(piece, 'page', shape(piece))).join('')}<w:r><w:br w:type="page"/></w:r>`,
    ),
  'boxes in VML': page => paragraph(page.map(vml).join('')) + pageEnd,
  'boxes in a group': page =>
    paragraph(
      anchored(
        wholePage,
        'page',
        `${wordGroup}<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(595)}" cy="${emu(842)}"/><a:chOff x="0" y="0"/><a:chExt cx="${halved(595)}" cy="${halved(842)}"/></a:xfrm></wpg:grpSpPr>${page.map(piece => shape(piece, halved)).join('')}</wpg:wgp>`,
      ),
    ) + pageEnd,
  'boxes on a canvas': page =>
    paragraph(anchored(wholePage, 'page', `${canvas}${page.map(piece => shape(piece)).join('')}</wpc:wpc>`)) +
    pageEnd,
} as const satisfies Readonly<Record<string, (page: Page) => string>>

/** A Word file with these pages, each piece where it stands. */
export const placedDocx = ({ pages, size: paper }: Pages, placing: keyof typeof placings): Uint8Array =>
  docxOf(pages.map(placings[placing]).join('') + section(paper))

/** All pages hang on one paragraph, one upon the other, as LibreOffice Draw saves them. */
export const heapedDocx = ({ pages, size: paper }: Pages): Uint8Array =>
  docxOf(
    paragraph(
      pages
        .flat()
        .map(piece => anchored(piece, 'paragraph', shape(piece)))
        .join(''),
    ) + section(paper),
  )

/** Every box hangs on a paragraph of its own, and says only how far below that it stands. */
export const looseDocx = ({ pages, size: paper }: Pages): Uint8Array =>
  docxOf(
    pages
      .flat()
      .map(piece => paragraph(anchored(piece, 'paragraph', shape(piece))))
      .join('') + section(paper),
  )
