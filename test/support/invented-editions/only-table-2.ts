import { edition2021 } from '../../../lib/forms/edition-2021.ts'
import type { Edition } from '../../../lib/forms/form.ts'

const { proactiveDisclosure } = edition2021.forms
const [documents, ...others] = proactiveDisclosure.blocks

/** Invented: table 2 has a column more. */
export const edition2091 = {
  ...edition2021,
  id: '2091',
  document: '国办公开办函〔2091〕1号',
  since: 2090,
  forms: {
    ...edition2021.forms,
    proactiveDisclosure: {
      ...proactiveDisclosure,
      blocks: [
        {
          ...documents,
          columns: [
            ...documents.columns.slice(0, 1),
            { key: 'revised', path: [{ label: '本年修改件数' }] },
            ...documents.columns.slice(1),
          ],
        },
        ...others,
      ],
    },
  },
} as const satisfies Edition
