import type { Column, Label, Row } from './form.ts'

/** Columns and rows of table 3 that the editions so far print alike. */

const applicants = { label: '申请人情况' }
const organizations = {
  label: '法人或其他组织',
  alsoWritten: ['法人和其他组织', '法人及其他组织', '法人或者其他组织'],
}

export const applicantColumns = [
  { key: 'naturalPerson', path: [applicants, { label: '自然人' }] },
  { key: 'commercialEnterprise', path: [applicants, organizations, { label: '商业企业' }] },
  { key: 'researchInstitution', path: [applicants, organizations, { label: '科研机构' }] },
  {
    key: 'socialOrganization',
    path: [applicants, organizations, { label: '社会公益组织', alsoWritten: ['社会公益'] }],
  },
  { key: 'legalServiceOrganization', path: [applicants, organizations, { label: '法律服务机构' }] },
  { key: 'otherOrganization', path: [applicants, organizations, { label: '其他', alsoWritten: ['其它'] }] },
  { key: 'total', path: [applicants, { label: '总计', alsoWritten: ['合计'] }], sum: true },
] as const satisfies readonly Column[]

export const reconciliationNote = {
  label: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  toldBy: '本列数据的勾稽关系为',
} as const satisfies Label

export const outcomes = { label: '三、本年度办理结果' } as const satisfies Label

const rowsUnder = (
  group: Label,
  prefix: string,
  items: readonly (Label & { readonly key: string })[],
): Row[] => items.map(({ key, ...label }) => ({ key: `${prefix}.${key}`, path: [outcomes, group, label] }))

export const grantedRows: readonly Row[] = [
  { key: 'outcomes.granted', path: [outcomes, { label: '（一）予以公开' }] },
  {
    key: 'outcomes.partiallyGranted',
    path: [outcomes, { label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' }],
  },
]

export const deniedRows = rowsUnder({ label: '（三）不予公开' }, 'outcomes.denied', [
  { key: 'stateSecret', label: '1.属于国家秘密' },
  { key: 'prohibitedByLaw', label: '2.其他法律行政法规禁止公开' },
  { key: 'securityAndStability', label: '3.危及“三安全一稳定”' },
  { key: 'thirdPartyRights', label: '4.保护第三方合法权益' },
  { key: 'internalAffairs', label: '5.属于三类内部事务信息' },
  { key: 'processInformation', label: '6.属于四类过程性信息' },
  { key: 'enforcementFile', label: '7.属于行政执法案卷' },
  { key: 'administrativeInquiry', label: '8.属于行政查询事项' },
])

export const unableRows = rowsUnder({ label: '（四）无法提供' }, 'outcomes.unableToProvide', [
  { key: 'notHeld', label: '1.本机关不掌握相关政府信息' },
  { key: 'requiresCreation', label: '2.没有现成信息需要另行制作' },
  { key: 'unclearAfterCorrection', label: '3.补正后申请内容仍不明确' },
])

export const notProcessedRows = rowsUnder({ label: '（五）不予处理' }, 'outcomes.notProcessed', [
  { key: 'petition', label: '1.信访举报投诉类申请' },
  { key: 'repeated', label: '2.重复申请' },
  { key: 'publication', label: '3.要求提供公开出版物' },
  { key: 'excessive', label: '4.无正当理由大量反复申请' },
  { key: 'reconfirmation', label: '5.要求行政机关确认或重新出具已获取信息' },
])

export const otherRows2021 = rowsUnder(
  { label: '（六）其他处理', alsoWritten: ['（六）其他', '（六）其它', '（六）其它处理'] },
  'outcomes.other',
  [
    { key: 'correctionOverdue', label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请' },
    { key: 'feeOverdue', label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请' },
    { key: 'otherReasons', label: '3.其他', alsoWritten: ['3.其它'] },
  ],
)
