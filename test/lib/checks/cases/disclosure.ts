import type { Report } from '../../../../lib/model/report.ts'
import { type CheckCases, clean, saying } from './case.ts'

const key = (name: string): string => `proactiveDisclosure.${name}`
const of = (values: Readonly<Record<string, number | null>>, edition: '2019' | '2021' = '2019'): Report =>
  clean({
    edition,
    figures: Object.fromEntries(Object.entries(values).map(([name, value]) => [key(name), value])),
  })

const documents = (produced: number, disclosed: number, total: number | null): Report =>
  of({
    'normativeDocuments.newlyProduced': produced,
    'normativeDocuments.newlyDisclosed': disclosed,
    'normativeDocuments.totalDisclosed': total,
  })
const licensing = (previous: number, change: number, decisions = 0): Report =>
  of({
    'administrativeLicensing.previousYearItems': previous,
    'administrativeLicensing.changeThisYear': change,
    'administrativeLicensing.decisions': decisions,
  })
const procurement = (count: number, amount: number): Report =>
  of({ 'centralizedProcurement.projectCount': count, 'centralizedProcurement.totalAmount': amount })
const amount = 'centralizedProcurement.totalAmount'
const withoutUnit = (report: Report, name: string): Report => ({
  ...report,
  figures: new Map([
    ...report.figures,
    [key(name), { ...report.figures.get(key(name))!, unitMissing: true as const }],
  ]),
})

const printed = (report: Report, name: string, unit: string | undefined, text: string): Report => {
  const { printedUnit: _, ...figure } = report.figures.get(key(name))!
  const changed = { ...figure, text, ...(unit === undefined ? {} : { printedUnit: unit }) }
  return { ...report, figures: new Map([...report.figures, [key(name), changed]]) }
}
const fees = (value: number, text = '本年度工作正常。'): Report =>
  saying(text, { figures: { [key('administrativeFees.amount')]: value } })

export const disclosureCases: CheckCases = {
  'disclosed-total-below-new': {
    broken: [
      { name: 'fewer in all than new', report: documents(5, 5, 3), gives: [{ expected: 5, actual: 3 }] },
    ],
    holding: [
      { name: 'a stock of earlier years', report: documents(5, 5, 44) },
      { name: 'total blank', report: documents(5, 5, null) },
      { name: 'the 2021 form has no such columns', report: clean() },
    ],
  },
  'disclosed-total-equals-new': {
    broken: [{ name: 'stock not added', report: documents(21, 21, 21), gives: [{ severity: 'info' }] }],
    holding: [
      { name: 'nothing at all', report: documents(0, 0, 0) },
      { name: 'a stock of earlier years', report: documents(5, 5, 44) },
    ],
  },
  'disclosed-more-than-produced': {
    broken: [
      {
        name: 'more disclosed',
        report: documents(5, 6, 50),
        gives: [{ severity: 'info', expected: 5, actual: 6 }],
      },
    ],
    holding: [{ name: 'as many', report: documents(5, 5, 50) }],
  },
  'items-below-zero': {
    broken: [
      {
        name: 'more dropped than there were',
        report: licensing(5, -9),
        gives: [{ severity: 'error', actual: -4 }],
      },
    ],
    holding: [{ name: 'all dropped', report: licensing(9, -9) }],
  },
  'items-jump': {
    broken: [{ name: 'more than half added', report: licensing(10, 6), gives: [{ severity: 'info' }] }],
    holding: [
      { name: 'exactly half', report: licensing(10, 5) },
      { name: 'too few to judge', report: licensing(9, 40) },
    ],
  },
  'decisions-without-items': {
    broken: [
      { name: 'decisions, no items', report: licensing(3, -3, 20), gives: [{ expected: 0, actual: 20 }] },
    ],
    holding: [
      { name: 'items', report: licensing(3, 0, 20) },
      { name: 'neither', report: licensing(0, 0, 0) },
    ],
  },
  'procurement-count-and-amount': {
    broken: [
      { name: 'projects without an amount', report: procurement(4, 0), gives: [{ severity: 'warning' }] },
      { name: 'an amount without projects', report: procurement(0, 3.5), gives: [{ severity: 'warning' }] },
    ],
    holding: [
      { name: 'both', report: procurement(4, 3.5) },
      { name: 'neither', report: procurement(0, 0) },
    ],
  },
  'amount-unit': {
    broken: [
      {
        name: 'no unit',
        report: withoutUnit(procurement(4, 35), amount),
        gives: [{ severity: 'warning', cells: [key(amount)] }],
      },
      {
        name: 'printed in yuan',
        report: printed(procurement(1, 25.1), amount, '元', '251000元'),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'yuan printed in a cell of the 2021 form',
        report: printed(fees(0.038), 'administrativeFees.amount', '元', '380元'),
        gives: [{ severity: 'info' }],
      },
    ],
    holding: [
      { name: 'printed in 万元', report: printed(procurement(1, 25.1), amount, '万元', '25.1万元') },
      { name: 'zero needs no unit', report: procurement(0, 0) },
      { name: 'the 2021 header has the unit', report: fees(12.5) },
      { name: 'the header or label of a 2019 table has the unit', report: procurement(4, 35) },
    ],
  },
  'fee-amount-implausible': {
    broken: [
      { name: 'a large whole thousand', report: fees(380_000), gives: [{ severity: 'warning' }] },
      {
        name: 'the text gives the same digits in yuan',
        report: fees(5200, '全年行政事业性收费5200元。'),
        gives: [{ evidence: [{ section: 'overview', paragraph: 1, quote: '全年行政事业性收费5200元' }] }],
      },
    ],
    holding: [
      { name: 'large but not round', report: fees(59_237.2449) },
      { name: 'round but not large', report: fees(9000) },
      {
        name: 'the information-processing fee is another fee',
        report: fees(380, '全年收取信息处理费380元。'),
      },
      { name: 'the text agrees', report: fees(5200, '全年行政事业性收费5200万元。') },
    ],
  },
}
