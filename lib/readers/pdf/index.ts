import type { Document } from '../../model/document.ts'
import type { OpenDocument } from '../open-document.ts'
import { openPages } from './engine/open.ts'
import { blocksOfInk } from './flow/document.ts'
import { inkOf } from './ink/interpret.ts'
import type { Ink } from './ink/model.ts'
import { lossList } from './losses.ts'
import { characterCount, isPicturePage, notePageLosses } from './page-losses.ts'
import { drawPlaces } from './pictures.ts'
import { printedPages } from './printed-pages.ts'
import { damaged, unreadableText, withoutText } from './refusals.ts'

/** Pages whose characters mean nothing in this share are gibberish. */
const gibberish = 0.5

const refuseTextless = (inks: readonly Ink[], lost: number): void => {
  const characters = inks.reduce((count, ink) => count + characterCount(ink), 0)
  const unreadable = inks.reduce((count, ink) => count + ink.unreadable, 0)
  if (unreadable > characters * gibberish) throw unreadableText()
  // Pages that cannot be read may have had the text.
  if (characters === 0 && lost > 0) throw damaged()
  if (characters === 0 || inks.every(ink => isPicturePage(ink) || characterCount(ink) === 0))
    throw withoutText(inks.some(ink => ink.pictures.length > 0))
}

const documentOf = (pages: readonly (Ink | null)[]): Document => {
  const inks = pages.filter(ink => ink !== null)
  const lost = pages.flatMap((ink, index) => (ink === null ? [index + 1] : []))
  if (inks.length === 0) throw damaged()
  refuseTextless(inks, lost.length)
  const losses = lossList()
  for (const page of lost) losses.page('page-unreadable', page)
  for (const ink of inks) notePageLosses(ink, losses)
  const blocks = blocksOfInk(inks, losses)
  return { format: 'pdf', blocks, losses: losses.all() }
}

/**
 * Reads a PDF with a text layer into a Document: running text as paragraphs, ruled tables with their merged cells,
 * parts of a table on several pages put together. Every character is placed by where it stands on the page, never by
 * the order in which it was written. Headers, footers and page numbers are left out; scripts are never run.
 * Throws Problem: `file-damaged`, `password-protected`, `no-text-layer`, `too-complex`, `format-unsupported` (columns).
 */
export const openPdf = async (bytes: Uint8Array): Promise<OpenDocument> => {
  const file = await openPages(bytes, inkOf)
  try {
    return {
      document: documentOf(file.pages),
      draw: places => drawPlaces(file, places),
      pages: () => printedPages(file),
      close: file.close,
    }
  } catch (error) {
    file.close()
    throw error
  }
}
