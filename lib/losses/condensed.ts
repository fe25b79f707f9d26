import type { Loss } from '../model/loss.ts'
import type { Message } from '../model/message.ts'
import { placeInTable } from './places.ts'

/** So many places of one cause are named; the rest are counted. */
const named = 8

/** Losses of one kind in one table, or in the text around the tables, have one cause. */
const causeOf = ({ code, source }: Loss): string =>
  source && source.kind !== 'paragraph' ? `${code} ${source.table}` : code

const distinctPlaces = (losses: readonly Loss[]): Message[] => {
  const places = losses.flatMap(({ source }) => (source ? [placeInTable(source)] : []))
  return [...new Map(places.map(place => [place.zh, place])).values()]
}

const joined = (losses: readonly Loss[]): Loss => {
  const [first] = losses
  const { code, message, source } = first!
  const table: Message =
    source && source.kind !== 'paragraph'
      ? { zh: `第 ${source.table} 个表格有`, en: ` in table ${source.table}` }
      : { zh: '有', en: '' }
  const places = distinctPlaces(losses)
  const shown = places.slice(0, named)
  const more = places.length - shown.length
  const where: Message =
    places.length < 2
      ? { zh: '', en: '' }
      : {
          zh: `各处：${shown.map(({ zh }) => zh).join('、')}${more > 0 ? ` 等 ${places.length} 处` : ''}。`,
          en: ` Places: ${shown.map(({ en }) => en).join('; ')}${more > 0 ? ` and ${more} more` : ''}.`,
        }
  return {
    code,
    message: {
      zh: `${table.zh} ${losses.length} 处同类情况，首处：${message.zh}${where.zh}`,
      en: `${losses.length} places like this${table.en}, the first: ${message.en}${where.en}`,
    },
    ...(source ? { source } : {}),
  }
}

/**
 * Losses as they are shown: one for each cause, with its places. Only for the outputs: checks need all, since a loss in
 * the cell of a figure is a finding wherever it stands.
 */
export const condensed = (losses: readonly Loss[]): readonly Loss[] => {
  const causes = Map.groupBy(losses, causeOf)
  if (causes.size === losses.length) return losses
  return [...causes.values()].map(same => (same.length === 1 ? same[0]! : joined(same)))
}
