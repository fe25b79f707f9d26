import type { Edition } from './form.ts'
import { overviewAspects2021 } from './overview-aspects.ts'
import { disclosureProof, requestsProof } from './proof.ts'
import { reconsiderationAndLitigationForm } from './reconsideration-and-litigation.ts'
import {
  applicantColumns,
  deniedRows,
  grantedRows,
  notProcessedRows,
  otherRows2021,
  outcomes,
  reconciliationNote,
  unableRows,
} from './requests-rows.ts'

const content = { label: '信息内容' }
const decisions = { key: 'decisions', path: [{ label: '本年处理决定数量' }] }

/** 国办公开办函〔2021〕30号: the form from the report year 2021 on. 200 figures. */
export const edition2021 = {
  id: '2021',
  document: '国办公开办函〔2021〕30号',
  since: 2021,
  overviewAspects: overviewAspects2021,
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
            { key: 'issued', path: [{ label: '本年制发件数' }] },
            { key: 'repealed', path: [{ label: '本年废止件数' }] },
            { key: 'inForce', path: [{ label: '现行有效件数' }] },
          ],
          rows: [
            { key: 'rules', path: [{ label: '规章' }] },
            { key: 'normativeDocuments', path: [{ label: '行政规范性文件', alsoWritten: ['规范性文件'] }] },
          ],
        },
        {
          caption: { label: '第二十条第（五）项' },
          corner: content,
          columns: [decisions],
          rows: [{ key: 'administrativeLicensing', path: [{ label: '行政许可' }] }],
        },
        {
          caption: { label: '第二十条第（六）项' },
          corner: content,
          columns: [decisions],
          rows: [
            { key: 'administrativePenalty', path: [{ label: '行政处罚' }] },
            { key: 'administrativeCompulsion', path: [{ label: '行政强制' }] },
          ],
        },
        {
          caption: { label: '第二十条第（八）项' },
          corner: content,
          columns: [{ key: 'amount', path: [{ label: '本年收费金额（单位：万元）' }], unit: '万元' }],
          rows: [{ key: 'administrativeFees', path: [{ label: '行政事业性收费' }] }],
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
            ...otherRows2021,
            { key: 'outcomes.total', path: [outcomes, { label: '（七）总计', alsoWritten: ['（七）合计'] }] },
            { key: 'carriedForward', path: [{ label: '四、结转下年度继续办理' }] },
          ],
        },
      ],
    },
    reconsiderationAndLitigation: reconsiderationAndLitigationForm,
  },
} as const satisfies Edition
