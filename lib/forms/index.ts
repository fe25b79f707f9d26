import { edition2019 } from './edition-2019.ts'
import { edition2021 } from './edition-2021.ts'
import type { Edition } from './form.ts'
import { withSharedForms } from './shared-forms.ts'

/** The list of editions, oldest first. A new one is a file beside these and a word here. */
const list = [edition2019, edition2021] as const

export type EditionId = (typeof list)[number]['id']

/** Every edition we read, oldest first. */
export const editions: readonly Edition<EditionId>[] = withSharedForms<EditionId>(list)
