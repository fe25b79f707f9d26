import { unplacedCheck } from './unplaced.ts'

export const unitAmbiguous = unplacedCheck({
  id: 'unit-ambiguous',
  severity: 'warning',
  title: { zh: '对应的单位不止一个', en: 'More than one unit it could be' },
  explanation: {
    zh: '同名或同别名的单位不止一个，或上传路径与所印名称指向不同的单位，报告不计入任何单位。',
    en: 'Several units have the name, or the folder and the printed name tell different ones, so the report counts for none.',
  },
  source: '名册',
  why: { zh: '不能确定是哪个单位', en: 'which unit it is cannot be told' },
  advice: {
    zh: '请放进该单位的文件夹并在名册写明路径，或在名册写明全称。',
    en: 'Put it into the folder of its unit and that folder into the roster, or give the full names there.',
  },
})
