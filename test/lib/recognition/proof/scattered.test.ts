import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../../lib/checks/run-checks.ts'
import { editionById } from '../../../../lib/forms/find-edition.ts'
import { formCells, formKeys as forms } from '../../../../lib/forms/form.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { readReport } from '../../../../lib/read-report.ts'
import { readText } from '../../../../lib/readers/text/index.ts'
import { drawReport } from '../../../support/form-html.ts'
import { asLines, converterOrders, piecesOf } from '../../../support/pieces.ts'

/** Tables of which only single pieces are left, in every order a converter could give them. */

const editions = ['2019', '2021'] as const

/** Every figure another number, so that a value in a wrong place cannot pass for the right one. */
const distinct = (id: (typeof editions)[number]): Record<string, number> => {
  const keys = Object.values(editionById(id).forms).flatMap(form => formCells(form).map(({ key }) => key))
  return Object.fromEntries(keys.map((key, at) => [key, 1_001 + at]))
}

const values = { '2019': distinct('2019'), '2021': distinct('2021') }
const drawn = { '2019': drawReport('2019', values['2019']), '2021': drawReport('2021', values['2021']) }

const read = (text: string): Report => readReport(readText(text))
const wrong = (report: Report, edition: (typeof editions)[number]): string[] =>
  [...report.figures.values()].flatMap(({ key, state, value }) =>
    state === 'number' && value !== values[edition][key] ? [`${key}: ${value}`] : [],
  )
const flagged = (report: Report): Set<string> =>
  new Set(
    runChecks(report)
      .filter(({ severity }) => severity !== 'info')
      .flatMap(({ cells }) => cells),
  )

describe.each(editions)('edition %s, a cell a line', edition => {
  test.each(Object.keys(converterOrders))('%s: no figure out of its place', order => {
    const report = read(
      asLines(drawn[edition], table => converterOrders[order]!(piecesOf(table)).map(({ text }) => text)),
    )
    expect(wrong(report, edition)).toEqual([])
    const numbers = [...report.figures.values()].filter(({ state }) => state === 'number')
    if (order === 'row by row') expect(numbers).toHaveLength(Object.keys(values[edition]).length)
  })

  test('pieces moved, lost, doubled and strange ones between them never pass unflagged', () => {
    const blow = fc.record({
      form: fc.constantFrom(...forms),
      what: fc.constantFrom('move', 'drop', 'double', 'number', 'row', 'swap'),
      from: fc.nat(400),
      to: fc.nat(400),
    })
    const strange = ['行政强制', '98', '其他主动公开文件', '3', '行政复议']
    fc.assert(
      fc.property(fc.array(blow, { minLength: 1, maxLength: 4 }), blows => {
        const text = asLines(drawn[edition], table => {
          const pieces = piecesOf(table).map(piece => piece.text)
          for (const { form, what, from, to } of blows) {
            if (table !== drawn[edition][form]) continue
            const at = from % pieces.length
            const goal = to % pieces.length
            if (what === 'move') pieces.splice(goal, 0, ...pieces.splice(at, 1))
            if (what === 'drop') pieces.splice(at, 1)
            if (what === 'double') pieces.splice(goal, 0, pieces[at]!)
            if (what === 'number') pieces.splice(at, 0, String(to))
            if (what === 'row') pieces.splice(at, 0, strange[to % strange.length]!, String(to))
            if (what === 'swap') [pieces[at], pieces[goal]] = [pieces[goal]!, pieces[at]!]
          }
          return pieces
        })
        const report = read(text)
        const told = flagged(report)
        expect(wrong(report, edition).filter(each => !told.has(each.split(':')[0]!))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('labels broken over lines, also around their figures, are put together', () => {
    const text = asLines(drawn[edition], table =>
      piecesOf(table).flatMap(piece => {
        const cut = /^\d/u.test(piece.text) || piece.text.length < 9 ? 0 : Math.ceil(piece.text.length / 2)
        return cut ? [piece.text.slice(0, cut), piece.text.slice(cut)] : [piece.text]
      }),
    )
    const report = read(text)
    expect(wrong(report, edition)).toEqual([])
    const numbers = [...report.figures.values()].filter(({ state }) => state === 'number')
    expect(numbers).toHaveLength(Object.keys(values[edition]).length)
  })

  test('groups of table 4 in another order are read by their labels or not at all', () => {
    for (const header of [
      '行政诉讼 行政复议 未经复议直接起诉 复议后起诉',
      '行政诉讼 行政复议 复议后起诉 未经复议直接起诉',
    ]) {
      const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
      const order = header.includes('直接起诉 复议后')
        ? ['directLitigation', 'litigationAfterReconsideration', 'reconsideration']
        : ['litigationAfterReconsideration', 'directLitigation', 'reconsideration']
      const figures = order.flatMap(group =>
        ['upheld', 'corrected', 'otherOutcome', 'pending', 'total'].map(
          result => values[edition][`reconsiderationAndLitigation.${group}.${result}`],
        ),
      )
      const lines = [...header.split(' '), ...results, ...results, ...results, ...figures.map(String)]
      const text = asLines(drawn[edition], table =>
        table === drawn[edition].reconsiderationAndLitigation
          ? lines
          : piecesOf(table).map(piece => piece.text),
      )
      const report = read(text)
      expect(wrong(report, edition)).toEqual([])
      expect(report.figures.get('reconsiderationAndLitigation.reconsideration.upheld')?.state).toBe('number')
    }
  })
})
