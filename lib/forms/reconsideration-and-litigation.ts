import type { Column, Form, Label } from './form.ts'
import { resultsProof } from './proof.ts'

const results = [
  { key: 'upheld', label: '结果维持', toldBy: '维' },
  { key: 'corrected', label: '结果纠正', toldBy: '纠' },
  { key: 'otherOutcome', label: '其他结果', toldBy: '他' },
  { key: 'pending', label: '尚未审结', toldBy: '尚' },
  { key: 'total', label: '总计', alsoWritten: ['合计'], toldBy: '计' },
] as const

/** The five results under a group of columns. */
export const resultsUnder = (prefix: string, path: readonly Label[]): Column[] =>
  results.map(({ key, ...label }) => ({ key: `${prefix}.${key}`, path: [...path, label] }))

const litigation = { label: '行政诉讼' }

/** Table 4, the same in the editions so far: one row of values without a label. */
export const reconsiderationAndLitigationForm: Form = {
  key: 'reconsiderationAndLitigation',
  title: '政府信息公开行政复议、行政诉讼情况',
  reading: 'results',
  proof: resultsProof,
  blocks: [
    {
      columns: [
        ...resultsUnder('reconsideration', [{ label: '行政复议' }]),
        ...resultsUnder('directLitigation', [litigation, { label: '未经复议直接起诉', toldBy: '直接起诉' }]),
        ...resultsUnder('litigationAfterReconsideration', [
          litigation,
          { label: '复议后起诉', toldBy: '复议后' },
        ]),
      ],
      rows: [{ key: '', path: [] }],
    },
  ],
}
