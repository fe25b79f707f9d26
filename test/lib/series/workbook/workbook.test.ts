import type ExcelJS from 'exceljs'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { beforeAll, expect, test } from 'vitest'
import { readXlsx } from '../../../../lib/readers/xlsx/index.ts'
import type { Row } from '../../../../lib/series/column.ts'
import { columnOf } from '../../../../lib/series/columns.ts'
import { readDecisions } from '../../../../lib/series/decisions.ts'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { seasonWorkbook } from '../../../../lib/series/workbook/index.ts'
import { names as unitNames } from '../checks/faultless.ts'
import { linesOf, linksOf, opened, partsOf, readBook, shownIn } from './open.ts'
import { faultySeason, keys, viewOf, withCells } from './view.ts'

let records: readonly Row[]
let view: SeasonView
let bytes: Uint8Array
let workbook: ExcelJS.Workbook
beforeAll(async () => {
  records = faultySeason()
  view = await viewOf(records)
  bytes = await seasonWorkbook(view)
  workbook = await readBook(bytes)
})

const sheet = (name: string): ExcelJS.Worksheet => workbook.getWorksheet(name)!

/** The heads of a sheet: what stays in view above its rows, merged cells once. */
const headsOf = (each: ExcelJS.Worksheet): string => {
  const [pane] = each.views
  const rows = pane?.state === 'frozen' ? (pane.ySplit ?? 0) : 3
  const lines: string[] = []
  for (let row = 1; row <= rows; row++) {
    const texts: string[] = []
    each.getRow(row).eachCell(cell => {
      if (cell.master === cell && cell.value !== null) texts.push(String(cell.value).replaceAll('\n', ' '))
    })
    const { hidden } = each.getRow(row)
    lines.push(hidden ? `(hidden: ${texts.length} keys from ${texts[0]} on)` : texts.join(' | '))
  }
  return [`# ${each.name}`, ...lines].join('\n')
}

test('has these sheets under these heads', async () => {
  const text = `${workbook.worksheets.map(headsOf).join('\n\n')}\n`
  await expect(text).toMatchFileSnapshot('__snapshots__/heads.txt')
})

test('gives the same bytes for the same season in any order and time zone, and every part is well-formed', async () => {
  const zone = process.env['TZ']
  try {
    for (const [seed, place] of [
      [1, 'Asia/Shanghai'],
      [2, 'Pacific/Apia'],
    ] as const) {
      process.env['TZ'] = place
      const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
        fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 })[0]!
      const { json, roster, reports, tables } = view
      const other: SeasonView = {
        json: {
          ...json,
          units: [...shuffled(json.units)],
          findings: [...shuffled(json.findings)],
          resubmissions: [...shuffled(json.resubmissions)],
          leftOut: [...shuffled(json.leftOut)],
        },
        roster: {
          ...roster,
          units: new Map(shuffled([...roster.units])),
          children: new Map(
            shuffled([...roster.children]).map(([unit, children]) => [unit, shuffled(children)]),
          ),
        },
        reports: shuffled(reports),
        tables: {
          expected: shuffled(tables.expected),
          lineage: shuffled(tables.lineage),
          area: shuffled(tables.area),
          unplaced: shuffled(tables.unplaced),
        },
      }
      expect(Buffer.compare(await seasonWorkbook(other), bytes)).toBe(0)
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
  for (const [part, content] of partsOf(bytes)) {
    const parser = new SaxesParser()
    parser.on('error', error => {
      throw new Error(`${part}: ${error.message}`)
    })
    parser.write(content).close()
    expect(content).not.toMatch(/>[^<]*(?:undefined|NaN|\[object)/)
  }
})

test('prints heads on every page, on A3 across, with filters; the first sheet too', () => {
  for (const { name, pageSetup, autoFilter } of workbook.worksheets.slice(1)) {
    expect([name, pageSetup.paperSize, pageSetup.orientation]).toEqual([name, 8, 'landscape'])
    expect([name, pageSetup.printTitlesRow]).toEqual([name, expect.stringMatching(/^\d+:\d+$/)])
    if (!name.startsWith('合计') && name !== '处理决定')
      expect([name, autoFilter]).toEqual([name, expect.anything()])
  }
})

test('shows no key of ours but in the hidden row and in the list of decisions', () => {
  const isKey = /^[a-z]+(?:[A-Z][a-z]+)*(?:[./-][A-Za-z]+)+/
  for (const each of workbook.worksheets.filter(({ name }) => name !== '处理决定'))
    each.eachRow((row, number) => {
      if (row.hidden) return
      row.eachCell(cell => {
        expect([each.name, number, isKey.test(String(cell.value))]).toEqual([each.name, number, false])
      })
    })
})

test('every unit has its row with every figure, or the word in its place', () => {
  const each = sheet('各单位 2023')
  const columns = new Map<string, number>()
  each.getRow(2).eachCell((cell, column) => columns.set(String(cell.value), column))
  const places = new Map(linesOf(each, 1).map((line, at) => [line[2], at + 1]))
  const rowOf = (unit: string): ExcelJS.Row => each.getRow(places.get(unit)!)
  const cell = (unit: string, key: string): ExcelJS.Cell => rowOf(unit).getCell(columns.get(key)!)
  expect(columns.size).toBe(200)
  for (const row of view.reports.filter(({ year }) => year === 2023))
    for (const [key] of columns) {
      const value = row[columnOf(key).name]
      const shown = cell(String(row['unit']), key).value
      if (typeof value === 'bigint')
        expect([key, shown]).toEqual([key, Number(value) / (columnOf(key).kind === 'amount' ? 1e6 : 1)])
      else expect(typeof shown).toBe('string')
    }
  expect(cell('A1', keys.natural).value).toBe('（空白）')
  expect(cell('A1', keys.fees).value).toBe('（未能读出）')
  expect(cell('A1', keys.upheld).value).toBe('（文字）=1+1')
  expect(cell('A1', keys.upheld).numFmt).toBe('@')
  expect(cell('B1', keys.carried).value).toBe('（缺）')
  expect(cell('B1', keys.denied).value).toBe('（不适用）/')
  const flagged = cell('A1', keys.received)
  expect(flagged.fill).toMatchObject({ fgColor: { argb: 'FFFFE08A' } })
  expect(JSON.stringify(flagged.note)).toMatch(/核对指出：[^"]*、其他核对项/)
  expect(JSON.stringify(flagged.note)).not.toContain('no-such-check')
  expect(rowOf('A').number).toBeGreaterThan(rowOf('B5').number + 1)
})

test('each unit has last year, this year and the change side by side', () => {
  const each = sheet('各单位')
  const lines = new Map(linesOf(each, 6).map(line => [line[2], line]))
  const column = [...Array.from({ length: each.columnCount }, (_, at) => at + 1)].find(
    at => each.getRow(4).getCell(at).value === '一、本年新收政府信息公开申请数量\n总计',
  )!
  const of = (unit: string): readonly unknown[] => lines.get(unit)!.slice(column - 1, column + 2)
  const printed = (unit: string, year: number): number =>
    Number(
      view.reports.find(row => row['unit'] === unit && row['year'] === year)![columnOf(keys.received).name],
    )
  const [last, now] = [2022, 2023].map(year => printed('B1', year))
  expect(of('B1')).toEqual([last, now, now! - last!])
  const merged = printed('A3', 2022) + printed('A4', 2022)
  expect(of('A4')).toEqual([merged, printed('A4', 2023), printed('A4', 2023) - merged])
  expect(of('A2')).toEqual([printed('A2', 2022), '（未报）', ''])
  expect(of('B5')).toEqual(['（上年无）', printed('B5', 2023), ''])
  expect([...lines.values()].map(line => [line[2], line[4]])).toEqual([
    ...[
      ['A', '已报'],
      ['A1', '已报'],
      ['A2', '逾期未报'],
      ['A21', '已报'],
      ['A4', '已报'],
    ],
    ...[
      ['B1', '已报'],
      ['B2', '已报'],
      ['B3', '已报'],
      ['B4', '逾期报送'],
      ['B5', '已报'],
    ],
  ])
})

test('of units that were merged last year is told only where all of it is known', async () => {
  const season = records.map(row =>
    row['authority'] === '甲县粮食局'
      ? withCells(row, { without: [{ key: keys.received, state: 'blank', text: '' }] })
      : row,
  )
  const book = await opened(await viewOf(season, { checked: false }))
  const line = linesOf(book.getWorksheet('各单位')!, 6).find(each => each[2] === 'A4')!
  expect(line).toContain('（不全）')
})

test('lists units as the roster does, those of a parent below it', async () => {
  const { units, children } = view.roster
  const last = [...units.values()].length + 10
  const renumbered = new Map(
    [...units].map(([unit, each]) => [unit, { ...each, line: unit === 'A' ? last : last - each.line }]),
  )
  const book = await opened({
    ...view,
    roster: {
      ...view.roster,
      units: renumbered,
      children: new Map(
        [...children].map(([unit, those]) => [unit, those.map(each => renumbered.get(each.unit)!)]),
      ),
    },
  })
  expect(linesOf(book.getWorksheet('各单位')!, 6).map(line => line[2])).toEqual([
    ...['B5', 'B4', 'B3', 'B2', 'B1'],
    ...['A', 'A4', 'A2', 'A21', 'A1'],
  ])
})

test('begins with the season in numbers, what to do next and the way to every sheet', () => {
  const each = sheet('总览')
  const { counts, leftOut, resubmissions } = view.json
  const cards = new Map<string, unknown>()
  each.getRow(4).eachCell((cell, column) => {
    cards.set(String(cell.value).split('\n')[0]!, each.getRow(5).getCell(column).value)
  })
  expect(Object.fromEntries(cards)).toEqual({
    ...{ 应报: 10, 已报: 9, 未报: 1, 其中逾期未报: 1, 逾期报送: 1, 未对应文件: 1 },
    ...{ 未计入文件: leftOut.length, 重新报送: resubmissions.length, 已作决定: counts.decided },
    ...{ '发现：警告': counts.warnings, '发现：提示': counts.infos },
  })
  const texts = linesOf(each, 7).map(line => `${line[0]} ${line[1]}`)
  expect(texts.slice(1, 6)).toEqual([
    '1 催报：1 家逾期未报。',
    '2 对应：1 份文件没有找到单位，补全名册后重新生成。',
    '3 重报：2 份文件的最新版本没有读出数字，按说明请单位重报或请运维处理。',
    `4 核对：${counts.warnings} 条警告，逐条联系单位更正，或写明处理决定。`,
    '5 补数：合计表中共有 6 格次没有数字，不在合计内；看橙色的格。',
  ])
  const targets = new Set([...linksOf(bytes, workbook, '总览').values()].map(target => target.split("'")[1]))
  expect([...targets].toSorted()).toEqual(
    workbook.worksheets
      .map(({ name }) => name)
      .filter(name => name !== '总览')
      .toSorted(),
  )
})

test('lists who is not in time as the checks find them, with the days', () => {
  const lines = linesOf(sheet('应报未报'))
  const found = view.json.findings.filter(({ check }) => ['unit-not-reported', 'unit-late'].includes(check))
  expect(lines.map(line => line[2])).toEqual(found.map(({ subjects }) => subjects[0]!.unit))
  expect(lines.map(line => [line[1], line[4], line[10]])).toEqual([
    ['甲县教育局', '逾期未报', 30],
    ['乙县林业局', '逾期报送', 15],
  ])
  expect(lines[1]![12]).toBe('认可：因机构改革（=张三）')
})

test('tells what changed when a report was handed in again', () => {
  const lines = linesOf(sheet('重新报送')).map(line => line.slice(1, 12))
  expect(lines[1]).toEqual([
    ...['乙县统计局', 2, '2024-02-20 08:00', '是', '数字变动', '表三'],
    ...['二、上年结转政府信息公开申请数量', '自然人', 17, 99, 82],
  ])
  expect(lines.map(line => line[4])).toEqual(['首次报送', '数字变动', '首次报送', '没有变化'])
})

test('leads from each finding to the very cells, decided ones last', () => {
  const links = linksOf(bytes, workbook, '核对发现')
  const lines = linesOf(sheet('核对发现'))
  expect(lines).toHaveLength(view.json.findings.length)
  expect(lines.at(-1)![11]).toBe('认可')
  const at = lines.findIndex(line => line[2] === '上年结转与上年报告不符' && line[3] === '不符')
  const [own, before] = ['F', 'G'].map(column => links.get(`${column}${at + 5}`)!)
  const cellOf = (target: string): ExcelJS.Cell => {
    const [, name, address] = /^'(.+)'!(.+)$/.exec(target)!
    return sheet(name!).getCell(address!)
  }
  expect(cellOf(own!).value).toBe(99)
  expect(cellOf(before!).value).toBe(17)
  expect(lines[at]!.slice(8, 11)).toEqual([17, 99, 82])
  for (const target of links.values()) expect(cellOf(target)).toBeDefined()
})

/** The differences of a check in the sheet of balances, by unit. */
const differences = (title: string): ReadonlyMap<string, readonly unknown[]> => {
  const each = sheet('结转核对')
  const columns: number[] = []
  each.getRow(4).eachCell((cell, column) => {
    if (String(cell.value).startsWith(`${title}：`)) columns.push(column)
  })
  const found = new Map<string, readonly unknown[]>()
  for (const line of linesOf(each, 7))
    found.set(
      String(line[1]),
      columns.filter((_, at) => at % 3 === 2).map(column => line[column - 1]),
    )
  return found
}

test('the balances with last year differ where the checks say so, and are open where those cannot tell', () => {
  for (const [check, title] of [
    ['carried-over-against-last-year', '上年结转与上年报告不符'],
    ['rules-in-force-against-last-year', '规章现行有效件数与上年不衔接'],
    ['normative-in-force-against-last-year', '规范性文件现行有效件数与上年不衔接'],
  ]) {
    const found = view.json.findings.filter(finding => finding.check === check)
    const of = (outcome: string, unit: string): number =>
      found.filter(finding => finding.outcome === outcome && finding.subjects[0]!.unit === unit).length
    const byName = new Map([...unitNames].map(([unit, name]) => [name, unit]))
    const rows = differences(title!)
    expect(rows.size).toBe(7)
    for (const [name, cells] of rows) {
      const unit = byName.get(name)!
      expect([name, cells.filter(cell => typeof cell === 'number' && cell !== 0).length]).toEqual([
        name,
        of('broken', unit),
      ])
      expect([name, cells.includes('待核')]).toEqual([name, of('unassessable', unit) > 0])
    }
  }
})

test('parents stand beside the sum of their units, cell by cell', () => {
  const lines = linesOf(sheet('上下级'))
  expect(lines).toHaveLength(200)
  const members = ['A1', 'A21', 'A4']
  const all = view.reports.filter(({ year }) => year === 2023)
  const received = (unit: string): number =>
    Number(all.find(row => row['unit'] === unit)![columnOf(keys.received).name])
  const line = lines.find(each => each[2] === '一、本年新收政府信息公开申请数量' && each[3] === '总计')!
  const sum = members.reduce((total, unit) => total + received(unit), 0)
  expect(line.slice(4)).toEqual([received('A'), sum, received('A') - sum, 4, 1, 0, '待核'])
})

test('says what parents are wrong where all units are in', async () => {
  const season = faultySeason().map(row =>
    row['year'] === 2022 && row['authority'] === '甲县人民政府'
      ? { ...row, [columnOf(keys.received).name]: 1n, [columnOf(keys.denied).name]: 5_000n }
      : row,
  )
  const earlier = await viewOf(season, { year: 2022, checked: false })
  const lines = linesOf((await opened(earlier)).getWorksheet('上下级')!)
  const outcomes = new Set(lines.map(line => line[10]))
  expect(outcomes).toEqual(new Set(['一致', '少于下级之和', '多出的应为本级自身的数']))
  expect(lines.filter(line => line[10] !== '一致').map(line => line[6])).toEqual([
    expect.any(Number),
    expect.any(Number),
  ])
})

test('tells in Chinese what nobody is known of, what gave no figures, and what to do', () => {
  expect(linesOf(sheet('未对应文件'))[0]).toEqual([
    ...[1, '=丁县/报告.docx', 2023, '丁县数据局', '名册中没有这个单位'],
    expect.stringContaining('乙县数据局'),
    expect.stringContaining('在名册里补上单位'),
  ])
  expect(linesOf(sheet('未计入文件')).map(line => line.slice(1, 4))).toEqual([
    ['=cmd|x.docx', '结果损坏', '是'],
    ['乙县审计局/年报.pdf', '未受理', '是'],
    ['乙县林业局/年报.docx', '转换失败', '否'],
  ])
})

test('the list of decisions is read as one once lines are filled in', () => {
  const filled = linesOf(sheet('处理决定'), 2).map(line => [line[0], '认可', '核实无误', '李四', '', line[5]])
  const head = linesOf(sheet('处理决定'), 1)[0]!
  const result = readDecisions(
    [head, ...filled].map((line, at) => ({ line: at + 1, cells: line.map(cell => String(cell ?? '')) })),
  )
  expect('decisions' in result && [...result.decisions.keys()].toSorted()).toEqual(
    view.json.findings.map(({ id }) => id).toSorted(),
  )
})

test('no text of a report, a roster or a decision becomes a formula', async () => {
  const hostile = '=HYPERLINK("http://evil.example","x")'
  const season = records.map(row =>
    row['authority'] === '乙县审计局'
      ? withCells(row, { without: [{ key: keys.received, state: 'text', text: hostile }] })
      : row,
  )
  const dirty = await viewOf(season, { checked: false })
  const parts = partsOf(await seasonWorkbook(dirty))
  for (const [part, content] of parts)
    if (part.includes('worksheets/sheet')) expect(content).not.toMatch(/<f>[^<]*evil/)
  let met = 0
  for (const book of [await opened(dirty), workbook])
    for (const each of book.worksheets)
      each.eachRow(row => {
        row.eachCell(cell => {
          if (cell.formula || typeof cell.value !== 'string' || !/^[=+\-@]/.test(cell.value)) return
          met += 1
          expect([each.name, cell.address, cell.numFmt]).toEqual([each.name, cell.address, '@'])
        })
      })
  expect(met).toBeGreaterThanOrEqual(5)
})

test('a season of nothing but a roster opens, with every list saying that it is empty', async () => {
  const empty = await viewOf([], { checked: false })
  const book = await opened({ ...empty, json: { ...empty.json, leftOut: [] } })
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    ...['总览', '各单位', '上下级', '应报未报', '重新报送', '核对发现', '结转核对'],
    ...['未对应文件', '未计入文件', '处理决定'],
  ])
  expect(shownIn(book.getWorksheet('核对发现')!.getCell('A5'))).toBe('没有跨报告的发现 Nothing found')
  expect(linesOf(book.getWorksheet('应报未报')!)).toHaveLength(10)
})

test('long lists are cut and say where the rest is', async () => {
  const book = await opened(view, { rows: 3 })
  expect(JSON.stringify(book.getWorksheet('上下级')!.getSheetValues())).toContain('共 200 行')
  expect(JSON.stringify(book.getWorksheet('各单位')!.getSheetValues())).toContain('另有 7 家未列出')
})

test('dropped into the inbox it is known, and refused with what to send instead', async () => {
  const refused = readXlsx(bytes).catch(error => error)
  expect((await refused).sentence.zh).toBe('这是本系统生成的年报季工作簿，不是报告本身。')
})

test('every formula has its result beside it', () => {
  const sheets = [...partsOf(bytes)].filter(([part]) => part.startsWith('xl/worksheets/sheet'))
  const all = sheets.flatMap(([, content]) => [...content.matchAll(/<f>[^<]*<\/f>(<v>)?/g)])
  expect(all.length).toBeGreaterThan(1_500)
  expect(all.filter(([, result]) => result === undefined)).toEqual([])
})

test('figures that a person typed in bear our mark and are added as they are', async () => {
  const typedIn = records.map(row =>
    row['year'] === 2023 && row['authority'] === unitNames.get('B2')
      ? withCells(row, {
          without: [{ key: keys.fees, state: 'blank', text: '3', entered: true }],
          flagged: [{ key: keys.received, checks: ['figure-entered'] }],
        })
      : row,
  )
  const book = await readBook(await seasonWorkbook(await viewOf(typedIn, { checked: false })))
  const marked = book.worksheets.flatMap(each => {
    const found: unknown[] = []
    each.eachRow(row =>
      row.eachCell(cell => {
        if (cell.numFmt === 'General" 录"')
          found.push([each.name, typeof shownIn(cell), JSON.stringify(cell.note ?? '')])
      }),
    )
    return found
  })
  expect(marked.length).toBeGreaterThan(0)
  expect(marked.every(each => (each as unknown[])[1] === 'number')).toBe(true)
  expect(JSON.stringify(marked)).toContain('人工录入的数字')
  const blank = book.worksheets.filter(each => JSON.stringify(each.getSheetValues()).includes('（空白，录）'))
  expect(blank.length).toBeGreaterThan(0)
})
