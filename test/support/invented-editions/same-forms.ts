import { edition2021 } from '../../../lib/forms/edition-2021.ts'
import type { Edition } from '../../../lib/forms/form.ts'

/** Invented: a new notice that prints the same three tables, written down anew. */
export const edition2091 = {
  id: '2091',
  document: '国办公开办函〔2091〕1号',
  since: 2090,
  forms: structuredClone(edition2021.forms),
} as const satisfies Edition
