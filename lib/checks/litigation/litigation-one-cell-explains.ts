import { explainingCheck } from '../explaining-check.ts'
import { textLitigation } from '../text/text-litigation.ts'
import { textNoneButTableHas } from '../text/text-none-but-table-has.ts'
import { textReconsideration } from '../text/text-reconsideration.ts'

export const litigationOneCellExplains = explainingCheck({
  id: 'litigation-one-cell-explains',
  form: 'reconsiderationAndLitigation',
  cells: 1,
  stated: [textReconsideration, textLitigation, textNoneButTableHas],
  title: { zh: '复议、诉讼：改一格即成立', en: 'One cell explains a sum of cases that fails' },
  explanation: {
    zh: '表四某一栏的总计与各结果之和不符时，改总计或其中一种结果都能使其成立：列出可能的改法；正文写有件数的，只留与之一致的。这是推算，不是更正：表中数字不变。',
    en: 'Where a total of table 4 is not the sum of its results, another total or another result would make it hold: the ways are listed, and where the text states the number only those that agree with it. It is arithmetic, no correction: figures stay as printed.',
  },
  source: '由表四各栏总计的含义推得',
})
