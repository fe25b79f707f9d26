import { cellsOf, isTypedIn } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { defineCheck } from '../define-check.ts'

export const reconciliationNoteMissing = defineCheck({
  id: 'reconciliation-note-missing',
  severity: 'info',
  title: { zh: '未印勾稽关系说明', en: 'The printed note on the balance is absent' },
  explanation: {
    zh: '表三表头左上角应印“（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）”。',
    en: 'The top left cell of table 3 prints the relation its columns must satisfy.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表三表头',
  find: report => {
    const note = cellsOf(report, 'requests')[0]?.block.corner
    if (note?.toldBy === undefined || report.reconciliationNote || isTypedIn(report, 'requests')) return []
    const table = tableName('requests')
    return [
      {
        message: {
          zh: `${table.zh}表头没有印“${note.label.replace(/^（|）$/gu, '')}”。请使用原表式。`,
          en: `In ${table.en} the header lacks the note on the balance of its columns. Use the form as issued.`,
        },
      },
    ]
  },
})
