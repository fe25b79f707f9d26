import type { Edition } from './form.ts'
import { type EditionId, editions } from './index.ts'

const [first] = editions
const last = editions.at(-1)
const isInOrder = editions.every(({ id, since }, at) =>
  editions.slice(at + 1).every(later => later.id !== id && later.since > since),
)
if (!first || !last || !isInOrder)
  throw new Error('lib/forms/index.ts must list editions of different ids from the oldest to the newest.')

/** The edition in force: what is meant where nothing tells another. */
export const latestEdition: Edition<EditionId> = last

/** The first report year that has statutory tables. */
export const firstFormYear: number = first.since

/** The edition of that id. Throws where the list has none. */
export const editionById = (id: EditionId): Edition<EditionId> => {
  const edition = editions.find(each => each.id === id)
  if (!edition) throw new Error(`lib/forms/index.ts lists no edition ${id}.`)
  return edition
}

/** That edition and all after it. */
export const editionsSince = (id: EditionId): readonly EditionId[] => {
  const { since } = editionById(id)
  return editions.filter(each => each.since >= since).map(each => each.id)
}

/** The edition in force for a report year; null for years before the first. */
export const editionForYear = (year: number | null): EditionId | null =>
  year === null ? null : (editions.findLast(({ since }) => since <= year)?.id ?? null)
