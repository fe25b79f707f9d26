import type { StoryBlock, StoryLoss } from './model.ts'

/** A page-for-page copy sets its figures in boxes of their own; a few boxes with words float in many documents. */
const leastTexts = 3
const leastFigures = 2

const figure =
  /^[\s\d０-９.,，:：+＋\-－−—–/／%()（）无]*[\d０-９无\-/—][\s\d０-９.,，:：+＋\-－−—–/／%()（）无]*$/u

/** Whether a text is nothing but figures. */
export const isFigures = (text: string): boolean => figure.test(text)

/** Whether so many texts stand in boxes that these hold the tables. */
export const holdTables = (texts: number, figures: number): boolean =>
  texts >= leastTexts && figures >= leastFigures

/**
 * A story without the figures that stand in boxes of their own: the order of the file says nothing of what stands
 * beside them. A few boxes stay.
 */
export const withoutPlacedFigures = (
  story: readonly StoryBlock[],
): { readonly blocks: readonly StoryBlock[]; readonly losses: readonly StoryLoss[] } => {
  const texts = story.filter(block => block.kind === 'paragraph' && block.placed)
  const figures = new Set(texts.filter(block => block.kind === 'paragraph' && isFigures(block.text)))
  if (!holdTables(texts.length, figures.size)) return { blocks: story, losses: [] }
  const detail = [...figures].map(block => (block.kind === 'paragraph' ? block.text : '')).join(' ')
  return {
    blocks: story.filter(block => !figures.has(block)),
    losses: [{ code: 'box-without-place', detail }],
  }
}
