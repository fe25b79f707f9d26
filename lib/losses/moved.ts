import type { Loss } from '../model/loss.ts'
import type { Source } from '../model/source.ts'
import { placeOfLoss } from './places.ts'

/** A loss with another place, in words as well. */
export const moved = (loss: Loss, source: Source): Loss => {
  const [before, now] = [placeOfLoss(loss.code, loss.source), placeOfLoss(loss.code, source)]
  const message = {
    zh: loss.message.zh.replace(before.zh, () => now.zh),
    en: loss.message.en.replace(before.en, () => now.en),
  }
  return { ...loss, message, source }
}
