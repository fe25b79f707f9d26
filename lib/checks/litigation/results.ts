import type { Equation } from '../equation.ts'

/** 总计 = 维持＋纠正＋其他＋未审结 under one head of table 4: every result the form has there. */
export const resultsTotal = (head: string): Equation => ({
  form: 'reconsiderationAndLitigation',
  over: 'rows',
  left: [{ key: `${head}.total` }],
  right: [{ under: `${head}.`, except: [`${head}.total`] }],
  actual: 'left',
})

export const totalSource = '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表四'

export const totalAdvice = {
  zh: '请核对这五格，更正后重新报送。',
  en: 'Check these five cells, correct and resubmit.',
}
