import { distance } from '../../../recognition/labels/labels.ts'
import { remember } from '../../../util/remember.ts'

/** The ideographs of a label: numbers, brackets and dots are read too uncertainly to tell one label from another. */
export const hanOf = remember((text: string): string =>
  [...text].filter(character => /\p{Script=Han}/u.test(character)).join(''),
)

/** How alike two labels are by their ideographs: 1 − Levenshtein distance / longer, 0 where one has none. */
export const similarity = (read: string, label: string): number => {
  const [a, b] = [hanOf(read), hanOf(label)]
  const longer = Math.max(a.length, b.length)
  return a === '' || b === '' ? 0 : 1 - distance(a, b, longer) / longer
}

/** What of a label's wordings was read. */
export interface Nearest {
  readonly wording: string
  readonly similarity: number
}

/** The wording that is nearest to what was read, the first of those that are equally near. */
export const nearest = (read: string, wordings: readonly string[]): Nearest =>
  wordings
    .map(wording => ({ wording, similarity: similarity(read, wording) }))
    .reduce((best, each) => (each.similarity > best.similarity ? each : best))

/** How near a label is, the first of whose wordings is the official one: that is meant unless another was read exactly. */
export const nearestLabel = (read: string, wordings: readonly string[]): Nearest => {
  const near = nearest(read, wordings)
  return near.similarity === 1 ? near : { ...near, wording: wordings[0]! }
}
