import { outlineLevel } from '../styles.ts'
import { loseField } from './fields.ts'
import { moveAll, newParagraph, type Story } from './model.ts'
import { placeParagraph } from './places.ts'
import { type Closer, keep, lose, type Opener, type Slim } from './state.ts'
import { settleRaised } from './text.ts'

/** In a cell, whether a text box is content is known when the cell ends. */
const releaseBoxes = (story: Story): void => {
  if (story.kind !== 'cell') moveAll(story.boxes, story.blocks)
}

/** Ends the open paragraph of a story, empty ones without trace. */
export const endParagraph = (slim: Slim, story: Story): void => {
  const { paragraph } = story
  if (!paragraph) return
  settleRaised(slim, paragraph, '')
  story.fields.endInstructions(slim.produced, loseField(slim))
  if (paragraph.content.length > 0) {
    if (paragraph.numbered && slim.table && /^\s*[\d０-９]/u.test(paragraph.start))
      lose(slim, 'number-prefix-dropped', paragraph.start)
    else if (paragraph.numbered) lose(slim, 'numbering-dropped')
    keep(slim, 2)
    story.blocks.push(paragraph)
    if (paragraph.lines > 0) slim.lastParagraph = paragraph
  }
  if (story.kind === 'body') placeParagraph(slim, paragraph)
  story.paragraph = null
  releaseBoxes(story)
}

/** Ends a story: what is still open in it is written. */
export const endStory = (slim: Slim, story: Story): void => {
  endParagraph(slim, story)
  releaseBoxes(story)
}

const inRun = (path: readonly string[]): boolean => path.at(-1) === 'rPr' && path.at(-2) === 'r'
const inMark = (path: readonly string[]): boolean => path.at(-1) === 'rPr' && path.at(-2) === 'pPr'

const deletion: Opener = (slim, _value, path) => {
  if (path.at(-1) === 'numPr') return true
  lose(slim, 'tracked-changes-accepted')
  if (inMark(path) && slim.story.paragraph) slim.story.paragraph.markDeleted = true
  else if (path.at(-1) === 'trPr' && slim.table?.row) slim.table.row.deleted = true
  return true
}

const insertion: Opener = (slim, _value, path) => {
  if (path.at(-1) !== 'numPr') lose(slim, 'tracked-changes-accepted')
  return undefined
}

const run = (slim: Slim) => slim.story.paragraph?.run

/** Paragraphs, runs and their properties; tracked changes as accepted. */
export const paragraphOpeners: Readonly<Record<string, Opener>> = {
  p: slim => {
    const { story } = slim
    if (story.paragraph?.markDeleted) story.paragraph.markDeleted = false
    else {
      endParagraph(slim, story)
      story.paragraph = newParagraph(slim.lastParagraph)
    }
    return undefined
  },
  pStyle: (slim, value) => {
    const facts = slim.styles.get(value('val') ?? '')
    const { paragraph } = slim.story
    if (!paragraph || !facts) return undefined
    paragraph.level ??= facts.level
    paragraph.numbered ||= facts.numbered === true
    Object.assign(paragraph.styled, facts.look)
    paragraph.shading = facts.shading ?? null
    return undefined
  },
  outlineLvl: (slim, value) => {
    if (slim.story.paragraph) slim.story.paragraph.level = outlineLevel(value('val'))
    return undefined
  },
  numId: (slim, value) => {
    if (slim.story.paragraph) slim.story.paragraph.numbered = value('val') !== '0'
    return undefined
  },
  r: slim => {
    const { paragraph } = slim.story
    if (paragraph) paragraph.run = { ...paragraph.styled }
    return undefined
  },
  rStyle: (slim, value, path) => {
    const facts = slim.styles.get(value('val') ?? '')
    const target = run(slim)
    if (!target || !facts || !inRun(path)) return undefined
    Object.assign(target, facts.look)
    return undefined
  },
  del: deletion,
  moveFrom: deletion,
  ins: insertion,
  moveTo: insertion,
}

export const paragraphClosers: Readonly<Record<string, Closer>> = {
  p: slim => {
    if (!slim.story.paragraph?.markDeleted) endParagraph(slim, slim.story)
  },
  r: slim => {
    const { paragraph } = slim.story
    if (paragraph) paragraph.run = { ...paragraph.styled }
  },
}
