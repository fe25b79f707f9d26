import { edition2019 } from './edition-2019.ts'
import { edition2021 } from './edition-2021.ts'
import type { Edition, EditionId } from './form.ts'

/** Every edition we read, oldest first. */
export const editions: readonly Edition[] = [edition2019, edition2021]

/** The edition of that id. */
export const editionById = (id: EditionId): Edition => (id === '2019' ? edition2019 : edition2021)

/** The edition in force for a report year; null for years before the first. */
export const editionForYear = (year: number | null): EditionId | null =>
  year === null
    ? null
    : (editions.find(({ years: [from, to] }) => year >= from && (to === null || year <= to))?.id ?? null)
