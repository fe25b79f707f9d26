import { lossCollector, pageLossCollector } from '../../losses/collector.ts'
import type { LossCodeOf } from '../../losses/index.ts'
import type { Loss } from '../../model/loss.ts'
import type { Source } from '../../model/source.ts'

export interface LossList {
  /** Notes a loss on a page; all pages of one loss are told together. */
  readonly page: (code: LossCodeOf<'pages'>, page: number) => void
  readonly place: (code: LossCodeOf<'pdf'>, source: Source) => void
  readonly all: () => readonly Loss[]
}

export const lossList = (): LossList => {
  const pages = pageLossCollector()
  const places = lossCollector('pdf')
  return { page: pages.add, place: places.add, all: () => [...pages.all(), ...places.all()] }
}
