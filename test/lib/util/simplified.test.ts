import { describe, expect, test } from 'vitest'
import { editions } from '../../../lib/forms/index.ts'
import { bareLabel } from '../../../lib/recognition/labels/labels.ts'
import { inSimplified } from '../../../lib/util/simplified.ts'

/** The labels of the forms as OpenCC writes them in Traditional script, of Hong Kong and of Taiwan. */
const printed: readonly [string, string][] = [
  ['4.無正當理由大量反覆申請', '4.无正当理由大量反复申请'],
  ['2.其他法律行政法規禁止公開', '2.其他法律行政法规禁止公开'],
  ['2.沒有現成資訊需要另行製作', '2.没有现成信息需要另行制作'],
  ['一、本年新收政府資訊公開申請數量', '一、本年新收政府信息公开申请数量'],
  ['上一年專案數量', '上一年项目数量'],
  ['採購總金額', '采购总金额'],
  ['對外公開總數量', '对外公开总数量'],
  ['本年增/減', '本年增/减'],
  ['結果糾正', '结果纠正'],
  ['尚未審結', '尚未审结'],
  ['複議後起訴', '复议后起诉'],
  ['復議後起訴', '复议后起诉'],
  ['單位：萬件', '单位：万件'],
]

describe('Traditional script', () => {
  test.each(printed)('%s', (traditional, simplified) => {
    expect(inSimplified(traditional)).toBe(simplified)
    expect(bareLabel(traditional)).toBe(bareLabel(simplified))
  })

  test('no character of the forms is taken for a traditional one', () => {
    for (const { forms } of editions)
      for (const { blocks } of Object.values(forms))
        for (const { label } of blocks.flatMap(({ rows, columns }) =>
          [...rows, ...columns].flatMap(({ path }) => [...path]),
        ))
          expect(inSimplified(label)).toBe(label)
  })
})
