import type { SectionTitle } from './form.ts'

/** The six parts of the report (Art. 50 of the Regulations), titled alike in all editions. */
export const sections: readonly SectionTitle[] = [
  { key: 'overview', number: '一', label: '总体情况' },
  { key: 'proactiveDisclosure', number: '二', label: '主动公开政府信息情况', alsoWritten: ['主动公开情况'] },
  {
    key: 'requests',
    number: '三',
    label: '收到和处理政府信息公开申请情况',
    alsoWritten: ['收到和处理政府信息公开申请的情况', '依申请公开政府信息情况'],
  },
  {
    key: 'reconsiderationAndLitigation',
    number: '四',
    label: '政府信息公开行政复议、行政诉讼情况',
    alsoWritten: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', '政府信息公开行政复议和行政诉讼情况'],
  },
  {
    key: 'problemsAndImprovements',
    number: '五',
    label: '存在的主要问题及改进情况',
    alsoWritten: [
      '存在问题及改进情况',
      '存在的问题及改进情况',
      '存在的主要问题与改进情况',
      '存在的主要问题和改进情况',
      '存在的主要问题及改进措施',
      '政府信息公开工作存在的主要问题及改进情况',
    ],
  },
  {
    key: 'otherMatters',
    number: '六',
    label: '其他需要报告的事项',
    alsoWritten: ['其他报告事项', '其他需要报告的情况', '其他需要报告事项', '需要报告的其他事项'],
  },
]
