import { formKeys } from '../../forms/form.ts'
import type { Report } from '../../model/report.ts'
import type { Finding } from '../check.ts'
import { defineCheck } from '../define-check.ts'

const filled = (report: Report): boolean =>
  [...report.figures.values()].some(({ state }) => state !== 'blank')

/** Whether every statutory table is there and none of its cells holds anything. */
const isBlank = (report: Report): boolean =>
  formKeys.every(form => report.editions[form] !== null) && !filled(report)

/** So many characters outside the tables are the text of a report, not the words of an empty form. */
const shortestNarrative = 120

const hasNarrative = (report: Report): boolean =>
  report.sections.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { text }) => sum + text.length, 0) >=
  shortestNarrative

export const formBlank = defineCheck({
  id: 'form-blank',
  severity: 'warning',
  title: { zh: '空白表', en: 'A blank form' },
  explanation: {
    zh: '三张法定表格都在，但没有填写任何一格：多为误交了空白表式。只提示这一条，不再逐格提示。',
    en: 'The three statutory tables are there, but no cell is filled: mostly the empty form sent by mistake. Told once, not cell by cell.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    isBlank(report)
      ? [
          {
            message: {
              zh: '这是一份空白表：三张法定表格没有填写任何一格。请确认是否误交了空白表式，改交填好的报告（没有发生的填 0）。',
              en: 'This is a blank form: no cell of the three statutory tables is filled. Check whether the empty form was sent by mistake, and send the completed report (0 where nothing happened).',
            },
            cells: [...report.figures.keys()],
          },
        ]
      : [],
})

/** Of the findings of a blank form those that say more than that it is one. */
export const besidesBlank = (report: Report, findings: readonly Finding[]): readonly Finding[] => {
  const blank = findings.filter(({ check }) => check === formBlank.id)
  if (blank.length === 0) return findings
  if (!hasNarrative(report)) return blank
  return findings.filter(({ check, cells }) => check === formBlank.id || cells.length === 0)
}
