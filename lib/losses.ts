import type { Loss } from './document.ts'

/** So many losses of one kind tell a person all there is to tell. A page of pictures has thousands. */
const listed = 50

/**
 * Losses as they are shown: of each kind the first ones, the rest counted. Only for the outputs: checks need all,
 * since a loss in the cell of a figure is a finding wherever it stands.
 */
export const condensed = (losses: readonly Loss[]): readonly Loss[] => {
  const kinds = Map.groupBy(losses, ({ code }) => code)
  const shown = new Set([...kinds.values()].flatMap(kind => kind.slice(0, listed)))
  const rest = [...kinds.values()].flatMap((kind): Loss[] => {
    const more = kind.length - listed
    if (more <= 0) return []
    const { code, message } = kind[0]!
    const zh = `另有 ${more} 处同类情况。首处：${message.zh}`
    return [{ code, message: { zh, en: `${more} more places like this. The first: ${message.en}` } }]
  })
  return rest.length === 0 ? losses : [...losses.filter(loss => shown.has(loss)), ...rest]
}
