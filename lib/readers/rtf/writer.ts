import { fieldLoss, hasResult } from '../story/fields.ts'
import { holdsFigures } from '../story/floating.ts'
import type { StoryBlock, StoryLoss } from '../story/model.ts'
import { paragraphBuilder } from '../story/paragraph.ts'
import { wordTables } from '../story/word-tables.ts'
import { white } from '../style/colour.ts'
import { type Sight, sightOf } from '../style/look.ts'
import { colourTable } from './colours.ts'
import { destinationOf } from './destinations.ts'
import { fontTable } from './fonts.ts'
import { damaged } from './refusals.ts'
import { rowDefinitions } from './rows.ts'
import { firstGroup, type Group } from './state.ts'
import { headingStyles } from './styles.ts'
import { textSource } from './text.ts'
import { changes, printed } from './words.ts'

/** Enough of a text to say what was lost, or which field it is. */
const excerpt = 200

/** Takes the tokens of a file one after the other. */
export interface RtfWriter {
  readonly open: () => void
  readonly close: () => void
  readonly control: (name: string, value: number | undefined) => void
  readonly byte: (value: number) => void
  readonly text: (from: number, to: number) => void
  readonly finish: () => { readonly blocks: readonly StoryBlock[]; readonly losses: readonly StoryLoss[] }
}

export const rtfWriter = (bytes: Uint8Array): RtfWriter => {
  const fonts = fontTable()
  const colours = colourTable()
  const builder = paragraphBuilder()
  const tables = wordTables(() => damaged('表格的行没有结束', 'a row of a table has no end'))
  const headings = headingStyles()
  const rows = rowDefinitions()
  const nestedRows = rowDefinitions()
  const groups: Group[] = []
  let group = firstGroup()
  let boxes = ''
  let box = ''
  const source = textSource(fonts, () => group)

  const isText = (): boolean => ['body', 'instruction', 'box', 'styles', 'fonts'].includes(group.destination)

  /** What is seen of text in the group; most groups print in the same few ways. */
  const sightNow = (): Sight => {
    const { look, font } = group
    const { text, highlight, shading, paragraph } = group.colours
    return sightOf(
      {
        ...look,
        symbols: fonts.isSymbols(font),
        colour: text === 0 ? null : colours.colour(text),
        highlight: highlight === 0 ? null : colours.colour(highlight),
        shading: colours.colour(shading || paragraph),
      },
      white,
    )
  }

  const say = (text: string): void => {
    if (text === '') return
    if (group.destination === 'body') builder.say(text, sightNow())
    else if (group.destination === 'fonts') fonts.name(text)
    else if (group.destination === 'styles') headings.name(text)
    else if (group.destination === 'box') box = (box + text).slice(0, excerpt)
    else if (group.destination === 'instruction' && group.field)
      group.field.instruction = (group.field.instruction + text).slice(0, excerpt)
  }
  const flush = (): void => say(source.take())

  const endParagraph = (least: number): void => {
    const own = group.inTable ? Math.max(1, group.depth) : group.depth
    const depth = Math.max(own, least)
    if (group.numbered) builder.number()
    tables.paragraph(depth, builder.end(depth > 0, depth > 0 ? undefined : group.level, group.placed))
  }
  /** Digits in a box may cover others: they are said where the box hangs. */
  const endShape = (): void => {
    if (holdsFigures(box)) builder.lose('text-box-dropped', box)
    else boxes = (boxes + box).slice(0, excerpt)
    box = ''
  }
  const nestedDepth = (): number => Math.max(2, group.depth)

  const structure: Readonly<Record<string, () => void>> = {
    // A paragraph amid the cells of a row belongs to it, said or not.
    par: () => endParagraph(tables.openDepth()),
    sect: () => endParagraph(tables.openDepth()),
    '\n': () => endParagraph(tables.openDepth()),
    '\r': () => endParagraph(tables.openDepth()),
    cell: () => {
      const { depth } = group
      group.depth = 1
      endParagraph(1)
      group.depth = depth
      tables.cell(1)
    },
    nestcell: () => {
      endParagraph(nestedDepth())
      tables.cell(nestedDepth())
    },
    row: () => {
      if (!builder.isEmpty()) endParagraph(1)
      tables.row(1, rows.now(), group.look.deleted === true)
    },
  }

  /** Words in body text. */
  const bodyWord = (name: string, value: number | undefined): void => {
    if (name === 'ansicpg') fonts.setDocument(value ?? 0)
    else if (name === 's') group.level = headings.levelOf(value ?? 0)
    else if (name === 'revised' && value !== 0) builder.lose('tracked-changes-accepted')
    else if (Object.hasOwn(structure, name)) structure[name]!()
    else if (Object.hasOwn(changes, name)) Object.assign(group, changes[name]!(group, value))
    else rows.take(name, value)
  }

  const begins = (name: string): void => {
    const { destination, lost } = destinationOf(name, group)
    if (lost && group.destination === 'body') builder.lose(lost)
    // Files of old programs have the number itself and no list it is of.
    if (name === 'pntext' && group.destination === 'body') builder.number()
    if (name === 'field' && group.destination === 'body') {
      group.field = { instruction: '', before: null }
      group.isField = true
    }
    if (name === 'fldrslt' && group.destination === 'body' && group.field)
      group.field.before ??= builder.said()
    group.destination = destination
    group.ignorable = false
  }

  return {
    open: () => {
      flush()
      groups.push(group)
      group = { ...group, fresh: true, isField: false }
    },
    close: () => {
      flush()
      const { field, isField, destination } = group
      const told =
        field !== undefined &&
        hasResult(field.instruction, field.before !== null, builder.said() > (field.before ?? 0))
      const loss = isField && field ? fieldLoss(field.instruction, told) : null
      if (loss) builder.lose(loss.code, loss.detail)
      group = groups.pop() ?? firstGroup()
      group.fresh = false
      if (destination === 'shape' && group.destination === 'body') endShape()
    },
    control: (name, value) => {
      if (name === '*') {
        group.ignorable = group.fresh
        return
      }
      if (name === 'u' && isText()) {
        source.unicode(value ?? 0x3f)
        group.fresh = false
        return
      }
      const character = Object.hasOwn(printed, name) ? printed[name]! : undefined
      if (character !== undefined && source.standsIn()) return
      flush()
      const fresh = group.fresh
      group.fresh = false
      if (fresh) begins(name)
      if (group.destination === 'fonts') fonts.take(name, value ?? 0)
      else if (group.destination === 'colours') colours.take(name, value ?? 0)
      else if (group.destination === 'styles') headings.take(name, value)
      else if (group.destination === 'rows') {
        if (name === 'nestrow') tables.row(nestedDepth(), nestedRows.now(), false)
        else nestedRows.take(name, value)
      } else if (character !== undefined) say(character)
      else if (group.destination === 'body') bodyWord(name, value)
      else if (group.destination === 'box' && name === 'par') say(' ')
    },
    byte: value => {
      group.fresh = false
      if (isText()) source.byte(value)
    },
    text: (from, to) => {
      group.fresh = false
      if (isText()) source.bytes(bytes.subarray(from, to))
      else if (group.destination === 'colours') colours.separate(bytes.subarray(from, to))
    },
    finish: () => {
      if (tables.openDepth() > 0) throw damaged('表格的行没有结束', 'a row of a table has no end')
      if (!builder.isEmpty()) tables.paragraph(0, builder.end(false))
      const { blocks, losses } = tables.finish()
      const lost: StoryLoss[] = boxes.trim() === '' ? [] : [{ code: 'text-box-dropped', detail: boxes }]
      return { blocks, losses: [...losses, ...lost] }
    },
  }
}
