import type { Document } from '../../model/document.ts'
import { ownOutput } from '../../model/own-outputs.ts'
import { placeNames } from '../../model/own-workbook.ts'
import { remember } from '../../util/remember.ts'
import { limits } from '../limits.ts'
import { openArchive } from '../package/archive.ts'
import { partsWithin } from '../package/parts.ts'
import { documentFromStory } from '../story/document.ts'
import type { StoryBlock, StoryLoss } from '../story/model.ts'
import { readCellStyles } from './cell-styles.ts'
import { newBudget, sheetBlocks } from './layout.ts'
import { readOwnWorkbook } from './own.ts'
import { readSheet } from './sheet.ts'
import { readSharedStrings } from './strings.ts'
import { readWorkbook } from './workbook.ts'

/** A sheet's name is its heading, below the titles in it. */
const sheetLevel = 1

/**
 * Reads an Excel workbook (.xlsx, .xlsm) into a Document: each sheet that is shown as a heading with its name and its
 * tables. Formulas count with their saved results, dates as ISO dates, numbers with all the digits Excel shows.
 * Throws Problem: `file-damaged`, `format-unsupported` (.xlsb), `password-protected`, `too-large`, `too-complex`.
 */
export const readXlsx = async (bytes: Uint8Array): Promise<Document> => {
  const visit = partsWithin(openArchive(bytes), limits.documentBytes)
  const workbook = readWorkbook(visit)
  const context = {
    strings: readSharedStrings(visit, workbook.sharedStrings),
    styles: readCellStyles(visit, workbook.styles),
    from1904: workbook.from1904,
    text: { characters: 0 },
  }
  const story: StoryBlock[] = []
  const losses: StoryLoss[] = []
  const budget = newBudget()
  if (workbook.ownNames.some(({ name }) => name === placeNames.summary)) throw ownOutput.summary()
  if (workbook.ownNames.some(({ name }) => name === placeNames.season)) throw ownOutput.season()
  if (workbook.ownNames.length > 0) {
    const sheetNamed = remember((wanted: string) => {
      const part = workbook.sheets.find(({ name }) => name === wanted)?.part
      return part === undefined ? null : readSheet(visit, part, context)
    })
    const own = readOwnWorkbook(workbook.ownNames, sheetNamed, budget)
    return { ...documentFromStory('xlsx', own.story, own.losses), naming: own.naming, ownWorkbook: true }
  }
  for (const { name, hidden, part } of workbook.sheets) {
    if (hidden) {
      losses.push({ code: 'hidden-sheet-dropped', detail: name })
      continue
    }
    const { blocks, losses: lost } = sheetBlocks(readSheet(visit, part, context), budget)
    if (blocks.length === 0 && lost.length === 0) continue
    story.push({ kind: 'paragraph', text: name, level: sheetLevel, losses: lost })
    for (const block of blocks) story.push(block)
  }
  return documentFromStory('xlsx', story, losses)
}
