import { newSheet, put, type Sheet } from '../../writers/workbook/sheet.ts'
import { decisionFields, decisionHeadings } from '../decisions.ts'
import type { Facts } from './facts.ts'
import { inOrder } from './findings.ts'
import { daySerial, heightOf, putText } from './list.ts'
import * as styles from './styles.ts'

/** The ids of the findings, laid out as a list of decisions is read: keep the lines that were decided, save it, hand it in. */

const widths = [62, 14, 34, 14, 14, 60]

const how =
  '这张表就是“处理决定清单”的格式：填写决定、理由、决定人，只保留已作决定的行，另存为文件，下次生成年报季时用 --decisions 交给程序。 Keep the lines you decided, save them as a file of their own, and give it with --decisions.'

export const decisionsSheet = (facts: Facts, name: string, most: number): Sheet => {
  const sheet = newSheet(name, widths)
  decisionFields.forEach((field, at) => {
    put(sheet, [1, at + 1], decisionHeadings[field][0]!, styles.head)
  })
  put(sheet, [1, decisionFields.length + 1], '说明', styles.head)
  sheet.notes.push({ row: 1, column: 1, text: how })
  sheet.heights.push(24)
  const findings = inOrder(facts).slice(0, most)
  findings.forEach(({ id, decision, message }, at) => {
    const row = at + 2
    const texts = [id, decision?.decision, decision?.reason, decision?.by]
    texts.forEach((text, column) => {
      putText(sheet, [row, column + 1], text ?? null)
    })
    const until = decision?.until ?? null
    put(sheet, [row, 5], until === null ? null : daySerial(until), styles.day)
    putText(sheet, [row, 6], message.zh)
    sheet.heights[row - 1] = heightOf(sheet, row)
  })
  sheet.frozen = { rows: 1, columns: 1 }
  sheet.landscape = true
  sheet.paper = 'A3'
  sheet.repeat = '1:1'
  return sheet
}
