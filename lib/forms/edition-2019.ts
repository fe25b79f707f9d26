import type { Edition } from './form.ts'
import { disclosureProof, requestsProof } from './proof.ts'
import { reconsiderationAndLitigationForm } from './reconsideration-and-litigation.ts'
import {
  applicantColumns,
  deniedRows,
  grantedRows,
  notProcessedRows,
  outcomes,
  reconciliationNote,
  unableRows,
} from './requests-rows.ts'

const content = { label: '信息内容' }
const previousYearItems = { key: 'previousYearItems', path: [{ label: '上一年项目数量' }] }
const changeThisYear = {
  key: 'changeThisYear',
  path: [
    {
      label: '本年增/减',
      alsoWritten: [
        ...['增/减', '本年增/减数', '本年增/减数量', '本年增/减情况', '本年增加/减少'],
        // One of the two deleted, or struck: the heading says the sign.
        ...['本年增', '本年增加', '本年新增', '本年增加数量', '本年减', '本年减少', '本年减少数量'],
      ],
    },
  ],
  signed: true,
}
const decisions = { key: 'decisions', path: [{ label: '处理决定数量' }] }

/** 国办公开办函〔2019〕60号: the form for the report years 2019 and 2020. 198 figures. */
export const edition2019 = {
  id: '2019',
  document: '国办公开办函〔2019〕60号',
  since: 2019,
  forms: {
    proactiveDisclosure: {
      key: 'proactiveDisclosure',
      title: '主动公开政府信息情况',
      reading: 'labelled',
      proof: disclosureProof,
      blocks: [
        {
          caption: { label: '第二十条第（一）项' },
          corner: content,
          columns: [
            { key: 'newlyProduced', path: [{ label: '本年新制作数量' }] },
            { key: 'newlyDisclosed', path: [{ label: '本年新公开数量' }] },
            { key: 'totalDisclosed', path: [{ label: '对外公开总数量' }] },
          ],
          rows: [
            { key: 'rules', path: [{ label: '规章' }] },
            {
              key: 'normativeDocuments',
              path: [{ label: '规范性文件', alsoWritten: ['行政规范性文件', '规范性档案'] }],
            },
          ],
        },
        {
          caption: { label: '第二十条第（五）项' },
          corner: content,
          columns: [previousYearItems, changeThisYear, decisions],
          rows: [
            { key: 'administrativeLicensing', path: [{ label: '行政许可' }] },
            { key: 'otherManagementServices', path: [{ label: '其他对外管理服务事项' }] },
          ],
        },
        {
          caption: { label: '第二十条第（六）项' },
          corner: content,
          columns: [previousYearItems, changeThisYear, decisions],
          rows: [
            { key: 'administrativePenalty', path: [{ label: '行政处罚' }] },
            { key: 'administrativeCompulsion', path: [{ label: '行政强制' }] },
          ],
        },
        {
          caption: { label: '第二十条第（八）项' },
          corner: content,
          columns: [previousYearItems, changeThisYear],
          rows: [{ key: 'administrativeFees', path: [{ label: '行政事业性收费' }] }],
        },
        {
          caption: { label: '第二十条第（九）项' },
          corner: content,
          columns: [
            { key: 'projectCount', path: [{ label: '采购项目数量' }] },
            { key: 'totalAmount', path: [{ label: '采购总金额' }], unit: '万元' },
          ],
          rows: [{ key: 'centralizedProcurement', path: [{ label: '政府集中采购' }] }],
        },
      ],
    },
    requests: {
      key: 'requests',
      title: '收到和处理政府信息公开申请情况',
      reading: 'labelled',
      proof: requestsProof,
      blocks: [
        {
          corner: reconciliationNote,
          columns: applicantColumns,
          rows: [
            { key: 'newRequests', path: [{ label: '一、本年新收政府信息公开申请数量' }] },
            { key: 'carriedOver', path: [{ label: '二、上年结转政府信息公开申请数量' }] },
            ...grantedRows,
            ...deniedRows,
            ...unableRows,
            ...notProcessedRows,
            {
              key: 'outcomes.other.undivided',
              path: [
                outcomes,
                { label: '（六）其他处理', alsoWritten: ['（六）其他', '（六）其它', '（六）其它处理'] },
              ],
            },
            { key: 'outcomes.total', path: [outcomes, { label: '（七）总计', alsoWritten: ['（七）合计'] }] },
            { key: 'carriedForward', path: [{ label: '四、结转下年度继续办理' }] },
          ],
        },
      ],
    },
    reconsiderationAndLitigation: reconsiderationAndLitigationForm,
  },
} as const satisfies Edition
