import { textOf } from '../story/model.ts'
import { type Closer, lose, newStory, type Opener, type Story } from './state.ts'

const isPlaced = (value: (name: string) => string | undefined): Story['placed'] => {
  const anchor = value('text:anchor-type')
  return anchor === 'page' ? 'anywhere' : anchor !== 'as-char'
}

const frame: Opener = (reading, value) => {
  reading.frames.push({ done: false, placed: isPlaced(value) })
  return undefined
}

const endFrame: Closer = reading => {
  reading.frames.pop()
}

/** What a frame shows; a picture that stands in for an object beside it is none of its own. */
const shown =
  (code: Parameters<typeof lose>[1]): Opener =>
  reading => {
    const open = reading.frames.at(-1)
    if (!open?.done) lose(reading, code)
    if (open) open.done = true
    return true
  }

const box: Opener = (reading, value) => {
  const open = reading.frames.at(-1)
  if (open) open.done = true
  reading.stories.push(newStory(false, open?.placed ?? isPlaced(value)))
  return undefined
}

/** The content of a text box stands after the paragraph it belongs to; one in a cell after the table. */
const endBox: Closer = reading => {
  const { blocks } = reading.stories.pop()!
  const story = reading.stories.at(-1)!
  const table = story.inCell ? reading.stories.at(-2)?.tables.at(-1) : undefined
  if (table && blocks.length > 0) lose(reading, 'text-box-moved', textOf(blocks))
  const after = table?.after ?? reading.paragraphs.at(-1)?.boxes ?? story.blocks
  for (const block of blocks) after.push(block)
}

const shapes = ['draw:custom-shape', 'draw:rect', 'draw:ellipse', 'draw:circle', 'draw:polygon', 'draw:path']

/** Frames and shapes (ODF 1.3, chapter 10). */
export const drawingOpeners: Readonly<Record<string, Opener>> = {
  'draw:frame': frame,
  'draw:text-box': box,
  'draw:image': shown('picture-dropped'),
  'draw:object': shown('object-dropped'),
  'draw:object-ole': shown('object-dropped'),
  'draw:plugin': shown('object-dropped'),
  'draw:floating-frame': shown('embedded-document-dropped'),
  'draw:control': shown('form-field-dropped'),
  ...Object.fromEntries(shapes.map(name => [name, box])),
}

export const drawingClosers: Readonly<Record<string, Closer>> = {
  'draw:frame': endFrame,
  'draw:text-box': endBox,
  ...Object.fromEntries(shapes.map(name => [name, endBox])),
}
