import { limits } from '../limits.ts'
import { isPrinted, type StoryCell, type StoryLoss, textOf } from '../story/model.ts'
import { white } from '../style/colour.ts'
import { sightOf } from '../style/look.ts'
import {
  type Closer,
  count,
  keep,
  keepRepeats,
  lose,
  newStory,
  type Opener,
  type OpenTable,
  type Reading,
  storyOf,
} from './state.ts'

const tableOf = (reading: Reading): OpenTable | undefined => storyOf(reading).tables.at(-1)

/** Programs differ in whether the text of a cell takes up what the cell's own style says of it. */
const styleLosses = ({ styles }: Reading, name: string | undefined): StoryLoss[] => {
  const look = styles.look('table-cell', name)
  const sight = sightOf(look, styles.ground('table-cell', name) ?? white)
  return sight.hidden || sight.struck || sight.raised || sight.tiny || sight.white
    ? [{ code: 'table-style-kept', detail: '' }]
    : []
}

const cell =
  (covered: boolean): Opener =>
  (reading, value) => {
    const table = tableOf(reading)
    if (!table) return true
    const began = { kept: reading.kept, characters: reading.characters }
    keep(reading, 1)
    table.cell = {
      began,
      repeats: count(value('table:number-columns-repeated'), limits.odt.repeats),
      rowSpan: count(value('table:number-rows-spanned'), limits.rowSpan),
      columnSpan: count(value('table:number-columns-spanned'), limits.columnSpan),
      losses: styleLosses(reading, value('table:style-name')),
      ground: reading.styles.ground('table-cell', value('table:style-name')),
      covered,
    }
    reading.stories.push(newStory(true))
    return undefined
  }

const endCell: Closer = reading => {
  const { blocks } = reading.stories.pop()!
  const table = tableOf(reading)!
  const { covered, repeats, began, rowSpan, columnSpan, losses } = table.cell!
  table.cell = null
  if (!covered) {
    keepRepeats(reading, began, repeats)
    const written: StoryCell = { blocks, rowSpan, columnSpan, losses }
    for (let index = 0; index < repeats; index++) table.row.push(written)
  } else if (isPrinted(textOf(blocks))) lose(reading, 'merged-cell-text-dropped', textOf(blocks))
}

const endRow: Closer = reading => {
  const table = tableOf(reading)
  if (!table) return
  const { row, rowRepeats } = table
  keepRepeats(reading, table.rowBegan, rowRepeats)
  for (let index = 0; index < rowRepeats; index++) table.rows.push(row)
  table.row = []
}

const endTable: Closer = reading => {
  const story = storyOf(reading)
  const { rows, after } = story.tables.pop()!
  story.blocks.push({ kind: 'table', rows, columnsKnown: true })
  // What stood in text boxes of the cells: after the table, and after the one around it.
  const outer = story.inCell ? reading.stories.at(-2)?.tables.at(-1)?.after : undefined
  for (const block of after) (outer ?? story.blocks).push(block)
}

/** Tables (ODF 1.3, 9.1): merged cells are written once, the cells they cover apart. */
export const tableOpeners: Readonly<Record<string, Opener>> = {
  'table:table': reading => {
    keep(reading, 1)
    const rowBegan = { kept: reading.kept, characters: reading.characters }
    storyOf(reading).tables.push({
      rows: [],
      row: [],
      rowRepeats: 1,
      rowFlat: false,
      rowBegan,
      cell: null,
      after: [],
    })
    return undefined
  },
  'table:table-row': (reading, value) => {
    const table = tableOf(reading)
    if (!table) return true
    if (value('table:visibility') === 'collapse' || value('table:visibility') === 'filter') {
      lose(reading, 'hidden-cells-dropped')
      return true
    }
    table.rowBegan = { kept: reading.kept, characters: reading.characters }
    table.rowFlat = reading.styles.isFlat(value('table:style-name'))
    table.rowRepeats = count(value('table:number-rows-repeated'), limits.odt.repeats)
    return undefined
  },
  'table:table-cell': cell(false),
  'table:covered-table-cell': cell(true),
}

export const tableClosers: Readonly<Record<string, Closer>> = {
  'table:table': endTable,
  'table:table-row': endRow,
  'table:table-cell': endCell,
  'table:covered-table-cell': endCell,
}
