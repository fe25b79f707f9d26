import { areaOf } from './geometry.ts'
import type { Ink } from './ink/model.ts'
import type { LossList } from './losses.ts'

/** A picture smaller than this part of the page is a seal, a logo or a bullet. */
const smallPicture = 0.03
/** So few characters on a page are its number or a stamp. */
const fewCharacters = 8
/** A stray character that means nothing is a bullet. */
const strayCharacters = 2

export const characterCount = (ink: Ink): number =>
  ink.glyphs.reduce((count, { text }) => count + (text.trim() === '' ? 0 : 1), 0)

/** Whether a picture takes up the page and text does not. */
export const isPicturePage = (ink: Ink): boolean =>
  ink.pictures.some(box => areaOf(box) > 0.3 * ink.width * ink.height) && characterCount(ink) <= fewCharacters

/** Notes what of a page could not be carried. */
export const notePageLosses = (ink: Ink, losses: LossList): void => {
  const { page, width, height } = ink
  if (ink.broken) losses.page('page-unreadable', page)
  if (isPicturePage(ink)) losses.page('picture-page', page)
  else if (ink.pictures.some(box => areaOf(box) > smallPicture * width * height))
    losses.page('picture-dropped', page)
  if (ink.unreadable > strayCharacters) losses.page('characters-unreadable', page)
  if (ink.unseen.length > 0) losses.page('hidden-text-dropped', page)
  if (ink.askew > 0) losses.page('rotated-text-dropped', page)
}
