import { describe, expect, test } from 'vitest'
import {
  bareLabel,
  findLabel,
  fullLabel,
  labelEntries,
  labelNumber,
  lastNumberedPart,
} from '../../../lib/recognition/labels/labels.ts'
import { vocabulariesOf } from '../../../lib/recognition/labels/vocabulary.ts'

describe('bareLabel', () => {
  test.each([
    ['（三）不予公开', '不予公开'],
    ['(三) 不予公开', '不予公开'],
    ['三、本年度办理结果', '本年度办理结果'],
    ['3.危及“三安全一稳定”', '危及三安全一稳定'],
    ['3．危及「三安全一稳定」', '危及三安全一稳定'],
    ['本年新\n制作数量', '本年新制作数量'],
    ['行 政 诉 讼', '行政诉讼'],
    ['本年增/减', '本年增减'],
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'],
    ['（二）部分公开（区分处理的，只计这一情形', '部分公开'],
    ['本年收费金额（单位：万元）', '本年收费金额'],
    ['規章(設區的市人民政府提供)', '规章'],
    ['行政復議', '行政复议'],
  ])('%j → %s', (printed, bare) => expect(bareLabel(printed)).toBe(bare))

  test('captions keep what stands in brackets', () => {
    expect(fullLabel('第二十条第（一）项')).toBe('第二十条第一项')
    expect(fullLabel('第二十條第(一)項')).toBe('第二十条第一项')
  })

  test('the number before a label', () => {
    expect(labelNumber('（七）总计')).toBe('(七)')
    expect(labelNumber('3.其他')).toBe('3.')
    expect(labelNumber('总计')).toBe('')
  })

  test('group and item in one cell', () => {
    expect(lastNumberedPart('（三）不予公开 1.属于国家秘密')).toBe('1.属于国家秘密')
    expect(lastNumberedPart('1.属于国家秘密')).toBeNull()
  })
})

describe('findLabel', () => {
  const entries = labelEntries(
    ['其他法律行政法规禁止公开', '属于国家秘密', '行政处罚', '行政强制', '行政许可', '规章'].map(label => ({
      label,
      value: label,
    })),
  )
  test.each([
    ['其他法律行政法规禁止公开', '其他法律行政法规禁止公开'],
    ['其他法律行政止公开', '其他法律行政法规禁止公开'],
    ['属于国家机密', '属于国家秘密'],
    ['行政处罚', '行政处罚'],
  ])('%s means %s', (printed, meant) => expect(findLabel(printed, entries)?.value).toBe(meant))

  test.each(['行政处分', '规定', '行政', '', '本级'])('%s means none of them for sure', printed =>
    expect(findLabel(printed, entries)).toBeNull(),
  )
})

test('no label of a form can be taken for another one of the same form', () => {
  for (const key of ['proactiveDisclosure', 'requests'] as const)
    for (const vocabulary of vocabulariesOf(key))
      for (const { row } of vocabulary.rows) {
        const label = bareLabel(row.path.at(-1)!.label)
        const found = vocabulary.findRow(label)!
        if (label.length > 2) expect(found.value.row.key).toBe(row.key)
        expect(found.variant).toBe(false)
      }
})
