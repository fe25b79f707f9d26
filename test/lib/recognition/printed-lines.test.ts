import { describe, expect, test } from 'vitest'
import type { EditionId } from '../../../lib/forms/index.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { readText } from '../../../lib/readers/text/index.ts'
import { balancedFigures } from '../../support/balanced.ts'
import { type Printing, printedReport } from '../../support/printed-report.ts'
import { seeded } from '../../support/random.ts'

const whole: Printing = { gap: ' ', tear: 1, figures: 'with a part', beside: false, blanks: 0, pages: 0 }
const editions: readonly EditionId[] = ['2019', '2021']
const gaps = [' ', '   ', '\u3000', '\u00a0 ', '          ']

const read = (lines: readonly string[]): Report => readReport(readText(lines.join('\n')))

const wrong = (report: Report, figures: Readonly<Record<string, number>>): string[] =>
  [...report.figures.values()].flatMap(({ key, state, value }) =>
    state === 'number' && value !== figures[key] ? [`${key} ${value} for ${figures[key]}`] : [],
  )
const lost = (report: Report, figures: Readonly<Record<string, number>>): string[] =>
  Object.keys(figures).filter(key => report.figures.get(key)?.value !== figures[key])

const runs = 60
const cases = Array.from({ length: runs }, (_, at) => at)

describe('a report printed line by line', () => {
  test.each(editions)('%s: rows whole on their lines are read to the last figure', edition => {
    for (const at of cases) {
      const random = seeded(`whole ${edition} ${at}`)
      const figures = balancedFigures(edition, random)
      const lines = printedReport(edition, figures, { ...whole, gap: gaps[at % gaps.length]! }, random)
      expect(lost(read(lines), figures), lines.join('\n')).toEqual([])
    }
  })

  test.each(editions)(
    '%s: labels on several lines around their figures are read to the last figure',
    edition => {
      for (const at of cases) {
        const random = seeded(`torn ${edition} ${at}`)
        const figures = balancedFigures(edition, random)
        const lines = printedReport(
          edition,
          figures,
          { ...whole, tear: 3, gap: gaps[at % gaps.length]! },
          random,
        )
        expect(lost(read(lines), figures), lines.join('\n')).toEqual([])
      }
    },
  )

  test.each(editions)('%s: no figure is ever wrong, whatever the page does to its lines', edition => {
    let right = 0
    let all = 0
    for (const at of Array.from({ length: 4 * runs }, (_, each) => each)) {
      const random = seeded(`any ${edition} ${at}`)
      const figures = balancedFigures(edition, random)
      const how: Printing = {
        gap: gaps[random(gaps.length)]!,
        tear: 1 + random(4),
        figures: (['with a part', 'alone', 'either'] as const)[random(3)]!,
        beside: random(2) === 0,
        blanks: [0, 0, 30, 8, 3][random(5)]!,
        pages: [0, 40, 12][random(3)]!,
      }
      const lines = printedReport(edition, figures, how, random)
      const report = read(lines)
      expect(wrong(report, figures), `${JSON.stringify(how)}\n${lines.join('\n')}`).toEqual([])
      if (how.blanks > 0) continue
      all += Object.keys(figures).length
      right += Object.keys(figures).length - lost(report, figures).length
    }
    expect(right / all).toBeGreaterThan(0.8)
  })

  const isHeading = (line: string): boolean => /^[一二三四五六]、.{4,}(?:情况|事项)$/u.test(line)
  const damages: Record<string, (lines: readonly string[], random: (below: number) => number) => string[]> = {
    shuffled: (lines, random) => {
      const out = [...lines]
      for (let at = out.length - 1; at > 0; at -= 1) {
        const other = random(at + 1)
        ;[out[at], out[other]] = [out[other]!, out[at]!]
      }
      return out
    },
    'turned round': lines => [...lines].reverse(),
    'figures first': lines => [...lines].sort((a, b) => Number(/^\D/u.test(a)) - Number(/^\D/u.test(b))),
    'figures last': lines => [...lines].sort((a, b) => Number(/^\d/u.test(a)) - Number(/^\d/u.test(b))),
    'lines lost': (lines, random) => lines.filter(() => random(12) > 0),
    'lines cut': (lines, random) =>
      lines.flatMap(line => {
        const cells = line.split(' ')
        const cut = 1 + random(Math.max(1, cells.length - 1))
        return cells.length > 3 && random(6) === 0
          ? [cells.slice(0, cut).join(' '), cells.slice(cut).join(' ')]
          : [line]
      }),
    'figures run together': (lines, random) =>
      lines.map(line => line.replace(/(\d) (?=\d)/gu, (all, digit) => (random(20) === 0 ? digit : all))),
  }
  test.each(Object.entries(damages))('%s: nothing is read that is not proven', (name, damage) => {
    for (const at of cases) {
      const random = seeded(`${name} ${at}`)
      const figures = balancedFigures(editions[at % 2]!, random)
      const how: Printing = {
        ...whole,
        tear: 1 + random(3),
        figures: 'either',
        blanks: [0, 8][random(2)]!,
        pages: [0, 30][random(2)]!,
      }
      const lines = printedReport(editions[at % 2]!, figures, how, random)
      const places = [...lines.flatMap((line, index) => (isHeading(line) ? [index] : [])), lines.length]
      const damaged = [
        ...lines.slice(0, places[0]),
        ...places
          .slice(0, -1)
          .flatMap((from, index) => [
            lines[from]!,
            ...damage(lines.slice(from + 1, places[index + 1]), random),
          ]),
      ]
      expect(wrong(read(damaged), figures), damaged.join('\n')).toEqual([])
    }
  })
})

describe('a header in another order than the form’s', () => {
  const form = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const under = (labels: readonly string[]): Report => {
    const lines = printedReport('2021', figures, whole, seeded('lines under a header'))
    const at = lines.indexOf('申请人情况')
    return read([...lines.slice(0, at + 1), labels.join(' '), ...lines.slice(at + 4)])
  }
  const figures = balancedFigures('2021', seeded('under a header'))
  const inTable = (report: Report) =>
    [...report.figures.values()].filter(({ key }) => /^requests\./.test(key))

  test('holds for every row below it, not for the first alone', () => {
    for (let at = 1; at < 4; at++) {
      const labels = [...form]
      ;[labels[at], labels[at + 1]] = [labels[at + 1]!, labels[at]!]
      expect(inTable(under(labels)).map(({ state }) => state)).toEqual(Array(175).fill('unreadable'))
    }
  })

  test('in the order of the form nothing is lost', () => {
    expect(lost(under(form), figures)).toEqual([])
  })
})
