import { edition2021 } from '../../../lib/forms/edition-2021.ts'
import type { Edition } from '../../../lib/forms/form.ts'
import { outcomes } from '../../../lib/forms/requests-rows.ts'

const { requests } = edition2021.forms
const [block] = requests.blocks
const total = block.rows.findIndex(({ key }) => key === 'outcomes.total')

/** Invented: table 3 has a row more, an outcome. */
export const edition2091 = {
  ...edition2021,
  id: '2091',
  document: '国办公开办函〔2091〕1号',
  since: 2090,
  forms: {
    ...edition2021.forms,
    requests: {
      ...requests,
      blocks: [
        {
          ...block,
          rows: [
            ...block.rows.slice(0, total - 1),
            {
              key: 'outcomes.other.withdrawn',
              path: [outcomes, { label: '（六）其他处理' }, { label: '3.申请人主动撤回政府信息公开申请' }],
            },
            {
              key: 'outcomes.other.otherReasons',
              path: [outcomes, { label: '（六）其他处理' }, { label: '4.其他' }],
            },
            ...block.rows.slice(total),
          ],
        },
      ],
    },
  },
} as const satisfies Edition
