import type { Equation } from '../equation.ts'

/** 总计 = 维持＋纠正＋其他＋未审结 under one head of table 4. */
export const resultsTotal = (head: string): Equation => ({
  form: 'reconsiderationAndLitigation',
  over: 'rows',
  left: [{ key: `${head}.total` }],
  right: [
    { key: `${head}.upheld` },
    { key: `${head}.corrected` },
    { key: `${head}.otherOutcome` },
    { key: `${head}.pending` },
  ],
  actual: 'left',
})

export const totalSource = '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表四'

export const totalAdvice = {
  zh: '请核对这五格，更正后重新报送。',
  en: 'Check these five cells, correct and resubmit.',
}
