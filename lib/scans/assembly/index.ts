import type { Document } from '../../model/document.ts'
import type { Scan } from '../../model/scan.ts'
import { blocksOfInk } from '../../readers/pdf/flow/document.ts'
import type { Ink } from '../../readers/pdf/ink/model.ts'
import { lossList } from '../../readers/pdf/losses.ts'
import type { OpenPictures, Quarter, Readers } from '../contract.ts'
import { leastResolution, notTheForm, tooCoarse, withoutGrid } from '../refusals.ts'
import { inkOfPage } from './ink.ts'
import { matchLabels } from './labels/index.ts'
import { type Straightening, uprightPage } from './legible.ts'
import { blocksOnOriginal, cellReadings } from './places.ts'
import type { ReadPage } from './read-page.ts'
import { type InkOfPage, readStraight } from './read-straight.ts'
import { tablesOf } from './tables.ts'
import { withTitles } from './titles.ts'

/** What pages are seen and read with. */
export interface Sight extends Straightening, InkOfPage {
  readonly readers: Readers
}

/** A report read from pictures of its pages. */
export interface ReadScan {
  /** Without its format. */
  readonly document: Omit<Document, 'format'>
  /** The same pages with every line that was read where it stands. */
  readonly pages: readonly ReadPage[]
}

/** Tables as alike as this are the form's. */
const leastAlike = 0.6

interface ReadPages {
  readonly pages: readonly ReadPage[]
  /** Pages that cannot be seen. */
  readonly lost: readonly number[]
}

/** One page after the other: of each, nothing but what was read is kept. */
const readPages = async (pictures: OpenPictures, sight: Sight): Promise<ReadPages> => {
  const pages: ReadPage[] = []
  const lost: number[] = []
  let usual: Quarter = 0
  for (let number = 1; number <= pictures.count; number++) {
    const picture = pictures.picture(number)
    if (picture === null) {
      lost.push(number)
      continue
    }
    const upright = await uprightPage(picture, usual, sight, sight.readers.words)
    // A blank page, or one that nothing can be seen of: who looks at the report has it before them.
    if (upright === null) continue
    usual = upright.quarter
    const tables = tablesOf(upright.straight)
    if (tables.grids.length > 0 && picture.dpi < leastResolution) throw tooCoarse(number, picture.dpi)
    pages.push(await readStraight(upright.straight, tables, sight, sight.readers, pages.length === 0))
  }
  return { pages, lost }
}

const titleOf = ([first]: readonly ReadPage[]): Pick<Scan, 'title'> => {
  const title = first?.title
  return title ? { title: { page: first.page, box: title.place, crop: title.crop } } : {}
}

/**
 * Reads pictures of pages as the ink of a PDF is read: characters in their places between rulings, labels in the wording of the
 * forms where they are known in their order. What is read in cells stands beside it; none of it is proven.
 * Throws Problem: `no-text-layer`, `too-complex`, `format-unsupported` (columns).
 */
export const readScan = async (pictures: OpenPictures, sight: Sight): Promise<ReadScan> => {
  const read = await readPages(pictures, sight)
  if (read.pages.every(({ grids }) => grids.length === 0)) throw withoutGrid()
  const labels = matchLabels(read.pages)
  if (labels.similarity < leastAlike) throw notTheForm()
  const pages = withTitles(read.pages)
  const losses = lossList()
  for (const page of read.lost) losses.page('page-unreadable', page)
  const inks: readonly Ink[] = pages.map(page => inkOfPage(page, labels))
  const blocks = blocksOnOriginal(blocksOfInk(inks, losses), pages)
  const scan = { pages: pictures.count, ...titleOf(pages), cells: cellReadings(pages, labels) }
  return { document: { blocks, losses: losses.all(), scan }, pages }
}
