import type { FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { lossKinds } from '../../losses/index.ts'
import { cellsOf, formOfKey, isEntered } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Loss } from '../../model/loss.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck } from '../define-check.ts'
import { figuresIn, touchedBy } from '../touched-cells.ts'

interface Touched {
  readonly loss: Loss
  readonly keys: readonly string[]
}

/** Losses in cells of statutory tables that hold no figure. */
const inTables = (report: Report, losses: readonly Loss[]): Touched[] => {
  const byTable = Map.groupBy(losses, ({ source }) =>
    source && source.kind !== 'paragraph' ? source.table : null,
  )
  return report.tables.flatMap(({ table, form }) => {
    const lost = form === null ? [] : (byTable.get(table.number) ?? [])
    if (lost.length === 0) return []
    const figures = figuresIn(report, table)
    const held = new Set(figures.map(({ cell }) => `${cell.row}/${cell.column}`))
    return lost.flatMap(loss => {
      const source = loss.source!
      if (source.kind === 'paragraph' || held.has(`${source.row}/${source.column}`)) return []
      const cell = table.cells.find(({ row, column }) => row === source.row && column === source.column)
      return cell ? [{ loss, keys: touchedBy(table, cell, figures) }] : []
    })
  })
}

/** A line of so many characters at most may be a caption with the unit of the table beside it. */
const longestCaption = 60

/** Losses in the short lines of a table's section that may print its unit. */
const inCaptions = (report: Report, losses: readonly Loss[]): Touched[] => {
  const lost = Map.groupBy(losses, ({ source }) => (source?.kind === 'paragraph' ? source.paragraph : null))
  return report.sections.flatMap(({ key, heading, source, paragraphs }) => {
    const form = formKeys.find(each => each === key)
    if (form === undefined) return []
    const lines = [{ text: heading, source }, ...paragraphs].filter(
      ({ text }) => text.length <= longestCaption && /单位|單位|[(（].*[元件%％].*[)）]/u.test(text),
    )
    const keys = cellsOf(report, form).map(cell => cell.key)
    return lines.flatMap(line =>
      line.source.kind === 'paragraph'
        ? (lost.get(line.source.paragraph) ?? []).map(loss => ({ loss, keys }))
        : [],
    )
  })
}

const draftOf = (form: FormKey, touched: readonly Touched[]) => {
  const cells = [...new Set(touched.flatMap(({ keys }) => keys))]
  const table = tableName(form)
  const { message, code } = touched[0]!.loss
  const more = touched.length - 1
  return {
    message: {
      zh: `${table.zh}的列名、行名或表题读取时有 ${touched.length} 处未能照原样保留，可能改变单位、正负或所指的行列，涉及 ${cells.length} 格，请与原文件核对。${more > 0 ? '首处：' : ''}${message.zh}`,
      en: `In ${table.en} ${touched.length} headings, labels or captions could not be carried over as they are, which may change the unit, the sign or the row of ${cells.length} cells: compare with the file. ${more > 0 ? 'The first: ' : ''}${message.en}`,
    },
    cells,
    place: `${form} ${code}`,
  }
}

export const labelReadWithLoss = defineCheck({
  id: 'label-read-with-loss',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '读取列名、行名时有内容未能保留', en: 'Something in a heading could not be carried over' },
  explanation: {
    zh: '列名、行名、表题或表上方的单位里有删除线、白色、隐藏等文字。划掉的“万”字仍在与否，数字相差一万倍，因此其下、其右各格都请核对。每张表、每种情况合为一条。',
    en: 'A heading, a row label, a caption or the line with the unit holds struck, white or hidden text. Whether a struck 万 still counts makes a difference of ten thousand, so compare every figure under it or right of it. One finding per table and kind.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report => {
    const losses = report.losses.filter(
      ({ code, source }) => source !== undefined && lossKinds[code].label !== 'unchanged',
    )
    if (losses.length === 0) return []
    const touched = [...inTables(report, losses), ...inCaptions(report, losses)]
      .map(({ loss, keys }) => ({ loss, keys: keys.filter(key => !isEntered(report, key)) }))
      .filter(({ keys }) => keys.length > 0)
    return formKeys.flatMap(form =>
      [
        ...Map.groupBy(
          touched.filter(({ keys }) => formOfKey(keys[0]!) === form),
          ({ loss }) => loss.code,
        ).values(),
      ].map(group => draftOf(form, group)),
    )
  },
})
