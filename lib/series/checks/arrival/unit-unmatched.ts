import { unplacedCheck } from './unplaced.ts'

export const unitUnmatched = unplacedCheck({
  id: 'unit-unmatched',
  severity: 'warning',
  title: { zh: '名册中没有这个单位', en: 'No such unit in the roster' },
  explanation: {
    zh: '依上传路径、全称、别名、落款、标题都没有找到单位，报告不计入任何单位。名称相近的只作提示，从不自行采用。',
    en: 'Neither the folder nor full name, alias, signature or title tell a unit, so the report counts for none. Similar names are proposed and never taken.',
  },
  source: '名册',
  why: { zh: '名册中没有对应的单位', en: 'no unit of the roster has it' },
  advice: {
    zh: '请在名册里补上单位，或把所印名称写进其别名。',
    en: 'Add the unit to the roster, or what is printed to its aliases.',
  },
})
