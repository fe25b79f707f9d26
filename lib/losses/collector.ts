import type { Loss, LossCode } from '../model/loss.ts'
import type { Message } from '../model/message.ts'
import type { Source } from '../model/source.ts'
import { type LossCodeOf, lossKinds } from './index.ts'
import type { Medium } from './kind.ts'
import { pagesPlace, placeKey, placeOfLoss } from './places.ts'

/** So many characters of what was lost are quoted. */
const longestDetail = 60

const clip = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > longestDetail ? `${line.slice(0, longestDetail)}…` : line
}

const worded = (medium: Medium, code: LossCode, at: Message, detail = ''): Message => {
  const sentence = lossKinds[code][medium]!
  return typeof sentence === 'function' ? sentence(at, clip(detail)) : sentence
}

interface Noted {
  readonly code: LossCode
  readonly source: Source | undefined
  detail: string
}

export interface Losses<Code extends LossCode> {
  /** Notes what was lost. The same kind at the same place is one loss; `detail` is the text that was lost. */
  readonly add: (code: Code, source?: Source, detail?: string) => void
  /** All of them, in the order met: a check looks for them at every figure. */
  readonly all: () => readonly Loss[]
}

/** Collects what a reader could not carry over, told in the words of its medium. */
export const lossCollector = <M extends Exclude<Medium, 'pages'>>(medium: M): Losses<LossCodeOf<M>> => {
  const noted = new Map<string, Noted>()
  return {
    add: (code, source, detail = '') => {
      const key =
        lossKinds[code].once || source === undefined ? code : `${code} ${source.kind} ${placeKey(source)}`
      const before = noted.get(key)
      if (before === undefined) noted.set(key, { code, source, detail })
      else if (before.detail.length <= longestDetail) before.detail += detail
    },
    all: () =>
      [...noted.values()].map(({ code, source, detail }): Loss => {
        const message = worded(medium, code, placeOfLoss(code, source), detail)
        return source === undefined ? { code, message } : { code, message, source }
      }),
  }
}

export interface PageLosses {
  readonly add: (code: LossCodeOf<'pages'>, page: number) => void
  readonly all: () => readonly Loss[]
}

/** Collects what whole pages lost: all pages of one loss are told together. */
export const pageLossCollector = (): PageLosses => {
  const pages = new Map<LossCodeOf<'pages'>, Set<number>>()
  return {
    add: (code, page) => {
      pages.set(code, (pages.get(code) ?? new Set()).add(page))
    },
    all: () =>
      [...pages].map(([code, found]) => ({
        code,
        message: worded('pages', code, pagesPlace([...found].sort((a, b) => a - b))),
      })),
  }
}
