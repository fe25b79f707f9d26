import { explainingCheck } from '../explaining-check.ts'
import { textCarried } from '../text/text-carried.ts'
import { textRequests } from '../text/text-requests.ts'

export const requestsOneCellExplains = explainingCheck({
  id: 'requests-one-cell-explains',
  form: 'requests',
  cells: 1,
  stated: [textRequests, textCarried],
  title: { zh: '改一格即全部成立', en: 'One cell explains what does not add up' },
  explanation: {
    zh: '表三的勾稽关系不能同时成立，而只要某一格是另一个数，就全部成立：指出这一格和这个数，由此而来的各条列在其下。有几种改法的，先以正文所写件数取舍，再逐一列出。这是推算，不是更正：表中数字不变。表格没有读全的不作推算。',
    en: 'The sums of table 3 cannot all hold, and all would if one cell held another number: that cell and number are named, and the findings that follow from it stand under it. Of several ways those are kept that the text bears out, the rest is listed. It is arithmetic, no correction: figures stay as printed. Nothing is said of a table that was not read whole.',
  },
  source: '由表三的勾稽关系推得',
})
