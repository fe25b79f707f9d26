import { editionsSince } from '../../forms/find-edition.ts'
import { numberAt } from '../../model/figures-of.ts'
import { cellName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'
import { clausesOf, quoteOf } from '../text/clauses.ts'
import { disclosureTable } from './rows.ts'

const cell = 'proactiveDisclosure.administrativeFees.amount'
/** 万元: above this a round amount is more often 元 than 万元. */
const plausible = 10_000

export const feeAmountImplausible = defineCheck({
  id: 'fee-amount-implausible',
  severity: 'warning',
  editions: editionsSince('2021'),
  forms: ['proactiveDisclosure'],
  title: { zh: '收费金额可能误以元填报', en: 'Fees that were probably given in yuan' },
  explanation: {
    zh: '本栏单位为万元。金额超过 10000 万元且为整千数，或文中以“元”写有同样的数字，可能是误以元填报。信息处理费是另一种费用，不参加比较。',
    en: 'The column is in 万元 (10,000 yuan). A whole thousand above 10,000, or the same digits in the text with 元, was probably given in yuan. The information-processing fee is another fee.',
  },
  source: '国办公开办函〔2021〕30号，表二“本年收费金额（单位：万元）”',
  find: report => {
    const amount = numberAt(report, cell)
    if (amount === null || amount <= 0 || report.figures.get(cell)?.printedUnit === '元') return []
    const said = clausesOf(report).find(
      ({ text, quantities }) =>
        /收费|费用/u.test(text) &&
        !/处理费|信息公开/u.test(text) &&
        quantities.some(({ unit, value }) => unit === '元' && value === amount),
    )
    const round = amount > plausible && amount % 1000 === 0
    if (!round && said === undefined) return []
    const name = cellName(report, cell)
    const why = said
      ? { zh: `文中写“${said.printed}”`, en: `the text says “${said.printed}”` }
      : { zh: '数额很大且为整千数', en: 'the amount is large and a whole thousand' }
    return [
      {
        message: {
          zh: `${disclosureTable.zh}${name.zh}填 ${amount}，单位为万元，而${why.zh}，可能误以元填报。请核对单位。`,
          en: `In ${disclosureTable.en}, ${name.en}: ${amount} is in 万元 (10,000 yuan), but ${why.en}; it was probably given in yuan. Check the unit.`,
        },
        cells: [cell],
        actual: amount,
        evidence: said ? [quoteOf(said)] : [],
      },
    ]
  },
})
