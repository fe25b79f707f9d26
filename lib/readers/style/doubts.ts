import { plain, type Sight } from './look.ts'

/** Why a person who looks at the page might not read printed text as we do: the loss it yields. */
export type Doubt =
  | 'struck-text-kept'
  | 'white-text-kept'
  | 'tiny-text-kept'
  | 'symbol-font-kept'
  | 'stacked-text-kept'
  | 'direction-ignored'

const nothing: readonly Doubt[] = []
const anyDigit = /[\d０-９]/u

/** The doubts about a text: some stand in tables only, some with digits only. */
export const doubtsAbout = (sight: Sight, text: string, inCell: boolean): readonly Doubt[] => {
  if (sight === plain) return nothing
  const doubts: Doubt[] = []
  if (sight.struck) doubts.push('struck-text-kept')
  if (sight.white) doubts.push('white-text-kept')
  if (sight.tiny) doubts.push('tiny-text-kept')
  if (sight.symbols && anyDigit.test(text)) doubts.push('symbol-font-kept')
  if (!inCell) return doubts
  if (sight.stacked) doubts.push('stacked-text-kept')
  if (sight.rightToLeft && anyDigit.test(text)) doubts.push('direction-ignored')
  return doubts
}

/**
 * How a text looks beside others: struck and valid digits side by side must not read as one number, nor white and
 * black, small and large ones.
 */
export const lookBeside = (sight: Sight, doubts: readonly string[]): string =>
  `${doubts.join(' ')}${sight.small ? ' small' : ''}`
