import { moveAll, newStory } from './model.ts'
import { endStory } from './paragraphs.ts'
import { placeBox } from './places.ts'
import { type Closer, lose, type Opener } from './state.ts'

const drawing: Opener = slim => {
  slim.drawings.push({ object: false, picture: false, what: '' })
  return undefined
}

const picture: Opener = slim => {
  const drawing = slim.drawings.at(-1)
  if (drawing) drawing.picture = true
  return undefined
}

const endDrawing: Closer = slim => {
  const { object, picture, what } = slim.drawings.pop()!
  if (slim.silent) return
  if (object || picture) slim.pictures++
  if (object) lose(slim, 'object-dropped', what)
  else if (picture) lose(slim, 'picture-dropped', slim.table ? '' : slim.lastParagraph?.start.slice(0, 20))
}

/** mc:AlternateContent shows the same thing twice: the first rendering that carries anything is taken. */
const alternative: Opener = slim => {
  const alternatives = slim.alternatives.at(-1)
  if (!alternatives) return undefined
  if (alternatives.taken) return true
  alternatives.before = slim.produced
  return undefined
}

const endAlternative: Closer = slim => {
  const alternatives = slim.alternatives.at(-1)
  if (!alternatives) return
  alternatives.taken = slim.produced > alternatives.before
  slim.silent ||= slim.pictures > alternatives.pictures
}

/** Pictures, embedded objects, text boxes and their alternative renderings. */
export const drawingOpeners: Readonly<Record<string, Opener>> = {
  drawing,
  pict: drawing,
  object: slim => {
    slim.drawings.push({ object: true, picture: false, what: '' })
    return undefined
  },
  'o:OLEObject': (slim, value) => {
    const drawing = slim.drawings.at(-1)
    if (drawing) drawing.what = value('ProgID') ?? ''
    return true
  },
  'a:blip': picture,
  'v:imagedata': picture,
  'c:chart': picture,
  'dgm:relIds': picture,
  'v:textpath': (slim, value) => {
    const text = value('string')
    if (!text || slim.silent) return undefined
    slim.pictures++
    return lose(slim, 'text-art-dropped', text)
  },
  txbxContent: slim => {
    const { paragraph } = slim.story
    if (paragraph?.run.hidden) {
      lose(slim, 'hidden-text-dropped')
      return true
    }
    slim.story = newStory('box', slim.story)
    return undefined
  },
  'mc:AlternateContent': slim => {
    slim.alternatives.push({
      taken: false,
      before: slim.produced,
      pictures: slim.pictures,
      silent: slim.silent,
    })
    return undefined
  },
  'mc:Choice': alternative,
  'mc:Fallback': alternative,
}

export const drawingClosers: Readonly<Record<string, Closer>> = {
  drawing: endDrawing,
  pict: endDrawing,
  object: endDrawing,
  txbxContent: slim => {
    const box = slim.story
    endStory(slim, box)
    placeBox(slim, box.blocks)
    slim.story = box.outer!
    moveAll(box.blocks, slim.story.boxes)
  },
  'mc:AlternateContent': slim => {
    slim.silent = slim.alternatives.pop()!.silent
  },
  'mc:Choice': endAlternative,
  'mc:Fallback': endAlternative,
}
