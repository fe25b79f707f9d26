import { edition2021 } from '../../../lib/forms/edition-2021.ts'
import type { Column, Edition } from '../../../lib/forms/form.ts'

const { requests, reconsiderationAndLitigation } = edition2021.forms
const [rows] = requests.blocks
const [results] = reconsiderationAndLitigation.blocks
const applicants = { label: '申请人情况' }
const organizations = { label: '法人或其他组织' }

/** A result more, before the total of each group. */
const withMediated = (column: Column): readonly Column[] => {
  const [group, result] = column.key.split('.')
  const mediated = {
    key: `${group}.mediated`,
    path: [...column.path.slice(0, -1), { label: '调解', toldBy: '调解' }],
  }
  return result === 'total' ? [mediated, column] : [column]
}

/** Invented: table 3 has a kind of applicant more, table 4 a result more under each group. */
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
          ...rows,
          columns: [
            ...rows.columns.slice(0, -2),
            { key: 'mediaOrganization', path: [applicants, organizations, { label: '新闻媒体' }] },
            ...rows.columns.slice(-2),
          ],
        },
      ],
    },
    reconsiderationAndLitigation: {
      ...reconsiderationAndLitigation,
      blocks: [{ ...results!, columns: results!.columns.flatMap(withMediated) }],
    },
  },
} as const satisfies Edition
