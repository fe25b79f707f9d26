import type { LossCodeOf } from '../../losses/index.ts'
import type { Block } from '../../model/document.ts'
import type { Loss } from '../../model/loss.ts'
import { readRaised } from '../style/mark.ts'
import { blockWriter } from './block-writer.ts'
import { type Treatment, treatmentOf } from './elements.ts'
import { shownIn } from './fields.ts'
import { generatedText } from './generated-text.ts'
import { CHANGES_A_NUMBER, DIGIT, holds, TEXT } from './holds.ts'
import { isKnownToHide } from './known-classes.ts'
import { layoutTables } from './layout-tables.ts'
import { isBackLink, readMark } from './marks.ts'
import type { ParsedPage } from './parse.ts'
import { isTableTag, partOf } from './parts.ts'
import { seenText } from './seen-text.ts'
import type { Generated, Look } from './style/look.ts'
import { type FindSheet, looksOf } from './style/looks.ts'
import { type OpenCell, type TableBuilder, tableBuilder } from './table-builder.ts'
import { attribute, type Element, walk } from './walk.ts'

/** Elements whose content is left out, with the loss to note. */
const DROPPED: Partial<Record<Treatment, LossCodeOf<'web'>>> = {
  picture: 'picture-dropped',
  embedded: 'embedded-document-dropped',
  formula: 'formula-dropped',
}
/** The same, where there is any text in them. */
const DROPPED_TEXT: Partial<Record<Treatment, LossCodeOf<'web'>>> = {
  hidden: 'hidden-text-dropped',
  ruby: 'ruby-dropped',
}

/** What stands in it is shown to those who open it. */
const isClosed = (node: Element['parentNode']): boolean =>
  node !== null && 'tagName' in node && node.tagName === 'details' && attribute(node, 'open') === undefined

const elementsIn = ({ childNodes }: Element): Element[] => childNodes.filter(node => 'tagName' in node)

export interface TreeOptions {
  /** Whether a row span ends with its row group. */
  readonly groupsEndSpans: boolean
  /** Gives the style sheets that came with the page. */
  readonly findSheet?: FindSheet | undefined
}

/** Reads the tree into blocks, as a browser would show them. */
export const readTree = (
  { document: root, sheets }: ParsedPage,
  { groupsEndSpans, findSheet }: TreeOptions,
): { readonly blocks: readonly Block[]; readonly losses: readonly Loss[] } => {
  const looks = looksOf(root, sheets, findSheet)
  const layout = layoutTables(root, looks)
  const out = blockWriter()
  const outside = seenText({ flow: out.flow, lose: out.lose })
  /** The open tables; null for those that are layout. */
  const tables: (TableBuilder | null)[] = []
  let cell: OpenCell | undefined
  let level: number | undefined
  let raised = 0
  /** How many open elements have a look that is not followed. */
  let doubted = 0

  /** The last element that was entered: most text follows the tag it stands in. */
  let entered: Element | undefined
  let enteredLook: Look | undefined

  const lose = (code: LossCodeOf<'web'>): void => {
    if (cell === undefined) out.lose(code)
    else cell.losses.add(code)
  }
  const boundary = (): void => (cell === undefined ? out.endParagraph(level) : cell.flow.boundary())

  const write = (value: string, look: Look, element: Element): void =>
    (cell?.text ?? outside).add(value, look, element, doubted > 0 || looks.capped())

  /** Text of a paragraph whose line ends are seen. */
  const writeLines = (value: string, look: Look, element: Element): void => {
    if (cell !== undefined || !look.preformatted) {
      write(value, look, element)
      return
    }
    value.split('\n').forEach((line, index) => {
      if (index > 0) out.endParagraph(level)
      write(line, look, element)
    })
  }

  const generate = (generated: Generated | undefined, element: Element): void => {
    if (generated === undefined || generated.look.flow === 'none') return
    const { look } = generated
    const text = generatedText(generated.content, element)
    if (text === undefined) {
      if (cell !== undefined && !look.unseen) cell.covered = true
      return
    }
    // A line or a patch drawn over the cell, as rules of tables and struck figures are drawn.
    if (text.trim() === '') {
      if (cell !== undefined && look.displaced && !look.unseen) cell.covered = true
      // An empty block breaks the line it stands in.
      if (look.flow === 'block' && !look.displaced) boundary()
      return
    }
    const isBlock = look.flow === 'block'
    if (isBlock) boundary()
    const before = (cell?.flow ?? out.flow).lastCharacter()
    const inCell = cell !== undefined
    if (look.raised && readRaised({ text, linked: false, raised: true, inCell, before }) === 'mark')
      lose('note-mark-dropped')
    else {
      if (inCell && !look.unseen && CHANGES_A_NUMBER.test(text)) lose('generated-text-kept')
      write(text, look, element)
    }
    if (isBlock) boundary()
  }

  const tableCell = (element: Element, look: Look, builder: TableBuilder): (() => void) => {
    const keepsStruck = look.struck && !holds(element, DIGIT)
    const opened = builder.startCell(look, keepsStruck, looks.unread)
    cell = opened
    if (keepsStruck && holds(element, TEXT)) lose('struck-text-kept')
    return () => {
      if (opened.covered && opened.text.hasDigits()) lose('style-sheet-not-read')
      cell = undefined
      builder.endCell(element, opened)
    }
  }

  const doubt = (): (() => void) => {
    doubted++
    return () => {
      doubted--
    }
  }

  /** Whether some cells of a row stand in its line and others do not, so that an eye counts them otherwise. */
  const isMixed = (row: Element): boolean => {
    const cells = elementsIn(row)
      .filter(isTableTag)
      .map(looks.of)
      .filter(({ flow }) => flow !== 'none')
    if (cells.every(({ flow }) => flow === 'cell')) return false
    const outside = cells.map(({ flow }) => flow !== 'cell')
    return (
      outside.includes(false) &&
      cells.some(
        ({ values }, at) =>
          outside[at] && (outside[at - 1] || /^(?:absolute|fixed)$/u.test(values.get('position') ?? '')),
      )
    )
  }
  /** A column can be taken out of sight by its `col`. */
  const hidesColumn = (table: Element): boolean =>
    elementsIn(table).some(
      each =>
        (each.tagName === 'col' || each.tagName === 'colgroup') &&
        [each, ...elementsIn(each)].some(one => looks.of(one).values.get('visibility') === 'collapse'),
    )

  /** Rows and cells of a data table; undefined for everything else. */
  const tablePart = (element: Element, look: Look): (() => void) | 'part' | undefined => {
    const part = partOf(element, look)
    if (part === 'table') {
      boundary()
      const builder = layout.has(element) ? null : tableBuilder(groupsEndSpans)
      tables.push(builder)
      const leave = hidesColumn(element) ? doubt() : undefined
      return () => {
        boundary()
        leave?.()
        tables.pop()
        if (builder !== null) out.table(builder.finish)
      }
    }
    const builder = tables.at(-1)
    if (builder === undefined || builder === null || cell !== undefined) return undefined
    if (part === 'cell') return tableCell(element, look, builder)
    if (part === 'group') builder.startGroup(element.tagName)
    else if (part === 'row') {
      builder.startRow()
      if (isMixed(element)) return doubt()
    } else return undefined
    return 'part'
  }

  /** Raised text and links to notes: 'skip' where they are reference marks. */
  const mark = (element: Element, look: Look): (() => void) | 'skip' | undefined => {
    if (raised > 0) return undefined
    if (isBackLink(element)) return 'skip'
    const flow = cell?.flow ?? out.flow
    const found = readMark(element, look, cell !== undefined, flow.lastCharacter())
    if (found === undefined) return undefined
    if (found.reads === 'mark') {
      lose(found.loss)
      return 'skip'
    }
    if (found.reads === 'doubtful') {
      if (cell !== undefined && flow.lastCharacter() === '') lose('raised-digits-kept')
      flow.addDoubtful(found.text, () => lose('note-mark-dropped'))
      return 'skip'
    }
    if (!found.raised) return undefined
    raised++
    return () => {
      raised--
    }
  }

  /** What is read by its children: blocks, marks, and text that runs on. */
  const content = (element: Element, look: Look): (() => void) | 'skip' | undefined => {
    const part = tablePart(element, look)
    if (part !== undefined) return part === 'part' ? undefined : part
    if (look.flow !== 'inline' && look.flow !== 'inline-block' && look.flow !== 'contents') {
      boundary()
      const heading = /^h[1-6]$/u.test(element.tagName)
      if (heading && cell === undefined) level = Number(element.tagName[1])
      return () => {
        boundary()
        if (heading) level = undefined
      }
    }
    if (cell === undefined || (!look.apart && look.flow !== 'inline-block')) return mark(element, look)
    const { text } = cell
    const marked = mark(element, look)
    if (marked === 'skip') return marked
    text.gap(look.apart)
    return () => {
      marked?.()
      text.gap(look.apart)
    }
  }

  const field = (element: Element, look: Look): void => {
    // Outside tables these are the site's search boxes and link lists, but in a running text they belong to it.
    if (cell === undefined && out.flow.lastCharacter() === '') return
    const { text, certain } = shownIn(element)
    if (!certain && cell !== undefined) lose('form-field-dropped')
    // Each stands in a box of its own.
    cell?.text.gap(true)
    if (text !== '') write(text, look, element)
    cell?.text.gap(true)
  }

  const enter = (element: Element): (() => void) | 'skip' | undefined => {
    const look = looks.of(element)
    entered = element
    enteredLook = look
    const treatment =
      cell !== undefined && element.tagName !== 'summary' && isClosed(element.parentNode)
        ? 'hidden'
        : treatmentOf(element, look)
    if (treatment in DROPPED && look.unseen) return 'skip'
    const dropped =
      DROPPED[treatment] ?? (DROPPED_TEXT[treatment] && holds(element, TEXT) && DROPPED_TEXT[treatment])
    if (dropped) lose(dropped)
    if (treatment in DROPPED || treatment in DROPPED_TEXT || treatment === 'skipped') return 'skip'
    if (treatment === 'field') {
      field(element, look)
      return 'skip'
    }
    if (treatment === 'break') {
      if (cell === undefined) out.endParagraph(level)
      else cell.flow.lineBreak()
      return 'skip'
    }
    if (cell !== undefined && look.struck && !looks.parentOf(element).struck) {
      if (holds(element, TEXT)) lose('deleted-text-dropped')
      return 'skip'
    }
    const leave = content(element, look)
    if (leave === 'skip') return leave
    const isDoubted = (look.displaced && tables.at(-1) != null) || (looks.unread && isKnownToHide(element))
    if (isDoubted) doubted++
    generate(look.before, element)
    const { after } = look
    if (!isDoubted && after === undefined) return leave
    return () => {
      generate(after, element)
      if (isDoubted) doubted--
      leave?.()
    }
  }

  walk(root, enter, (value, parent) => {
    if (!('tagName' in parent)) return
    const look = parent === entered ? enteredLook! : looks.of(parent)
    if (cell !== undefined && isClosed(parent)) {
      if (TEXT.test(value)) lose('hidden-text-dropped')
    } else writeLines(value, look, parent)
  })
  out.endParagraph()
  return { blocks: out.blocks, losses: out.losses() }
}
