import type { Ink } from '../../readers/pdf/ink/model.ts'

/** A page on which nothing is seen yet. */
export const blankInk = ({ page, width, height }: Pick<Ink, 'page' | 'width' | 'height'>): Ink => ({
  page,
  width,
  height,
  glyphs: [],
  rulings: [],
  pictures: [],
  unseen: [],
  marks: [],
  onPicture: false,
  askew: 0,
  unreadable: 0,
  overdrawn: false,
  broken: false,
})
