import { describe, expect, it } from 'vitest'
import { type FormKey, formCells } from '../../../lib/forms/form.ts'
import { editions } from '../../../lib/forms/index.ts'
import { headersOf, type LayoutCell, layoutOf } from '../../../lib/forms/layout.ts'

const layout = (id: string, form: FormKey) =>
  layoutOf(editions.find(edition => edition.id === id)!.forms[form])
const at = (cells: readonly LayoutCell[], text: string) => {
  const cell = cells.find(candidate => candidate.text === text)!
  return [cell.row, cell.column, cell.rowSpan, cell.columnSpan]
}

describe('layoutOf', () => {
  for (const edition of editions)
    for (const form of Object.values(edition.forms))
      it(`${edition.id} ${form.key}: covers its rectangle exactly once and holds every figure`, () => {
        const { cells, rows, columns, figures } = layoutOf(form)
        const covered = new Map<string, number>()
        for (const cell of cells)
          for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
            for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
              covered.set(`${row}/${column}`, (covered.get(`${row}/${column}`) ?? 0) + 1)
        expect(covered.size).toBe(rows * columns)
        expect([...covered.values()].every(times => times === 1)).toBe(true)
        expect([...figures.keys()]).toEqual(formCells(form).map(({ key }) => key))
      })

  it('merges the headers of the requests table as printed', () => {
    const { cells, rows, columns, headerRows } = layout('2021', 'requests')
    expect([rows, columns, headerRows]).toEqual([28, 10, 3])
    expect(at(cells, '申请人情况')).toEqual([1, 4, 1, 7])
    expect(at(cells, '自然人')).toEqual([2, 4, 2, 1])
    expect(at(cells, '法人或其他组织')).toEqual([2, 5, 1, 5])
    expect(at(cells, '商业企业')).toEqual([3, 5, 1, 1])
    expect(at(cells, '总计')).toEqual([2, 10, 2, 1])
    expect(at(cells, '一、本年新收政府信息公开申请数量')).toEqual([4, 1, 1, 3])
    expect(at(cells, '三、本年度办理结果')).toEqual([6, 1, 22, 1])
    expect(at(cells, '（一）予以公开')).toEqual([6, 2, 1, 2])
    expect(at(cells, '（三）不予公开')).toEqual([8, 2, 8, 1])
    expect(at(cells, '（七）总计')).toEqual([27, 2, 1, 2])
    expect(at(cells, '四、结转下年度继续办理')).toEqual([28, 1, 1, 3])
    expect(cells.find(({ kind }) => kind === 'corner')).toMatchObject({ rowSpan: 3, columnSpan: 3 })
  })

  it('stacks the blocks of the disclosure table, the last column reaching to the edge', () => {
    const old = layout('2019', 'proactiveDisclosure')
    expect([old.rows, old.columns, old.headerRows]).toEqual([18, 4, 0])
    expect(at(old.cells, '采购总金额')).toEqual([17, 3, 1, 2])
    expect(at(old.cells, 'proactiveDisclosure.administrativeFees.changeThisYear')).toEqual([15, 3, 1, 2])
    const now = layout('2021', 'proactiveDisclosure')
    expect(at(now.cells, '本年收费金额（单位：万元）')).toEqual([13, 2, 1, 3])
  })

  it('prints reconsideration and litigation under three header rows', () => {
    const { cells, rows, columns, headerRows } = layout('2019', 'reconsiderationAndLitigation')
    expect([rows, columns, headerRows]).toEqual([4, 15, 3])
    expect(at(cells, '行政复议')).toEqual([1, 1, 1, 5])
    expect(at(cells, '行政诉讼')).toEqual([1, 6, 1, 10])
    expect(at(cells, '结果维持')).toEqual([2, 1, 2, 1])
    expect(at(cells, '复议后起诉')).toEqual([2, 11, 1, 5])
  })

  it('names the headers of a figure from the outside in', () => {
    const form = layout('2021', 'requests')
    const cell = form.figures.get('requests.outcomes.denied.stateSecret.commercialEnterprise')!
    expect(headersOf(form, cell).map(({ text }) => text)).toEqual([
      '申请人情况',
      '法人或其他组织',
      '商业企业',
      '三、本年度办理结果',
      '（三）不予公开',
      '1.属于国家秘密',
    ])
  })
})
