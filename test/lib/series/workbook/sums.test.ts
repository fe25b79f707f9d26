import Big from 'big.js'
import type ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { editionById } from '../../../../lib/forms/find-edition.ts'
import { type FormKey, formKeys } from '../../../../lib/forms/form.ts'
import { layoutOf } from '../../../../lib/forms/layout.ts'
import type { Row } from '../../../../lib/series/column.ts'
import { columnOf, figureColumns } from '../../../../lib/series/columns.ts'
import { editionColumn } from '../../../../lib/series/fact-columns.ts'
import type { SeasonView } from '../../../../lib/series/season-view.ts'
import { factsOf } from '../../../../lib/series/workbook/facts.ts'
import { roster } from '../checks/faultless.ts'
import { recordOfHanded } from '../checks/invented-season.ts'
import { cellsNamed, formulasIn, opened, shownIn } from './open.ts'
import { faultySeason, keys, viewOf } from './view.ts'

const tables: Readonly<Record<FormKey, string>> = {
  proactiveDisclosure: '表二',
  requests: '表三',
  reconsiderationAndLitigation: '表四',
}

/** Numbers of a figure over the reports that are to be added, read from the rows alone. */
const numbersOf = (rows: readonly Row[], key: string): readonly Big[] => {
  const { name, kind } = columnOf(key)
  return rows
    .map(row => row[name])
    .filter(value => typeof value === 'bigint')
    .map(value => new Big(String(value)).div(kind === 'amount' ? 1e6 : 1))
}

const placeOf = (edition: '2019' | '2021', form: FormKey, key: string): readonly [number, number] => {
  const cell = layoutOf(editionById(edition).forms[form]).figures.get(key)!
  return [cell.row + 2, cell.column]
}

/** Whole areas with units that report are out of the sums: in this roster, A. */
const added = (view: SeasonView, year: number): readonly Row[] =>
  view.reports.filter(row => row['year'] === year && row['unit'] !== 'A')

const expectSums = (
  workbook: ExcelJS.Workbook,
  rows: readonly Row[],
  [name, edition, form]: readonly [string, '2019' | '2021', FormKey],
): void => {
  const sheet = workbook.getWorksheet(name)!
  const own = rows.filter(row => row[editionColumn(form)] === edition)
  for (const { key } of figureColumns.filter(
    column => column.form === form && column.editions.includes(edition),
  )) {
    const numbers = numbersOf(own, key)
    const cell = sheet.getRow(placeOf(edition, form, key)[0]).getCell(placeOf(edition, form, key)[1])
    const sum =
      numbers.length === 0 ? '' : numbers.reduce((all, each) => all.plus(each), new Big(0)).toNumber()
    expect([key, shownIn(cell)]).toEqual([key, sum])
    expect(cell.formula).toMatch(/^IF\(COUNT\((.+)\)=0,"",(?:SUM\(\1\)|ROUND\(SUM\(\1\),6\))\)$/)
  }
}

describe('the statutory tables of all units together', () => {
  let view: SeasonView
  let workbook: ExcelJS.Workbook
  beforeAll(async () => {
    view = await viewOf(faultySeason())
    workbook = await opened(view)
  })

  test('every cell is the sum of what the reports that count say, blanks left out', () => {
    for (const year of [2022, 2023])
      for (const form of formKeys)
        expectSums(workbook, added(view, year), [`合计 ${tables[form]} ${year}`, '2021', form])
  })

  test('every sum in the workbook adds the cells that it names', () => {
    let sums = 0
    for (const cell of formulasIn(workbook)) {
      const [, references] = /^IF\(COUNT\((.+?)\)=0,"",(?:ROUND\()?SUM\(/.exec(cell.formula) ?? []
      if (references === undefined) continue
      sums += 1
      const numbers = cellsNamed(workbook, references)
        .map(each => each.value)
        .filter(value => typeof value === 'number')
      const sum = numbers.reduce((all, each) => all.plus(each), new Big(0)).toNumber()
      expect([cell.address, shownIn(cell)]).toEqual([cell.address, numbers.length === 0 ? '' : sum])
    }
    expect(sums).toBeGreaterThan(2 * 200)
  })

  test('beside each sum stands how many of its units have no number, counted live', () => {
    const sheet = workbook.getWorksheet('合计 表三 2023')!
    const { columns, labelColumns } = layoutOf(editionById('2021').forms.requests)
    for (const { key } of figureColumns.filter(
      ({ form, editions }) => form === 'requests' && editions.includes('2021'),
    )) {
      const [row, column] = placeOf('2021', 'requests', key)
      const cell = sheet.getRow(row).getCell(column - labelColumns + columns + 1)
      const rows = added(view, 2023)
      expect([key, shownIn(cell)]).toEqual([key, rows.length - numbersOf(rows, key).length])
      const [, range] = /^ROWS\((.+)\)-COUNT\(\1\)$/.exec(cell.formula)!
      expect(cellsNamed(workbook, range!)).toHaveLength(rows.length)
    }
    const below = workbook.getWorksheet('合计 表四 2023')!
    const [row, column] = placeOf('2021', 'reconsiderationAndLitigation', keys.upheld)
    expect(shownIn(below.getRow(row + 1).getCell(column))).toBe(1)
  })

  test('a sum with a number that its report’s own findings name is coloured and says whose', () => {
    const sheet = workbook.getWorksheet('合计 表三 2023')!
    const [row, column] = placeOf('2021', 'requests', keys.received)
    const cell = sheet.getRow(row).getCell(column)
    expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } })
    expect(JSON.stringify(cell.note)).toContain('其中 1 家的数字被其报告的核对发现指出：甲县财政局')
    const [naturalRow, naturalColumn] = placeOf('2021', 'requests', keys.natural)
    expect(sheet.getRow(naturalRow).getCell(naturalColumn).fill).toMatchObject({ pattern: 'none' })
  })

  test('says which reports it leaves out and who is missing', () => {
    const text = JSON.stringify(workbook.getWorksheet('合计 表三 2023')!.getSheetValues())
    expect(text).toContain('未计入：甲县人民政府的报告是全域口径')
    expect(text).toContain('尚未报送、因而不在合计内的 1 家：甲县教育局')
    expect(text).toContain('计入 8 份报告')
  })

  test('a year with two editions has a set of each, and no report is in both', async () => {
    const handed = (name: string, edition: '2019' | '2021', value: number) =>
      recordOfHanded({
        ...{ name, edition, year: 2023, figures: { 'requests.newRequests.total': value } },
      })
    const mixed = recordOfHanded({
      ...{ name: '乙县水利局', edition: '2021', year: 2023, figures: { 'requests.newRequests.total': 7 } },
    })
    const records = [
      handed('乙县数据局', '2019', 3),
      handed('乙县统计局', '2021', 5),
      { ...mixed, [editionColumn('proactiveDisclosure')]: '2019' },
    ]
    const [mixedView, book] = await (async () => {
      const made = await viewOf(records, { checked: false })
      return [made, await opened(made)] as const
    })()
    const names = book.worksheets.map(({ name }) => name)
    expect(names.filter(name => name.includes('合计 表三'))).toEqual([
      '合计 表三 2023（2021版）',
      '合计 表三 2023（2019版）',
    ])
    for (const edition of ['2019', '2021'] as const)
      for (const form of formKeys)
        expectSums(book, added(mixedView, 2023), [`合计 ${tables[form]} 2023（${edition}版）`, edition, form])
    const lack = (edition: '2019' | '2021', form: FormKey, key: string): ExcelJS.Cell => {
      const { columns, labelColumns } = layoutOf(editionById(edition).forms[form])
      const [row, column] = placeOf(edition, form, key)
      const name = `合计 ${tables[form]} 2023（${edition}版）`
      return book
        .getWorksheet(name)!
        .getRow(row)
        .getCell(column - labelColumns + columns + 1)
    }
    expect(shownIn(lack('2021', 'requests', keys.received))).toBe(0)
    const mixedTable = lack('2021', 'proactiveDisclosure', keys.inForce)
    expect(shownIn(mixedTable)).toBe(0)
    const [, range] = /^ROWS\((.+)\)-COUNT\(\1\)-COUNTIF\(\1,"（另版）"\)$/.exec(mixedTable.formula)!
    expect(cellsNamed(book, range!).map(({ value }) => value)).toEqual([0, '（另版）'])
  })

  test('a whole area counts where none of its units reported', async () => {
    const only = faultySeason().filter(row => String(row['authority']) === '甲县人民政府')
    const alone = await viewOf(only, { checked: false })
    const book = await opened(alone)
    const [row, column] = placeOf('2021', 'requests', keys.received)
    const cell = book.getWorksheet('合计 表三 2023')!.getRow(row).getCell(column)
    const own = alone.reports.find(each => each['year'] === 2023)!
    expect(shownIn(cell)).toBe(Number(own[columnOf(keys.received).name]))
  })

  test('above the bound the sums are the same values without formulas, and the overview says so', async () => {
    const bounded = await opened(view, { reports: 9 })
    const names = bounded.worksheets.map(({ name }) => name)
    expect(names).toContain('各单位 2023')
    expect(names).not.toContain('各单位 2022')
    for (const form of formKeys) {
      const name = `合计 ${tables[form]} 2022`
      for (const { key } of figureColumns.filter(
        each => each.form === form && each.editions.includes('2021'),
      )) {
        const [row, column] = placeOf('2021', form, key)
        const cell = bounded.getWorksheet(name)!.getRow(row).getCell(column)
        expect(cell.formula).toBeUndefined()
        expect(cell.value).toBe(shownIn(workbook.getWorksheet(name)!.getRow(row).getCell(column)))
      }
    }
    expect(JSON.stringify(bounded.getWorksheet('总览')!.getSheetValues())).toContain('单位太多：2022 年')
  })
})

test('nothing is added twice, and nothing is left out without need', () => {
  const all = [...roster.units.keys()]
  const isUnder = (unit: string, over: string): boolean => {
    const parent = roster.units.get(unit)?.parent ?? null
    return parent !== null && (parent === over || isUnder(parent, over))
  }
  const tables = { expected: [], lineage: [], area: [], unplaced: [] }
  fc.assert(
    fc.property(fc.subarray(all), fc.subarray(all), (reported, areas) => {
      const units = new Map(
        [...roster.units].map(([unit, each]) => [
          unit,
          { ...each, scope: areas.includes(unit) ? ('wholeArea' as const) : ('own' as const) },
        ]),
      )
      const reports = reported.map(unit => ({ unit, year: 2023 }))
      const json = { year: 2023 } as SeasonView['json']
      const leftOut = factsOf({ json, roster: { ...roster, units }, reports, tables }).leftOut(2023)
      const counted = reported.filter(unit => !leftOut.has(unit))
      for (const unit of reported) {
        const hasUnits = counted.some(other => isUnder(other, unit))
        expect(leftOut.has(unit)).toBe(areas.includes(unit) && hasUnits)
      }
    }),
  )
})
