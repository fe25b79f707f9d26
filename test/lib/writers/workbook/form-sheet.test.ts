import type ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { editionById } from '../../../../lib/forms/find-edition.ts'
import { formKeys } from '../../../../lib/forms/form.ts'
import { layoutOf } from '../../../../lib/forms/layout.ts'
import { formWords } from '../../../../lib/writers/words.ts'
import { cleanSample, faultySample, samples } from '../samples.ts'
import { cellWith, linksOf, opened } from './open.ts'

const formTop = 2
const fillOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined
const noteOf = (cell: ExcelJS.Cell): string => {
  const { note } = cell
  return typeof note === 'object' ? (note.texts ?? []).map(({ text }) => text).join('') : (note ?? '')
}

describe('sheets of the statutory tables', () => {
  for (const [name, sample] of Object.entries(samples))
    it(`${name}: every label, merge and figure stands where the form has it`, async () => {
      const workbook = await opened(sample)
      for (const form of formKeys) {
        const edition = sample.report.editions[form]
        const sheet = workbook.getWorksheet(formWords[form].short)
        if (edition === null) {
          expect(sheet).toBeUndefined()
          continue
        }
        for (const cell of layoutOf(editionById(edition).forms[form]).cells) {
          const at = sheet!.getCell(cell.row + formTop, cell.column)
          const last = sheet!.getCell(
            cell.row + formTop + cell.rowSpan - 1,
            cell.column + cell.columnSpan - 1,
          )
          expect(last.master.address).toBe(at.address)
          if (cell.kind !== 'figure') expect(at.value).toBe(cell.text)
          else {
            const figure = sample.report.figures.get(cell.text)!
            const shown =
              figure.state === 'missing'
                ? '（缺）'
                : figure.state === 'blank'
                  ? figure.entered
                    ? '（空白，录）'
                    : null
                  : figure.text
            expect(at.value).toBe(figure.state === 'number' ? figure.value : shown)
          }
        }
      }
    })

  it('keeps text that looks like a formula as text', async () => {
    const sheet = (await opened(faultySample)).getWorksheet('主动公开')!
    const cell = sheet.getCell('B5')
    expect(cell.value).toBe('=1+1')
    expect(cell.numFmt).toBe('@')
  })

  it('shows a printed plus sign and the unit of an amount without changing the number', async () => {
    const figures = new Map(faultySample.report.figures)
    const key = 'proactiveDisclosure.administrativeLicensing.changeThisYear'
    figures.set(key, { ...figures.get(key)!, value: 26, text: '+26' })
    const workbook = await opened({ ...faultySample, report: { ...faultySample.report, figures } })
    const sheet = workbook.getWorksheet('主动公开')!
    const amount = sheet.getCell(18 + formTop, 3)
    expect([amount.value, amount.numFmt]).toEqual([1051.57, 'General"万元"'])
    const plus = sheet.getCell(7 + formTop, 3)
    expect([plus.value, plus.numFmt]).toEqual([26, '+General;-General;General'])
    const minus = sheet.getCell(11 + formTop, 3)
    expect([minus.value, minus.numFmt]).toEqual([-9, undefined])
  })

  it('colours the cell at fault by severity, says why in Chinese, and leads to the overview', async () => {
    const workbook = await opened(faultySample)
    const sheet = workbook.getWorksheet('依申请公开')!
    const total = sheet.getCell('J6')
    expect(total.value).toBe(17)
    expect(fillOf(total)).toBe('FFFFB3B3')
    expect(noteOf(total)).toMatch(/^【错误】.*17/s)
    expect(noteOf(total)).toContain('【警告】正文称收到申请 22 件，表中为 17 件。')
    expect(fillOf(sheet.getCell('D6'))).toBe('FFFFE9E9')
    expect(fillOf(sheet.getCell('H20'))).toBeUndefined()
    const links = await linksOf(faultySample, '依申请公开')
    expect(links.get('A2')).toBe("'概览'!A1")
    expect(sheet.getCell('M6').value).toMatch(/^第 1、\d+ 条$/)
    expect(links.get('M6')).toBe("'概览'!A20")
    expect(workbook.getWorksheet('概览')!.getCell('C20').value).toMatch(/\nrequests-row-total$/)
  })

  it('leaves a report without findings uncoloured and without notes', async () => {
    const workbook = await opened(cleanSample)
    for (const form of formKeys)
      for (const cell of layoutOf(editionById('2021').forms[form]).figures.values()) {
        const at = workbook.getWorksheet(formWords[form].short)!.getCell(cell.row + formTop, cell.column)
        expect(fillOf(at)).toBeUndefined()
        expect(noteOf(at)).toBe('')
      }
  })

  it('keeps rows the form does not know below the form', async () => {
    const sheet = (await opened(faultySample)).getWorksheet('依申请公开')!
    const label = cellWith(sheet, '9.属于工作秘密')
    const values = [4, 5, 6].map(column => sheet.getCell(Number(label.row), column).value)
    expect(values).toEqual(['1', null, '0'])
  })

  it('keeps headers in view and on every printed page', async () => {
    const sheet = (await opened(cleanSample)).getWorksheet('依申请公开')!
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 5 })
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:5' })
  })
})
