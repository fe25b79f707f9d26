import type { Document } from '../../model/document.ts'
import { loadBodyReader } from '../../vendor/mammoth/body-reader.ts'
import { openArchive } from '../package/archive.ts'
import { blocksOfInk } from '../pdf/flow/document.ts'
import type { Ink } from '../pdf/ink/model.ts'
import { lossList } from '../pdf/losses.ts'
import { documentFromStory, storyPlaces } from '../story/document.ts'
import { floatingLosses } from '../story/floating.ts'
import { type Inserted, withInserted } from '../story/inserted.ts'
import { chunkReader } from './chunks.ts'
import { lossLog } from './loss-log.ts'
import { readByMammoth } from './mammoth.ts'
import { findWordParts } from './parts.ts'
import { slimDocument } from './slim/index.ts'
import { readStyles } from './styles.ts'

const documentOfInk = (inks: readonly Ink[]): Document => {
  const losses = lossList()
  const blocks = blocksOfInk(inks, losses)
  return { format: 'docx', blocks, losses: losses.all() }
}

const readWord = async (bytes: Uint8Array, takesUp: boolean): Promise<Document> => {
  const log = lossLog()
  const archive = openArchive(bytes)
  const parts = findWordParts(archive)
  const reader = await loadBodyReader()
  const styles = readStyles(archive, parts.styles)
  const { blocks, standIns, symbolCells, inks, floating } = slimDocument(archive, parts.document, styles, log)
  const messages = readByMammoth(reader, blocks)
  // mammoth names no place: what it did not know may have stood in any cell with symbols.
  if (messages.length > 0)
    for (const place of symbolCells.size > 0 ? symbolCells : [undefined])
      log.add('converter-note', messages.join('; '), place)
  const written = storyPlaces()
  const document = documentFromStory('docx', blocks, [], '', written)
  const readChunk = chunkReader(archive, takesUp ? parts.chunks : new Map(), inner => readWord(inner, false))
  const inserted: Inserted[] = []
  // What is read by place comes all together where the first of it stands.
  const firstByPlace = standIns.find(({ byPlace }) => byPlace)
  for (const standIn of standIns) {
    if (standIn.byPlace && standIn !== firstByPlace) continue
    const inner = standIn.byPlace ? documentOfInk(inks) : await readChunk(standIn.chunk!)
    if (inner === null) log.add('embedded-document-dropped', '', undefined)
    else inserted.push({ at: written.paragraphs.get(standIn)!.at, document: inner })
  }
  const losses = [
    ...log.losses(written),
    ...document.losses,
    ...floatingLosses(document.blocks, floating(written)),
  ]
  const own = { ...document, losses }
  return inserted.length === 0 ? own : withInserted(own, inserted)
}

/**
 * Reads a Word file (.docx, .docm, .dotx; transitional or strict) into a Document. Headers, footers, notes and
 * comments are not read; tracked changes count as accepted; the saved result of a field is its text; documents of
 * other kinds that it takes up are read where they stand, one level deep.
 * Throws Problem: `file-damaged`, `format-unsupported` (another kind of zip), `password-protected`,
 * `too-large`, `too-complex`.
 */
export const readDocx = (bytes: Uint8Array): Promise<Document> => readWord(bytes, true)
