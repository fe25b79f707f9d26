import type { Naming } from '../../model/document.ts'
import {
  enteredBlank,
  enteredDash,
  enteredMark,
  type NamedPlace,
  placeNames,
  tableNames,
  waitingWords,
} from '../../model/own-workbook.ts'
import {
  isPrinted,
  type StoryBlock,
  type StoryCell,
  type StoryLoss,
  type StoryTable,
} from '../story/model.ts'
import { parseRange, type Region } from './address.ts'
import { type Budget, regionTable } from './layout.ts'
import type { Sheet } from './sheet.ts'

interface SheetRegion {
  readonly sheet: string
  readonly region: Region
}

/** `'依申请公开'!$A$3:$J$28`; null where what it named has been deleted. */
const regionOf = ({ reference }: NamedPlace): SheetRegion | null => {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/u.exec(reference.trim())
  const region = match ? parseRange(match[3]!) : null
  return region && { sheet: match![1]?.replaceAll("''", "'") ?? match![2]!, region }
}

const marked = new RegExp(`^(.*\\d.*?)\\s*${enteredMark}$`, 'su')

const unmarked = (text: string): string | undefined =>
  text.trim() === enteredBlank ? '' : text.trim() === enteredDash ? '—' : marked.exec(text)?.[1]

/** A figure without the mark that a person had typed it in, which is said beside it. */
const withoutMark = (cell: StoryCell): StoryCell => {
  const [block] = cell.blocks
  const figure = block?.kind === 'paragraph' ? unmarked(block.text) : undefined
  if (block?.kind !== 'paragraph' || figure === undefined) return cell
  const losses: readonly StoryLoss[] = [{ code: 'entered-mark-dropped', detail: enteredMark }, ...cell.losses]
  return { ...cell, blocks: [{ ...block, text: figure }, ...cell.blocks.slice(1)], losses }
}

const withoutMarks = (table: StoryTable): StoryTable => ({
  ...table,
  rows: table.rows.map(row => row.map(withoutMark)),
})

/**
 * What a workbook we wrote says of its report: the statutory tables, and whose they are. Everything else in it (the
 * findings, the live checks, the tidy table) is ours and no part of the report.
 */
export const readOwnWorkbook = (
  names: readonly NamedPlace[],
  sheetNamed: (name: string) => Sheet | null,
  budget: Budget,
): { story: StoryBlock[]; losses: StoryLoss[]; naming: Naming } => {
  const places = new Map(names.map(name => [name.name, regionOf(name)]))
  const textAt = (name: string): string => {
    const place = places.get(name)
    const sheet = place && sheetNamed(place.sheet)
    return sheet?.cells.get(place!.region.top)?.get(place!.region.left)?.text.trim() ?? ''
  }
  const story: StoryBlock[] = []
  const losses: StoryLoss[] = []
  const say = (text: string, level?: number): void => {
    if (isPrinted(text)) story.push({ kind: 'paragraph', text, losses: [], ...(level ? { level } : {}) })
  }
  say(textAt(placeNames.title), 1)
  const period = textAt(placeNames.period)
  say(period && `统计期限：${period}`)
  for (const name of tableNames) {
    const place = places.get(name)
    const sheet = place && sheetNamed(place.sheet)
    if (!sheet) continue
    const { table, losses: lost } = regionTable(sheet, place.region, budget)
    story.push(withoutMarks(table))
    losses.push(...lost)
  }
  const [told, year] = [textAt(placeNames.authority), Number(textAt(placeNames.year))]
  const publisher = told.startsWith(waitingWords) ? '' : told
  return {
    story,
    losses,
    naming: { ...(publisher ? { publisher } : {}), ...(year > 0 ? { year } : {}) },
  }
}
