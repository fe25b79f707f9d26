import { describe, expect, it } from 'vitest'
import { figureColumns } from '../../../../lib/writers/figure-table.ts'
import { stateWords } from '../../../../lib/writers/words.ts'
import { columnLetters } from '../../../../lib/writers/workbook/address.ts'
import { samples } from '../samples.ts'
import { opened, partsOf } from './open.ts'

describe('the tidy sheet', () => {
  for (const name of ['clean', 'faulty', 'blank'])
    it(`${name}: reads back as the report's figures, no more and no fewer`, async () => {
      const { report } = samples[name]!
      const sheet = (await opened(samples[name]!)).getWorksheet('数据')!
      const head = (sheet.getRow(1).values as string[]).map(value => value?.split(' ').slice(1).join(' '))
      const column = (title: string) => head.indexOf(title)
      const states = new Map(Object.entries(stateWords).map(([state, { zh }]) => [zh, state]))
      const read = new Map<string, unknown>()
      sheet.eachRow((row, number) => {
        if (number === 1) return
        const at = (title: string) => row.getCell(column(title)).value
        expect(at('Authority')).toBe(report.authority)
        expect(at('Year')).toBe(report.year)
        expect([at('Table key'), at('Row key'), at('Column key')].filter(Boolean).join('.')).toBe(
          at('Figure key'),
        )
        read.set(String(at('Figure key')), [
          at('Value'),
          states.get(String(at('State'))),
          at('Printed'),
          at('Unit'),
        ])
      })
      const expected = [...report.figures.values()].map(({ key, value, state, text, unit }) => [
        key,
        [value, state, text === '' ? null : text, unit ?? null],
      ])
      expect([...read]).toEqual(expected)
    })

  it('is an Excel table whose columns are those of its first row', async () => {
    const parts = await partsOf(samples['clean']!)
    const sheet = (await opened(samples['clean']!)).getWorksheet('数据')!
    const table = parts.get('xl/tables/table1.xml')!
    expect(table).toContain(`ref="A1:${columnLetters(figureColumns.length)}201"`)
    const names = [...table.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual((sheet.getRow(1).values as string[]).slice(1))
    expect(new Set(names).size).toBe(names.length)
  })
})
