import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'
import { endsOf } from './ends.ts'

const address = /下载|电子版|https?:|www\.|\.gov\.cn|网址/iu

export const downloadAddressMissing = defineCheck({
  id: 'download-address-missing',
  severity: 'info',
  title: { zh: '未写电子版下载地址', en: 'No address of the electronic copy' },
  explanation: {
    zh: '报告开头或结尾宜写明电子版的查阅、下载地址。',
    en: 'The beginning or end of a report tells where its electronic copy can be had.',
  },
  source: '年度报告的通行格式',
  find: report =>
    !tablesAreDue(report) || address.test(endsOf(report))
      ? []
      : [
          {
            message: {
              zh: '报告没有写明电子版的下载地址。请写明可在何处查阅、下载。',
              en: 'The report does not say where its electronic copy can be had. Add the address.',
            },
          },
        ],
})
