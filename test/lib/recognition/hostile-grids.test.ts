import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runChecks } from '../../../lib/checks/run-checks.ts'
import { editionById } from '../../../lib/forms/find-edition.ts'
import { formCells, formKeys as forms } from '../../../lib/forms/form.ts'
import type { Report } from '../../../lib/model/report.ts'
import { readReport } from '../../../lib/read-report.ts'
import { documentFromHtml } from '../../../lib/readers/html/document.ts'
import { readMarkdown, readText } from '../../../lib/readers/text/index.ts'
import { type DrawnCell, type DrawnTable, drawReport } from '../../support/form-html.ts'
import { pageOf, type SectionBlock, type Sections, sectionsOf } from '../../support/section-blocks.ts'

/** True tables as hands and programs spoil them: never a figure that is wrong and not flagged at its cell. */

const editions = ['2019', '2021'] as const
type Edition = (typeof editions)[number]
const numbered = (id: Edition, from: number): Record<string, number> =>
  Object.fromEntries(
    Object.values(editionById(id).forms)
      .flatMap(form => formCells(form).map(({ key }) => key))
      .map((key, at) => [key, from + at]),
  )
const truth = { '2019': numbered('2019', 1_001), '2021': numbered('2021', 1_001) }
const reports = { '2019': drawReport('2019', truth['2019']), '2021': drawReport('2021', truth['2021']) }
const others = {
  '2019': drawReport('2019', numbered('2019', 5_001)),
  '2021': drawReport('2021', numbered('2021', 5_001)),
}

const cell = (text: string): DrawnCell => ({ text })
const isFigure = ({ text }: DrawnCell): boolean => /^\d/u.test(text)
const statistics = (labels: readonly string[], value: number): DrawnTable => [
  [cell('信息类别'), cell('公开条数')],
  [cell('机构职能'), cell('30')],
  ...labels.map((label, at) => [cell(label), cell(String(value + at))]),
]
const foreign = ['行政强制', '行政许可', '规章', '2.重复申请', '总计', '行政复议', '（一）予以公开']

interface Blow {
  readonly form: (typeof forms)[number]
  readonly what: string
  readonly a: number
  readonly b: number
}

const without = <T>(items: readonly T[], at: number): T[] => items.toSpliced(at, 1)

/** What a blow makes of a table. */
const spoilt = (table: DrawnTable, { what, a, b }: Blow): DrawnTable => {
  const at = a % table.length
  const row = table[at] ?? []
  if (row.length === 0) return table
  const figures = row.flatMap((each, index) => (isFigure(each) ? [index] : []))
  if (what === 'rowLost') return without(table, at)
  if (what === 'rowsSwapped') {
    const goal = b % table.length
    return table.map((each, index) => (index === at ? table[goal]! : index === goal ? row : each))
  }
  if (what === 'cellLost') return table.with(at, without(row, b % row.length))
  if (what === 'cellBlank')
    return table.with(at, row.with(b % row.length, { ...row[b % row.length]!, text: '' }))
  if (what === 'cellMore') return table.with(at, row.toSpliced(b % row.length, 0, cell('')))
  if (what === 'figureMore') return table.with(at, row.toSpliced(b % row.length, 0, cell(String(7_000 + b))))
  if (what === 'foreignRow')
    return table.toSpliced(at, 0, [cell(foreign[b % foreign.length]!), cell(String(8_000 + b))])
  if (what === 'labelOdd' && !isFigure(row[b % row.length]!))
    return table.with(
      at,
      row.with(b % row.length, {
        ...row[b % row.length]!,
        text: ['其他', '小计', '2023年', '总计', ''][a % 5]!,
      }),
    )
  if (what === 'joined' && figures.length > 1) {
    const first = figures[b % (figures.length - 1)]!
    return table.with(
      at,
      without(row.with(first, cell(`${row[first]!.text} ${row[first + 1]!.text}`)), first + 1),
    )
  }
  return table
}

const blocksOf = (edition: Edition, blows: readonly Blow[]): Sections => {
  const sections = sectionsOf(reports[edition])
  const changed = { ...sections } as Record<(typeof forms)[number], readonly SectionBlock[]>
  for (const blow of blows) {
    const { form, what, a, b } = blow
    const blocks = changed[form]
    const first = blocks.findIndex(block => 'table' in block)
    const block = blocks[first]!
    if (!('table' in block) || block.table.length < 2) continue
    const { table } = block
    const stats = { table: statistics([foreign[a % foreign.length]!, foreign[b % foreign.length]!], 9_000) }
    const old: SectionBlock[] = [
      { line: ['2019年', '上年情况', '附', ''][b % 4]! },
      { table: others[edition][form] },
    ]
    if (what === 'statsBefore') changed[form] = [stats, ...blocks]
    else if (what === 'statsAfter') changed[form] = [...blocks, stats]
    else if (what === 'statsGlued') changed[form] = blocks.with(first, { table: [...stats.table, ...table] })
    else if (what === 'oldBefore') changed[form] = [...old, ...blocks]
    else if (what === 'oldAfter') changed[form] = [...blocks, ...old]
    else if (what === 'split') {
      const cut = 1 + (a % (table.length - 1))
      changed[form] = blocks.toSpliced(first, 1, { table: table.slice(0, cut) }, { table: table.slice(cut) })
    } else changed[form] = blocks.with(first, { table: spoilt(table, blow) })
  }
  return changed
}

const whats = [
  ...[
    'rowLost',
    'rowsSwapped',
    'cellLost',
    'cellBlank',
    'cellMore',
    'figureMore',
    'foreignRow',
    'labelOdd',
    'joined',
  ],
  ...['statsBefore', 'statsAfter', 'statsGlued', 'oldBefore', 'oldAfter', 'split'],
]
const blow = fc.record({
  form: fc.constantFrom(...forms),
  what: fc.constantFrom(...whats),
  a: fc.nat(200),
  b: fc.nat(200),
})

/** The tables flattened, merged cells once. */
const flat = (sections: Sections, separator: string): string => {
  const print = (blocks: readonly SectionBlock[]): string =>
    blocks
      .map(block =>
        'line' in block
          ? block.line
          : block.table.map(row => row.map(({ text }) => text).join(separator)).join('\n'),
      )
      .join('\n\n')
  return [
    '青禾县数据局2023年政府信息公开工作年度报告',
    `二、主动公开政府信息情况\n\n${print(sections.proactiveDisclosure)}`,
    `三、收到和处理政府信息公开申请情况\n\n${print(sections.requests)}`,
    `四、政府信息公开行政复议、行政诉讼情况\n\n${print(sections.reconsiderationAndLitigation)}`,
    '五、存在的主要问题及改进情况\n\n无。',
  ].join('\n\n')
}

const inputs: Readonly<Record<string, (sections: Sections, edition: Edition) => Report>> = {
  'a web page': (sections, edition) =>
    readReport(documentFromHtml(pageOf(sections, reports[edition].year), 'html')),
  'tab-separated text': sections => readReport(readText(flat(sections, '\t'))),
  'text with pipes': sections => readReport(readMarkdown(flat(sections, ' | '))),
}

for (const edition of editions)
  for (const [name, read] of Object.entries(inputs))
    test(`edition ${edition}, ${name}`, () => {
      fc.assert(
        fc.property(fc.array(blow, { minLength: 1, maxLength: 3 }), blows => {
          const report = read(blocksOf(edition, blows), edition)
          const flagged = new Set(
            runChecks(report)
              .filter(({ severity }) => severity !== 'info')
              .flatMap(({ cells }) => cells),
          )
          const silent = [...report.figures.values()].filter(
            ({ key, state, value }) =>
              state === 'number' && value !== truth[edition][key] && !flagged.has(key),
          )
          expect(silent.map(({ key, value }) => `${key}: ${value}`)).toEqual([])
        }),
        // The same grids each time, so that a run speaks of the change and not of chance; SEED and RUNS try others.
        { numRuns: Number(process.env['RUNS'] ?? 120), seed: Number(process.env['SEED'] ?? 1) },
      )
    })
