import type { Clause } from './clauses.ts'

const disclosure = /信息公开|依申请|公开申请|政务公开|政府信息/u

/** Whether the paragraph is about open government information at all, or stands in a section that is. */
export const isAboutDisclosure = ({ sentence }: Clause): boolean =>
  ['requests', 'reconsiderationAndLitigation'].includes(sentence.section) ||
  disclosure.test(sentence.paragraphText)

/** Whether the clause wishes or plans instead of reporting. */
export const isPlan = ({ text, sentence }: Clause): boolean =>
  sentence.section === 'problemsAndImprovements' ||
  /确保|力争|避免|防止|杜绝|努力|争取|下一步|计划|如[有果遇]/u.test(text)

const otherBusiness =
  /协助调查|协助办理|协助答复|协查|协办|咨询|行政许可|复议|诉讼|法律援助|救助|补[贴助]|资助|公证|投诉|征地|登记|专利|商标/u

/** Whether the words speak of requests for government information, and of nothing similar. */
export const isAboutRequests = (words: string, clause: Clause): boolean =>
  !otherBusiness.test(words) &&
  (/依申请(?:政府)?(?:信息)?公开|(?:政府|政务)?信息公开(?:的)?申请|公开申请|申请公开/u.test(words) ||
    (/申请/u.test(words) && /依申请|信息公开/u.test(clause.sentence.text)))

/** Units applications, cases and reviews are counted in. */
export const caseUnits: ReadonlySet<string> = new Set([
  '件',
  '条',
  '宗',
  '起',
  '例',
  '份',
  '个',
  '件次',
  '次',
  '项',
  '单',
])
