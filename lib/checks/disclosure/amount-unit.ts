import { asRead, cellsOf, isAsRead } from '../../model/figures-of.ts'
import { cellName } from '../../model/form-words.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { quoted } from '../wording.ts'
import { disclosureTable } from './rows.ts'

export const amountUnit = defineCheck({
  id: 'amount-unit',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '金额的单位', en: 'Unit of an amount' },
  explanation: {
    zh: '2019 版采购总金额应在格内注明单位，2021 版的单位印在表头。印“元”的已换算为万元（提示）；格内、表头、行名都没有印单位的按万元计、未换算，可能相差一万倍（警告）。金额为 0 的不提示。',
    en: 'In the 2019 edition the amount carries its unit in the cell, in the 2021 edition in the header. Printed in yuan it was converted to 万元 (info); without a unit in cell, header or label it was taken as 万元 and not converted (warning).',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表二',
  find: report =>
    cellsOf(report, 'proactiveDisclosure').flatMap(({ key, column }): readonly FindingDraft[] => {
      const figure = report.figures.get(key)
      const value = figure && asRead(figure).value
      if (column.unit === undefined || !figure || !value) return []
      const name = cellName(report, key)
      const printed = quoted(figure.text ?? '')
      if (figure.printedUnit === undefined)
        return !figure.unitMissing || figure.entered
          ? []
          : [
              {
                message: {
                  zh: `${disclosureTable.zh}${name.zh}填 ${printed}，没有注明单位，现按万元计、未作换算。请注明是万元还是元。`,
                  en: `In ${disclosureTable.en}, ${name.en}: ${printed} has no unit; it was taken as 万元 (10,000 yuan), not converted. State the unit.`,
                },
                cells: [key],
              },
            ]
      if (figure.printedUnit.startsWith('万') || !isAsRead(figure)) return []
      return [
        {
          severity: 'info',
          message: {
            zh: `${disclosureTable.zh}${name.zh}填 ${printed}，单位不是万元，已换算为 ${value} 万元。`,
            en: `In ${disclosureTable.en}, ${name.en}: ${printed} is not in 万元 (10,000 yuan); converted to ${value} 万元.`,
          },
          cells: [key],
        },
      ]
    }),
})
