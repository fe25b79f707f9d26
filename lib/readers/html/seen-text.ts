import type { LossCodeOf } from '../../losses/index.ts'
import { CHANGES_A_NUMBER, DIGIT } from './holds.ts'
import type { Look } from './style/look.ts'
import type { TextFlow } from './text-flow.ts'
import { attribute, type Element } from './walk.ts'

const BEGINS_WITH_DIGIT = /^[\d０-９]/u

/** Sizes of two digits side by side that are seen to differ. */
const LEAST_RATIO = 0.76
/** Sizes that may be seen to differ: `<small>` is set at 1 / 1.2. */
const NEAR_RATIO = 0.84

export interface SeenText {
  /**
   * Writes text that looks so. `element` is the one it stands in; `doubted`: whether something around it was not
   * followed.
   */
  readonly add: (text: string, look: Look, element: Element, doubted: boolean) => void
  /** What follows is set apart from what stands before; `wide`: so that an eye sees it, or it may go to a new line. */
  readonly gap: (wide: boolean) => void
  /** Whether a digit was written. */
  readonly hasDigits: () => boolean
}

interface Options {
  readonly flow: TextFlow
  readonly lose: (code: LossCodeOf<'web'>) => void
  /** How the cell looks; undefined outside tables. */
  readonly cell?: Look
  /** Struck out as a whole but without a figure: a label that is still to be read. */
  readonly keepsStruck?: boolean
  /** Whether sheets of the page are not there. */
  readonly unread?: boolean
}

const namesOf = (element: Element): string =>
  `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`

/** Writes text into a paragraph or a cell as an eye sees it: what is hidden or struck out is left out, and said. */
export const seenText = ({ flow, lose, cell, keepsStruck = false, unread = false }: Options): SeenText => {
  let last: { readonly look: Look; readonly element: Element } | undefined
  let gap: 'wide' | 'narrow' | undefined
  let digits = false

  /** Two texts of which an eye sees that they are no one number are not joined to one. */
  const join = (text: string, look: Look, element: Element): void => {
    if (last === undefined) return
    const before = DIGIT.test(flow.lastCharacter())
    const numbersMeet = before && BEGINS_WITH_DIGIT.test(text)
    if (last.look.lost !== look.lost && (before || DIGIT.test(text))) {
      flow.boundary()
      return
    }
    if (!numbersMeet) return
    const [small, large] = [last.look.size, look.size].toSorted((a, b) => a - b) as [number, number]
    if (small / large < LEAST_RATIO) {
      flow.boundary()
      lose('raised-digits-kept')
    } else if (gap === 'wide') flow.boundary()
    else {
      if (small / large < NEAR_RATIO) lose('raised-digits-kept')
      if (gap === 'narrow') lose('style-sheet-not-read')
    }
    if (unread && last.element !== element && namesOf(last.element) !== namesOf(element))
      lose('style-sheet-not-read')
  }

  return {
    gap: wide => {
      gap = wide || gap === 'wide' ? 'wide' : 'narrow'
    },
    hasDigits: () => digits,
    add: (text, look, element, doubted) => {
      const isPrinted = text.trim() !== ''
      if (look.unseen || (look.struck && !keepsStruck)) {
        if (isPrinted) lose(look.unseen ? 'hidden-text-dropped' : 'deleted-text-dropped')
        return
      }
      if (cell !== undefined && isPrinted) {
        const hasDigit = DIGIT.test(text)
        digits ||= hasDigit
        join(text, look, element)
        if (look.lost && (hasDigit || (!cell.lost && CHANGES_A_NUMBER.test(text)))) lose('white-text-kept')
        if (hasDigit && (doubted || look.doubtful)) lose('style-sheet-not-read')
        last = { look, element }
        gap = undefined
      }
      flow.add(text, look.preformatted)
    },
  }
}
