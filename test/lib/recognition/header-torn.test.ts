import { expect, test } from 'vitest'
import { readReport } from '../../../lib/read-report.ts'
import { readText } from '../../../lib/readers/text/index.ts'

const report = (four: string) =>
  readReport(
    readText(`青禾县数据局2023年政府信息公开工作年度报告

一、总体情况

四、政府信息公开行政复议、行政诉讼情况

${four}

五、存在的主要问题及改进情况`),
  )
const told = (four: string) =>
  report(four).observations.flatMap(each =>
    'form' in each && each.form === 'reconsiderationAndLitigation' ? [each.kind] : [],
  )

test('a table whose names of columns stand torn over the lines is unreadable, not missing', () => {
  const torn = "[None, '结果维', None]\n\n['持', '结果\\n纠正', '其他']\n\n['结果', '尚未', '审结']"
  expect(told(torn)).toEqual(['tableUnreadable'])
})

test('a table of which nothing is printed is missing', () => {
  expect(told('无。')).toEqual(['tableMissing'])
})
