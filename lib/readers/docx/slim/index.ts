import { limits } from '../../limits.ts'
import { type Archive, partBytes } from '../../package/archive.ts'
import { damaged, notWord } from '../../package/refusals.ts'
import { walk } from '../../package/walk.ts'
import type { Ink } from '../../pdf/ink/model.ts'
import type { StoryPlaces } from '../../story/document.ts'
import type { Floating } from '../../story/floating.ts'
import type { LossLog } from '../loss-log.ts'
import { placedTexts } from '../placed/index.ts'
import { withoutSilent } from '../silent.ts'
import type { Styles } from '../styles.ts'
import { drawingClosers, drawingOpeners } from './drawings.ts'
import { fieldClosers, fieldOpeners } from './fields.ts'
import { floatingOf } from './floating.ts'
import { inlineClosers, inlineOpeners } from './inline.ts'
import { lookOpeners } from './look.ts'
import type { Block, Cell, Paragraph } from './model.ts'
import { endStory, paragraphClosers, paragraphOpeners } from './paragraphs.ts'
import { placeClosers, placeOpeners } from './place-elements.ts'
import { type Closer, newSlim, type Opener } from './state.ts'
import { tableClosers, tableOpeners } from './tables.ts'

/** Inside these stands nothing that is printed, or what was before a tracked change. */
const skipped = (
  'sdtPr sdtEndPr smartTagPr customXmlPr tblGrid tblBorders tblCellMar tcBorders tcMar pBdr tabs fldData ffData ' +
  'rPrChange pPrChange tblPrChange tblPrExChange trPrChange tcPrChange sectPrChange tblGridChange numberingChange ' +
  'rubyPr delText delInstrText softHyphen commentReference m:rPr m:ctrlPr m:oMathParaPr m:fPr m:dPr m:naryPr m:radPr'
).split(' ')

const openers = new Map<string, Opener>([
  ...Object.entries(paragraphOpeners),
  ...Object.entries(tableOpeners),
  ...Object.entries(inlineOpeners),
  ...Object.entries(fieldOpeners),
  ...Object.entries(drawingOpeners),
  ...Object.entries(lookOpeners),
  ...Object.entries(placeOpeners),
  ...skipped.map((name): [string, Opener] => [name, () => true]),
])

const closers = new Map<string, Closer>([
  ...Object.entries(paragraphClosers),
  ...Object.entries(tableClosers),
  ...Object.entries(inlineClosers),
  ...Object.entries(fieldClosers),
  ...Object.entries(drawingClosers),
  ...Object.entries(placeClosers),
])

const rootKinds: Readonly<Record<string, readonly [string, string]>> = {
  'x:workbook': ['Excel 工作簿', 'an Excel workbook'],
  'p:presentation': ['PowerPoint 演示文稿', 'PowerPoint slides'],
}

const checkRoot = (name: string): void => {
  if (name === 'document') return
  if (rootKinds[name]) throw notWord(...rootKinds[name])
  throw damaged('正文部分不是 Word 文档', 'its main part is no Word document')
}

const content = new Set(['p', 'r', 't', 'tbl', 'tr', 'tc'])
const properties = new Set(['pPr', 'rPr', 'tcPr', 'trPr'])

/** Word takes a file for damaged that has text among properties; others pass over that text, or print it. */
const checkPlace = (name: string, path: readonly string[]): void => {
  if (!content.has(name)) return
  // Text around it was looked at when that began.
  for (let at = path.length - 1; at >= 0 && !content.has(path[at]!); at--)
    if (properties.has(path[at]!))
      throw damaged('文字写在了格式设置里面', 'text stands inside the settings of how text looks')
}

const isStandIn = (block: Block): block is Paragraph =>
  block.kind === 'paragraph' && (block.byPlace || block.chunk !== undefined)

/** The text of a document, and what stands on its pages at places of its own. */
export interface Slimmed {
  readonly blocks: readonly Block[]
  /** Paragraphs that stand for something else: for what is read by place, or for a document of another kind. */
  readonly standIns: readonly Paragraph[]
  /** Cells with characters of symbol fonts, which mammoth may not know. */
  readonly symbolCells: ReadonlySet<Cell>
  readonly inks: readonly Ink[]
  /** Text boxes that may lie upon a table, once what they hang on is written. */
  readonly floating: (written: StoryPlaces) => readonly Floating[]
}

/**
 * One streaming pass over the main document part: guards, repairs what mammoth reads wrongly or loses in
 * silence, and leaves out everything else.
 * Throws Problem: `file-damaged`, `format-unsupported`, `too-large`, `too-complex`, `password-protected`.
 */
export const slimDocument = (archive: Archive, part: string, styles: Styles, log: LossLog): Slimmed => {
  const slim = newSlim(styles, log)
  const body = slim.story
  let bodySeen = false
  const bytes = partBytes(archive, part, limits.documentBytes)
  if (!bytes) throw damaged('其中没有正文部分', 'it has no document part')
  walk(
    part,
    bytes,
    {
      open: (name, value, path) => {
        if (path.length < 2) {
          if (path.length === 0) checkRoot(name)
          else if (name === 'body') bodySeen = true
          else return true
        }
        checkPlace(name, path)
        return openers.get(name)?.(slim, value, path)
      },
      close: name => closers.get(name)?.(slim),
      text: text => {
        if (slim.collected !== null) slim.collected += text
      },
    },
    withoutSilent,
  )
  if (!bodySeen) throw damaged('其中没有正文', 'it has no body')
  endStory(slim, body)
  const placed = placedTexts(slim.places.drawn, slim.places.size)
  for (const text of placed?.lost ?? []) log.add('box-without-place', text, undefined)
  return {
    blocks: body.blocks,
    standIns: body.blocks.filter(isStandIn),
    symbolCells: slim.symbolCells,
    inks: placed?.inks ?? [],
    floating: written => floatingOf(slim.places, written),
  }
}
