/** The words that answers and parameters are made of. They are permanent. */

export const states = ['waiting', 'reading', 'checking', 'writing', 'stuck', 'done'] as const
export const outcomes = ['validated', 'rejected', 'failed', 'unpacked'] as const
export const verdicts = ['valid', 'needsReview', 'invalid', 'notAssessable'] as const
export const standings = ['counted', 'replaced', 'excluded', 'sample', 'open', 'none'] as const

/** What a file counts as: its verdict, how else it ended, or how far it is. */
export const kinds = [
  ...verdicts,
  ...(['rejected', 'failed', 'unpacked'] as const),
  ...(['waiting', 'reading', 'checking', 'writing', 'stuck'] as const),
] as const

/** What may be asked for by standing: beside each of them all, all but those that were replaced, those that correct an earlier one, and those that a person handled. */
export const standingsAsked = [...standings, 'all', 'current', 'corrected', 'handled'] as const

export const mostWaitSeconds = 120
export const mostListed = 1000
export const usuallyListed = 100
