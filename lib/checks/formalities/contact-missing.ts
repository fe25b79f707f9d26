import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'
import { endsOf } from './ends.ts'

const contact =
  /联系电话|联系方式|联系人|联系地址|电\s*话\s*[：:]|(?:请|可)[与和向].{2,60}联系|0\d{2,3}\s*[-—–－―]+\s*\d{7,8}/u

export const contactMissing = defineCheck({
  id: 'contact-missing',
  severity: 'info',
  title: { zh: '未写联系方式', en: 'No contact' },
  explanation: {
    zh: '报告开头或结尾宜写明联系单位和电话。',
    en: 'The beginning or end of a report names whom to contact.',
  },
  source: '年度报告的通行格式',
  find: report =>
    !tablesAreDue(report) || contact.test(endsOf(report))
      ? []
      : [
          {
            message: {
              zh: '报告开头和结尾都没有联系方式。请写明联系单位和电话。',
              en: 'Neither beginning nor end of the report has a contact. Add the unit and its telephone number.',
            },
          },
        ],
})
