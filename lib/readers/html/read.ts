import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Block, Loss } from '../../document.ts'
import { blockWriter } from './block-writer.ts'
import { isNoteLink, isRaised, isWhite, isWhiteCell, type Treatment, treatmentOf } from './elements.ts'
import { layoutTables } from './layout-tables.ts'
import type { HtmlLossCode } from './losses.ts'
import { judgeRaised, shortText } from './marks.ts'
import { isStyled, tellingClasses } from './style-sheets.ts'
import { type OpenCell, type TableBuilder, tableBuilder } from './table-builder.ts'
import { attribute, type Element, walk } from './walk.ts'

/** Elements whose content is left out, with the loss to note. */
const DROPPED: Partial<Record<Treatment, HtmlLossCode>> = {
  picture: 'picture-dropped',
  embedded: 'embedded-document-dropped',
  formula: 'formula-dropped',
}
/** The same, where there is any text in them. */
const DROPPED_TEXT: Partial<Record<Treatment, HtmlLossCode>> = {
  hidden: 'hidden-text-dropped',
  deleted: 'deleted-text-dropped',
  ruby: 'ruby-dropped',
}

const hasText = (element: Element): boolean => {
  let found = false
  walk(
    element,
    inner => (found || treatmentOf(inner) === 'skipped' ? 'skip' : undefined),
    text => {
      found ||= text.trim() !== ''
    },
  )
  return found
}

/** The way back from a note that mammoth adds; not printed in the document. */
const isBackLink = (element: Element): boolean =>
  isNoteLink(element) && /-ref-/.test(attribute(element, 'href')!) && shortText(element)?.text === '↑'

const hasDigits = (element: Element): boolean => /[\d０-９]/u.test(shortText(element)?.text ?? '')

/** Reads the tree into blocks. `groupsEndSpans`: whether a row span ends with its row group. */
export const readTree = (
  root: DefaultTreeAdapterTypes.Document,
  groupsEndSpans: boolean,
): { readonly blocks: readonly Block[]; readonly losses: readonly Loss[] } => {
  const layout = layoutTables(root)
  const telling = tellingClasses(root)
  const out = blockWriter()
  /** The open tables; null for those that are layout. */
  const tables: (TableBuilder | null)[] = []
  let cell: OpenCell | undefined
  let level: number | undefined
  let preformatted = 0
  let raised = 0

  const lose = (code: HtmlLossCode): void => {
    if (cell === undefined) out.lose(code)
    else cell.losses.add(code)
  }
  const boundary = (): void => (cell === undefined ? out.endParagraph(level) : cell.flow.boundary())

  const block = (): (() => void) => {
    boundary()
    return boundary
  }

  const heading = (element: Element): (() => void) => {
    boundary()
    if (cell === undefined) level = Number(element.tagName[1])
    return () => {
      boundary()
      level = undefined
    }
  }

  const table = (element: Element): (() => void) => {
    boundary()
    const builder = layout.has(element) ? null : tableBuilder(groupsEndSpans)
    tables.push(builder)
    return () => {
      boundary()
      tables.pop()
      if (builder !== null) out.table(builder.finish)
    }
  }

  const tableCell = (element: Element, builder: TableBuilder): (() => void) => {
    const opened = builder.startCell()
    cell = opened
    if (isWhiteCell(element) && hasDigits(element)) lose('white-text-kept')
    if (isStyled(element, telling)) lose('style-sheet-not-read')
    return () => {
      cell = undefined
      builder.endCell(element, opened)
    }
  }

  /** Rows and cells of a data table; undefined for everything else. */
  const tablePart = (element: Element): (() => void) | 'part' | undefined => {
    const builder = tables.at(-1)
    if (builder === undefined || builder === null) return undefined
    switch (element.tagName) {
      case 'thead':
      case 'tbody':
      case 'tfoot':
        builder.startGroup(element.tagName)
        return 'part'
      case 'tr':
        builder.startRow()
        return 'part'
      case 'td':
      case 'th':
        return tableCell(element, builder)
      default:
        return undefined
    }
  }

  /** Raised text and links to notes: 'skip' where they are reference marks. */
  const mark = (element: Element): (() => void) | 'skip' | undefined => {
    if (raised > 0 || !(isRaised(element) || isNoteLink(element))) return undefined
    if (isBackLink(element)) return 'skip'
    const short = shortText(element)
    const flow = cell?.flow ?? out.flow
    const verdict =
      short && judgeRaised({ ...short, inCell: cell !== undefined, before: flow.lastCharacter() })
    if (verdict === 'mark') {
      lose('footnote-mark-dropped')
      return 'skip'
    }
    if (verdict === 'doubtful') {
      if (cell !== undefined && flow.lastCharacter() === '') lose('raised-digits-kept')
      flow.addDoubtful(short!.text, () => lose('footnote-mark-dropped'))
      return 'skip'
    }
    if (!isRaised(element)) return undefined
    raised++
    return () => {
      raised--
    }
  }

  const enter = (element: Element): (() => void) | 'skip' | undefined => {
    const treatment = treatmentOf(element)
    const dropped =
      DROPPED[treatment] ?? (DROPPED_TEXT[treatment] && hasText(element) && DROPPED_TEXT[treatment])
    if (dropped) lose(dropped)
    if (treatment in DROPPED || treatment in DROPPED_TEXT || treatment === 'skipped') return 'skip'
    if (treatment === 'field') {
      // Outside tables these are the site's search boxes and link lists.
      if (cell !== undefined) lose('form-field-dropped')
      return 'skip'
    }
    if (treatment === 'break') {
      if (cell === undefined) out.endParagraph(level)
      else cell.flow.lineBreak()
      return 'skip'
    }
    if (cell !== undefined && isStyled(element, telling)) lose('style-sheet-not-read')
    if (element.tagName === 'table') return table(element)
    const part = tablePart(element)
    if (part !== undefined) return part === 'part' ? undefined : part
    if (/^h[1-6]$/.test(element.tagName)) return heading(element)
    if (treatment === 'preformatted') {
      boundary()
      preformatted++
      return () => {
        preformatted--
        boundary()
      }
    }
    if (cell !== undefined && isWhite(element) && hasDigits(element)) {
      lose('white-text-kept')
      return block()
    }
    return treatment === 'block' ? block() : mark(element)
  }

  const text = (value: string): void => {
    if (cell !== undefined || preformatted === 0) {
      const flow = cell?.flow ?? out.flow
      flow.add(value, preformatted > 0)
      return
    }
    value.split('\n').forEach((line, index) => {
      if (index > 0) out.endParagraph(level)
      out.flow.add(line, true)
    })
  }

  walk(root, enter, text)
  out.endParagraph()
  return { blocks: out.blocks, losses: out.losses }
}
