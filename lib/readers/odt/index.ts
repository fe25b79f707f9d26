import type { Document } from '../../model/document.ts'
import { limits } from '../limits.ts'
import { type Archive, openArchive, partBytes } from '../package/archive.ts'
import { damaged, locked } from '../package/refusals.ts'
import { walk } from '../package/walk.ts'
import { documentFromStory } from '../story/document.ts'
import { drawingClosers, drawingOpeners } from './drawings.ts'
import { paragraphClosers, paragraphOpeners, takeText } from './paragraphs.ts'
import { type Closer, newReading, type Opener } from './state.ts'
import { type Styles, styleReader } from './styles.ts'
import { tableClosers, tableOpeners } from './tables.ts'

/** What stands in these is not printed where it stands, or not at all. */
const skipped = [
  'office:annotation',
  'office:forms',
  'office:scripts',
  'office:settings',
  'office:dde-source',
  'svg:title',
  'svg:desc',
  'draw:glue-point',
  'draw:enhanced-geometry',
  'table:shapes',
  'text:note-citation',
  'text:alphabetical-index-mark',
]

const openers = new Map<string, Opener>([
  ...Object.entries(paragraphOpeners),
  ...Object.entries(tableOpeners),
  ...Object.entries(drawingOpeners),
  ...skipped.map((name): [string, Opener] => [name, () => true]),
])

const closers = new Map<string, Closer>([
  ...Object.entries(paragraphClosers),
  ...Object.entries(tableClosers),
  ...Object.entries(drawingClosers),
])

const checkEncryption = (archive: Archive): void => {
  if (archive.entries.has('encrypted-package')) throw locked()
  const manifest = partBytes(archive, 'META-INF/manifest.xml', limits.sidePartBytes)
  if (manifest && Buffer.from(manifest).includes('encryption-data')) throw locked()
}

const readCommonStyles = (archive: Archive, styles: Styles): void => {
  const bytes = partBytes(archive, 'styles.xml', limits.sidePartBytes)
  if (bytes) walk('styles.xml', bytes, styles.visitor)
}

/**
 * Reads an OpenDocument text (.odt, .ott) into a Document. Headers, footers, notes and comments are not read;
 * deleted text of tracked changes is left out; text boxes stand after the paragraph or table they belong to.
 * Throws Problem: `file-damaged`, `password-protected`, `too-large`, `too-complex`.
 */
export const readOdt = async (file: Uint8Array): Promise<Document> => {
  const archive = openArchive(file)
  checkEncryption(archive)
  const styles = styleReader()
  readCommonStyles(archive, styles)
  const reading = newReading(styles)
  let bodySeen = false
  let open = 0
  const bytes = partBytes(archive, 'content.xml', limits.documentBytes)
  if (!bytes) throw damaged('其中没有正文部分', 'it has no document part')
  walk('content.xml', bytes, {
    // Names of namespaces the shared walk does not know come as they are printed, behind a question mark.
    open: (printed, value, path) => {
      if (!bodySeen) styles.visitor.open(printed, value, path)
      const name = printed.slice(1)
      if (name === 'office:text') bodySeen = true
      const isSkipped = bodySeen ? openers.get(name)?.(reading, value) : undefined
      if (bodySeen && !isSkipped) open += 1
      return isSkipped
    },
    close: printed => {
      if (!bodySeen) styles.visitor.close(printed)
      // What was open before the body began is no part of it.
      else if (open > 0) {
        open -= 1
        closers.get(printed.slice(1))?.(reading)
      }
    },
    text: data => {
      if (bodySeen) takeText(reading, data)
    },
  })
  if (!bodySeen) throw damaged('其中没有正文', 'it has no body')
  return documentFromStory('odt', reading.stories[0]!.blocks, reading.losses)
}
