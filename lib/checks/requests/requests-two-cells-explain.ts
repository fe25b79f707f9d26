import { explainingCheck } from '../explaining-check.ts'
import { textCarried } from '../text/text-carried.ts'
import { textRequests } from '../text/text-requests.ts'

export const requestsTwoCellsExplain = explainingCheck({
  id: 'requests-two-cells-explain',
  form: 'requests',
  cells: 2,
  stated: [textRequests, textCarried],
  title: { zh: '改两格即全部成立', en: 'Two cells explain what does not add up' },
  explanation: {
    zh: '改任何一格都不能使表三的勾稽关系全部成立，同时改两格可以：指出这两格和应有的数；同一行或同一列的两数恰好对调的，指为疑似互换。有几对的列出前几对。只用于没有空白格的表。',
    en: 'No single cell makes all sums of table 3 hold, two together do: they are named with their numbers; two numbers of a row or a column in each other’s place are named as swapped. Of several pairs the first are listed. Only for tables without blanks.',
  },
  source: '由表三的勾稽关系推得',
})
