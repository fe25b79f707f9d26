import { beforeAll, describe, expect, test } from 'vitest'
import { seasonWorkbook } from '../../lib/series/workbook/index.ts'
import { faultySeason, viewOf } from '../lib/series/workbook/view.ts'
import { edited, noSpreadsheet, shown, withoutResults } from './libreoffice.ts'

describe.skipIf(noSpreadsheet)('the workbook of a season in a spreadsheet program', () => {
  let workbook: Uint8Array
  beforeAll(async () => {
    workbook = await seasonWorkbook(await viewOf(faultySeason()))
  })

  test('every sum, count and difference computes to the result that was stored', async () => {
    const stored = await shown(workbook)
    const computed = await shown(withoutResults(workbook))
    expect([...computed.keys()]).toContain('合计 表三 2023')
    for (const [name, cells] of computed) expect([name, cells]).toEqual([name, stored.get(name)])
  })

  test('a number that is filled in runs through to sums, counts and differences', async () => {
    const before = await shown(withoutResults(workbook))
    const filled = withoutResults(
      edited(workbook, (xml, part) =>
        part.endsWith('sheet6.xml')
          ? xml.replace(/<c r="Q6" s="(\d+)" t="s"><v>\d+<\/v>/, '<c r="Q6" s="$1"><v>1000</v>')
          : xml,
      ),
    )
    const after = await shown(filled)
    const changes = [...before].flatMap(([name, rows]) =>
      rows.flatMap((row, at) =>
        row.flatMap((cell, column) => {
          const now = after.get(name)![at]?.[column]
          return cell === now ? [] : [`${name}: ${cell} → ${now}`]
        }),
      ),
    )
    expect(changes).toMatchInlineSnapshot(`
      [
        "上下级: 39 → 1039",
        "上下级: +20 → -980",
        "上下级: 1 → 0",
        "上下级: 待核 → 少于下级之和",
        "各单位 2023: （空白） → 1000",
        "合计 表三 2023: 162 → 1162",
        "合计 表三 2023: 1 家无数 → ·",
      ]
    `)
  })
})
