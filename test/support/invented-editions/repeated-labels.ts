import { edition2021 } from '../../../lib/forms/edition-2021.ts'
import type { Edition } from '../../../lib/forms/form.ts'
import { outcomes } from '../../../lib/forms/requests-rows.ts'

const { proactiveDisclosure, requests } = edition2021.forms
const [block] = requests.blocks
const total = block.rows.findIndex(({ key }) => key === 'outcomes.total')

/** Invented: table 2 has a block more, whose column is called as others are; table 3 a row of two characters. */
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
        ...proactiveDisclosure.blocks,
        {
          caption: { label: '第二十条第（十一）项' },
          corner: { label: '信息内容' },
          columns: [{ key: 'rulings', path: [{ label: '本年处理决定数量' }] }],
          rows: [{ key: 'administrativeAdjudication', path: [{ label: '行政裁决' }] }],
        },
      ],
    },
    requests: {
      ...requests,
      blocks: [
        {
          ...block,
          rows: [
            ...block.rows.slice(0, total),
            {
              key: 'outcomes.other.withdrawn',
              path: [outcomes, { label: '（六）其他处理' }, { label: '4.撤回' }],
            },
            ...block.rows.slice(total),
          ],
        },
      ],
    },
  },
} as const satisfies Edition
