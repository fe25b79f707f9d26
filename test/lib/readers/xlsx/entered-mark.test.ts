import { expect, test } from 'vitest'
import { judge } from '../../../../lib/convert.ts'
import { writeWorkbook } from '../../../../lib/writers/workbook/index.ts'
import { enteredSample } from '../../writers/samples.ts'

test('the workbook dropped back in gives these figures, and says that they had been typed in', async () => {
  const { report, findings } = await judge({
    name: '报告.xlsx',
    bytes: await writeWorkbook(enteredSample),
    sha256: '',
  })
  const keys = ['newRequests.total', 'outcomes.granted.naturalPerson'].map(key => `requests.${key}`)
  const all = [...keys, 'proactiveDisclosure.administrativeFees.amount']
  for (const key of all)
    expect(report.figures.get(key)!.value).toBe(enteredSample.report.figures.get(key)!.value)
  expect(report.figures.get('proactiveDisclosure.normativeDocuments.issued')).toMatchObject({
    state: 'blank',
  })
  expect(new Set(report.losses.map(({ code }) => code))).toEqual(new Set(['entered-mark-dropped']))
  const said = findings.filter(({ check }) => check === 'cell-read-with-loss')
  expect(said.flatMap(({ cells }) => cells)).toEqual(expect.arrayContaining(all))
  expect(said.every(({ severity, message }) => severity === 'info' && message.zh.includes('标有“录”'))).toBe(
    true,
  )
})
