import type { Proof } from './form.ts'

/** What proves tables 2, 3 and 4 in the editions so far. Table 2 has 12 to 18 labels, table 3 some 40, table 4 9. */

export const disclosureProof = {
  alone: 9,
  beside: 4,
  elsewhere: 3,
  distinctive: 5,
  common: ['规范性文件', '信息内容'],
} as const satisfies Proof

export const requestsProof = { alone: 14, beside: 6, elsewhere: 10, distinctive: 4 } as const satisfies Proof

export const resultsProof = { alone: 8, beside: 5, elsewhere: 2, distinctive: 4 } as const satisfies Proof
