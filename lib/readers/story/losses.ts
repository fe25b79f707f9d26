import type { Loss, Source } from '../../model/document.ts'
import { placeOf } from '../loss-place.ts'
import { isSaidOnce, lossSentence, type StoryLossCode } from './loss-messages.ts'
import type { StoryLoss } from './model.ts'

const longestDetail = 60

const clip = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > longestDetail ? `${line.slice(0, longestDetail)}…` : line
}

export interface StoryLosses {
  /** Notes what was lost at one place; the same kind twice there counts once. */
  readonly add: (losses: readonly StoryLoss[], source?: Source) => void
  readonly all: readonly Loss[]
}

/** Collects losses with their places. All are listed: a check looks for them at every figure. */
export const storyLosses = (): StoryLosses => {
  const all: Loss[] = []
  const said = new Set<StoryLossCode>()
  return {
    all,
    add: (losses, source) => {
      const details = new Map<StoryLossCode, string>()
      for (const { code, detail } of losses) {
        const before = details.get(code) ?? ''
        if (before.length <= longestDetail) details.set(code, before + detail)
      }
      for (const [code, detail] of details) {
        if (isSaidOnce(code) && said.has(code)) continue
        said.add(code)
        const message = lossSentence(code)(placeOf(source), clip(detail))
        all.push(source === undefined ? { code, message } : { code, message, source })
      }
    },
  }
}
