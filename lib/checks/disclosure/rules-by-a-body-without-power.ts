import { cellsOf, numberAt } from '../../model/figures-of.ts'
import { isTownship } from '../../narrative/names.ts'
import { defineCheck } from '../define-check.ts'
import { disclosureTable } from './rows.ts'

/** The row of 规章 in table 2, in every edition. */
const rules = 'rules'

export const rulesByABodyWithoutPower = defineCheck({
  id: 'rules-by-a-body-without-power',
  severity: 'info',
  forms: ['proactiveDisclosure'],
  title: { zh: '乡镇、街道填报了规章', en: 'Rules reported by a township or street office' },
  explanation: {
    zh: '规章只能由国务院部门、省级人民政府和设区的市、自治州人民政府制定。乡镇人民政府、街道办事处在“规章”行填了大于 0 的数，多为把规范性文件或规章制度填入该行。',
    en: 'Only departments of the State Council, provinces, cities with districts and autonomous prefectures make 规章. A township or street office with a figure above 0 in that row has mostly entered normative documents or internal rules.',
  },
  source: '《立法法》关于规章制定权限的规定；《政府信息公开条例》第二十条第（一）项',
  find: report => {
    const { authority } = report
    const filled = cellsOf(report, 'proactiveDisclosure')
      .filter(({ row, key }) => row.key === rules && (numberAt(report, key) ?? 0) > 0)
      .map(({ key }) => key)
    if (filled.length === 0 || authority === null || !isTownship(authority)) return []
    const values = filled.map(key => numberAt(report, key)).join('、')
    return [
      {
        message: {
          zh: `${disclosureTable.zh}“规章”行填有 ${values}，而“${authority}”没有规章制定权。请核对是否应填入规范性文件一行。`,
          en: `In ${disclosureTable.en} the row “规章” has ${values}, but “${authority}” has no power to make 规章. Check whether normative documents were meant.`,
        },
        cells: filled,
      },
    ]
  },
})
