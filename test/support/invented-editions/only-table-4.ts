import { edition2021 } from '../../../lib/forms/edition-2021.ts'
import type { Edition } from '../../../lib/forms/form.ts'
import { resultsUnder } from '../../../lib/forms/reconsideration-and-litigation.ts'

const { reconsiderationAndLitigation } = edition2021.forms
const [block] = reconsiderationAndLitigation.blocks

/** Invented: table 4 has a group more. */
export const edition2091 = {
  ...edition2021,
  id: '2091',
  document: '国办公开办函〔2091〕1号',
  since: 2090,
  forms: {
    ...edition2021.forms,
    reconsiderationAndLitigation: {
      ...reconsiderationAndLitigation,
      blocks: [
        {
          ...block!,
          columns: [
            ...block!.columns,
            ...resultsUnder('compensation', [{ label: '行政赔偿', toldBy: '赔偿' }]),
          ],
        },
      ],
    },
  },
} as const satisfies Edition
