import { equationCheck } from '../equation-check.ts'

export const requestsRowTotal = equationCheck({
  id: 'requests-row-total',
  severity: 'error',
  title: {
    zh: '总计＝自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他',
    en: 'In every row the total is the sum of the six kinds of applicants',
  },
  explanation: {
    zh: '每一行的“总计”列都是六类申请人之和。不符时，或是总计算错，或是某一类申请人填错。',
    en: 'In every row the column 总计 is the sum of the six kinds of applicants. Where it is not, either the total is miscalculated or one of the six is wrong.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三',
  advice: {
    zh: '请核对该行六类申请人的数字和总计，更正后重新报送。',
    en: 'Check the six figures and the total of this row, correct and resubmit.',
  },
  equation: {
    form: 'requests',
    over: 'rows',
    left: [{ key: 'total' }],
    right: [{ under: '', except: ['total'] }],
    actual: 'left',
  },
})
