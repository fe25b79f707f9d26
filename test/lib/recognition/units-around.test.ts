import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { formKeys as forms } from '../../../lib/forms/form.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { readText } from '../../../lib/readers/text/index.ts'
import { balancedFigures } from '../../support/balanced.ts'
import {
  type DrawnReport,
  type DrawnTable,
  drawReport,
  reportHtml,
  tableHtml,
} from '../../support/form-html.ts'
import { seeded } from '../../support/random.ts'

/** Units of counts and turned signs around the figures: converted exactly, or told at every figure they may touch. */

type Forms = (typeof forms)[number]
const values = balancedFigures('2021', seeded('units around'))
const drawn = drawReport('2021', values)
const read = (html: string): Report => readReport(documentFromHtml(html, 'html'))
const relabel = (table: DrawnTable, from: string, to: string): DrawnTable =>
  table.map(row => row.map(cell => (cell.text === from ? { ...cell, text: to } : cell)))
const withLabel = (form: Forms, from: string, to: string): Report =>
  read(reportHtml({ ...drawn, [form]: relabel(drawn[form], from, to) } satisfies DrawnReport))
const beside = (form: Forms, above: string, below = ''): Report => {
  const table = tableHtml(drawn[form])
  return read(reportHtml(drawn).replace(table, above + table + below))
}
const flagged = (report: Report): ReadonlySet<string> =>
  new Set(runChecks(report).flatMap(({ severity, cells }) => (severity === 'info' ? [] : cells)))

/** Counts that came out neither as printed times the power the unit has there, nor told at their cell. */
const silent = (report: Report, powerAt: (key: string) => number): string[] => {
  const told = flagged(report)
  return [...report.figures.values()].flatMap(({ key, value, unit }) =>
    unit || told.has(key) || value === values[key]! * 10 ** powerAt(key) ? [] : [`${key} ${value}`],
  )
}
const changed = (report: Report): string[] =>
  [...report.figures.values()].filter(({ key, value }) => value !== values[key]).map(({ key }) => key)

const within = (part: string) => (key: string) => (key.includes(part) ? 4 : 0)

describe('a unit that scales', () => {
  test.each([
    ['proactiveDisclosure', '本年处理决定数量', '.decisions'],
    ['proactiveDisclosure', '行政处罚', 'administrativePenalty.'],
    ['proactiveDisclosure', '规章', 'rules.'],
    ['requests', '自然人', '.naturalPerson'],
    ['requests', '申请人情况', '.'],
    ['requests', '三、本年度办理结果', 'outcomes.'],
    ['requests', '（三）不予公开', 'outcomes.denied.'],
    ['requests', '2.重复申请', '.repeated.'],
    ['reconsiderationAndLitigation', '尚未审结', '.pending'],
    ['reconsiderationAndLitigation', '行政诉讼', 'itigation'],
  ] as const)('in %s beside %s', (form, label, part) => {
    for (const unit of ['（万件）', '（单位：万件）', '\n万件', '【万】', '（单位:萬件）']) {
      const report = withLabel(form, label, label + unit)
      const touches = (key: string) => key.startsWith(form) && key.slice(form.length).includes(part)
      // A label that is read no more loses its figures, but never in silence.
      expect(silent(report, key => (touches(key) ? 4 : 0))).toEqual([])
      if (unit === '（万件）') {
        const numbers = [...report.figures.values()].filter(
          ({ key, value }) => touches(key) && value !== null,
        )
        expect(numbers.length).toBeGreaterThan(0)
      }
    }
  })

  test.each(forms)('above and below %s', form => {
    const power = within(`${form}.`)
    for (const line of [
      '单位：万件',
      '（计量单位：万件）',
      '注：单位为万件',
      '填报单位：某局 单位：万件',
      '以万件为单位',
    ])
      for (const report of [
        beside(form, `<p>${line}</p>`),
        beside(form, `<p>${line}</p><p>某某情况表</p>`),
        beside(form, '', `<p>${line}</p>`),
      ]) {
        expect(silent(report, power)).toEqual([])
        expect(flagged(report).size).toBeGreaterThan(4)
        for (const { key, value, unit } of report.figures.values())
          if (!unit) expect(value, `${line} ${key}`).toBe(values[key]! * 10 ** power(key))
      }
  })

  test.each(forms)('in the heading of the section of %s, or in a row of its own', form => {
    const power = within(`${form}.`)
    const titled = reportHtml(drawn).replace(/([二三四]、[^<]*情况)(?=<)/gu, (title, words: string) =>
      title[0] === '二三四'[forms.indexOf(form)] ? `${words}（单位：万件）` : title,
    )
    const width = { proactiveDisclosure: 4, requests: 10, reconsiderationAndLitigation: 15 }[form]
    const inside = { ...drawn, [form]: [[{ text: '单位：万件', columnSpan: width }], ...drawn[form]] }
    for (const report of [read(titled), read(reportHtml(inside))]) expect(silent(report, power)).toEqual([])
  })

  test('in a row of the table that begins with the year', () => {
    const note = [{ text: '2023年度　　单位：千件', columnSpan: 10 }]
    for (const requests of [
      [note, ...drawn.requests],
      [...drawn.requests, note],
    ]) {
      const report = read(reportHtml({ ...drawn, requests }))
      expect(silent(report, key => (key.startsWith('requests') ? 3 : 0))).toEqual([])
      expect([...report.figures.values()].filter(({ value }) => value !== null).length).toBeGreaterThan(150)
    }
  })

  test('two that contradict each other leave the figures unread, and say so', () => {
    const relabelled = relabel(drawn.requests, '自然人', '自然人（万件）')
    const table = tableHtml(relabelled)
    const html = reportHtml({ ...drawn, requests: relabelled }).replace(table, `<p>单位：件</p>${table}`)
    const report = read(html)
    for (const { key, value, state } of report.figures.values())
      if (key.endsWith('.naturalPerson') && values[key] !== 0) {
        expect([value, state]).toEqual([null, 'text'])
        expect(flagged(report).has(key)).toBe(true)
      }
    expect(runChecks(report).filter(({ check }) => check === 'unit-or-sign-unclear')).toHaveLength(1)
  })
})

describe('in text flattened to lines', () => {
  const line = (row: DrawnTable[number]): string => row.map(({ text }) => text).join(' ')
  const flat = (edited: Forms, edit: (table: string) => string): Report => {
    const titles = [
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ]
    const parts = forms.map((form, at) => {
      const table = drawn[form].map(line).join('\n')
      return `${titles[at]}\n\n${form === edited ? edit(table) : table}`
    })
    const name = '青禾县数据局2023年政府信息公开工作年度报告'
    return readReport(
      readText(
        [name, '一、总体情况', '本局依法公开。', ...parts, '五、存在的主要问题及改进情况'].join('\n\n'),
      ),
    )
  }

  test.each(forms)('a unit above or below %s is never dropped', form => {
    const power = within(`${form}.`)
    const edits: ((table: string) => string)[] = [
      table => `单位：万件\n${table}`,
      table => `（计量单位：万件）\n\n${table}`,
      table => `${table}\n\n注：单位为万件`,
      table => table.replace(/申请人情况|行政复议/u, group => `${group}（万件）`),
    ]
    for (const edit of edits.slice(0, form === 'proactiveDisclosure' ? 3 : undefined)) {
      const report = flat(form, edit)
      const told = flagged(report)
      for (const { key, value, unit } of report.figures.values())
        if (!unit && value !== null && value !== values[key]! * 10 ** power(key))
          expect(told, key).toContain(key)
    }
  })

  test('a caption with a unit holds for its own part of table 2', () => {
    const report = flat('proactiveDisclosure', table =>
      table.replace('第二十条第（五）项', '第二十条第（五）项（千件）'),
    )
    const licensing = 'proactiveDisclosure.administrativeLicensing.decisions'
    const penalty = 'proactiveDisclosure.administrativePenalty.decisions'
    expect([null, values[licensing]! * 1000]).toContain(report.figures.get(licensing)!.value)
    expect([null, values[penalty]!]).toContain(report.figures.get(penalty)!.value)
  })
})

describe('a unit that does not scale', () => {
  test.each(['件', '个', '宗', '人次', '份'])('%s changes nothing', unit => {
    for (const form of forms) {
      expect(changed(beside(form, `<p>单位：${unit}</p>`))).toEqual([])
      expect(changed(beside(form, '', `<p>注：单位为${unit}</p>`))).toEqual([])
    }
    expect(changed(withLabel('requests', '自然人', `自然人（${unit}）`))).toEqual([])
    expect(changed(withLabel('proactiveDisclosure', '行政处罚', `行政处罚（单位：${unit}）`))).toEqual([])
  })

  test.each([
    ...[
      '填报单位：广元市水务局',
      '填报单位：三元区教育局',
      '单位：元氏县',
      '报送单位：元江县',
      '单位：开元区',
      '单位：万州区',
    ],
    ...['收费标准为10元/次', '单位：百色市', '单位：千阳县公安局', '2023年元月', '共3万户'],
  ])('%s is none', line => {
    for (const form of forms) expect(changed(beside(form, `<p>${line}</p>`))).toEqual([])
  })
})

test.each(['单位：%', '（单位：万吨）'])('%s beside a table is told at all its figures but zeros', line => {
  for (const form of forms) {
    const report = beside(form, `<p>${line}</p>`)
    const told = flagged(report)
    for (const { key, value, unit } of report.figures.values()) {
      // An amount has its own unit in its heading, and which of the two holds is not known.
      if (unit) continue
      const touched = key.startsWith(`${form}.`) && values[key] !== 0
      expect(value, key).toBe(touched ? null : values[key])
      if (touched) expect(told.has(key), key).toBe(true)
    }
  }
})

describe('the heading of 本年增/减', () => {
  const figures = balancedFigures('2019', seeded('signs'))
  const change = 'proactiveDisclosure.administrativeLicensing.changeThisYear'
  const under = (heading: string, printed: string) => {
    const table = drawReport('2019', { ...figures, [change]: printed })
    const drawnAnew = {
      ...table,
      proactiveDisclosure: relabel(table.proactiveDisclosure, '本年增/减', heading),
    }
    const report = read(reportHtml(drawnAnew))
    return { value: report.figures.get(change)!.value, told: flagged(report).has(change) }
  }

  test.each([
    ['本年增/减', '6', 6],
    ['本年增/减', '-6', -6],
    ['本年增／减（减少填负数）', '-6', -6],
    ['本年减', '6', -6],
    ['本年减', '0', 0],
    ['本年减少', '6', -6],
    ['本年减少数量', '6', -6],
    ['本年增', '6', 6],
    ['本年新增', '6', 6],
  ])('%s over %s', (heading, printed, value) => expect(under(heading, printed).value).toBe(value))

  test.each([
    ['本年减', '-6'],
    ['本年减', '+6'],
    ['本年增', '-6'],
    ['本年减/增', '6'],
    ['本年/减', '6'],
    ['本年增/', '6'],
    ['本年复/减', '6'],
    ['本年±', '6'],
    ['本年变化', '6'],
  ])('%s over %s is told', (heading, printed) => expect(under(heading, printed).told).toBe(true))
})
