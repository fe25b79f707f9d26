import { edition2019 } from './edition-2019.ts'
import { edition2021 } from './edition-2021.ts'
import type { Edition, EditionId } from './form.ts'

/** Every edition we read, oldest first. */
export const editions: readonly Edition[] = [edition2019, edition2021]

/** The edition of that id. */
export const editionById = (id: EditionId): Edition => (id === '2019' ? edition2019 : edition2021)
