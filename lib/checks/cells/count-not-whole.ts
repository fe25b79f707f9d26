import type { FormCell, FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import { cellsOf } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf } from '../wording.ts'

type Fault = 'negative' | 'fraction'

const faults: Readonly<Record<Fault, Message>> = {
  negative: { zh: '不能为负数', en: 'cannot be negative' },
  fraction: { zh: '应为整数', en: 'must be a whole number' },
}

const faultOf = ({ column }: FormCell, value: number): Fault | null => {
  if (column.unit === undefined && !Number.isInteger(value)) return 'fraction'
  return value < 0 && !column.signed ? 'negative' : null
}

const draftOf = (report: Report, form: FormKey, fault: Fault, keys: readonly string[]): FindingDraft => {
  const table = tableName(form)
  const { zh, en } = faults[fault]
  const [first] = keys
  const value = report.figures.get(first!)?.value ?? 0
  const printed = (key: string) => report.figures.get(key)?.text ?? ''
  if (keys.length === 1) {
    const name = cellName(report, first!)
    return {
      message: {
        zh: `${table.zh}${name.zh}填 ${printed(first!)}，${zh}。请核对更正。`,
        en: `In ${table.en}, ${name.en}: ${printed(first!)} ${en}. Correct it.`,
      },
      cells: keys,
      actual: value,
    }
  }
  const places = listOf(
    keys.map(key => {
      const name = cellName(report, key)
      return { zh: `${name.zh}填 ${printed(key)}`, en: `${name.en} is ${printed(key)}` }
    }),
    15,
  )
  return {
    message: {
      zh: `${table.zh}有 ${keys.length} 格${zh}。请核对更正：${places.zh}。`,
      en: `In ${table.en} ${keys.length} cells ${en}. Correct them: ${places.en}.`,
    },
    cells: keys,
  }
}

export const countNotWhole = defineCheck({
  id: 'count-not-whole',
  severity: 'error',
  title: { zh: '件数不是非负整数', en: 'A count that is negative or not whole' },
  explanation: {
    zh: '件数、项数只能是 0 或正整数；“本年增/减”可以为负，但也须为整数；金额可以有小数，但不能为负。每张表、每种情况合为一条。',
    en: 'Counts are whole and not negative; 本年增/减 may be negative but is whole; amounts may have decimals but are not negative. One finding per table and kind.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const faulty = cellsOf(report, form).flatMap(cell => {
        const fault = faultOf(cell, report.figures.get(cell.key)?.value ?? 0)
        return fault ? [{ key: cell.key, fault }] : []
      })
      return [...Map.groupBy(faulty, ({ fault }) => fault).entries()].map(([fault, same]) =>
        draftOf(
          report,
          form,
          fault,
          same.map(({ key }) => key),
        ),
      )
    }),
})
