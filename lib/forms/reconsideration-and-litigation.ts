import type { Column, Form, Label } from './form.ts'

const results = [
  { key: 'upheld', label: '结果维持' },
  { key: 'corrected', label: '结果纠正' },
  { key: 'otherOutcome', label: '其他结果' },
  { key: 'pending', label: '尚未审结' },
  { key: 'total', label: '总计', alsoWritten: ['合计'] },
] as const

const columnsUnder = (prefix: string, path: readonly Label[]): Column[] =>
  results.map(({ key, ...label }) => ({ key: `${prefix}.${key}`, path: [...path, label] }))

/** Table 4, the same in both editions: fifteen columns, one row of values without a label. */
export const reconsiderationAndLitigationForm: Form = {
  key: 'reconsiderationAndLitigation',
  title: '政府信息公开行政复议、行政诉讼情况',
  blocks: [
    {
      columns: [
        ...columnsUnder('reconsideration', [{ label: '行政复议' }]),
        ...columnsUnder('directLitigation', [{ label: '行政诉讼' }, { label: '未经复议直接起诉' }]),
        ...columnsUnder('litigationAfterReconsideration', [{ label: '行政诉讼' }, { label: '复议后起诉' }]),
      ],
      rows: [{ key: '', path: [] }],
    },
  ],
}
