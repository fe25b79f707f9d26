import { expect, test } from 'vitest'
import type { ReadLine } from '../../../../lib/scans/assembly/read-page.ts'
import { titleBox } from '../../../../lib/scans/assembly/title-box.ts'

const line = (text: string, top: number, left = 100): ReadLine => ({
  ...{ text, box: { left, top, right: left + 300, bottom: top + 20 } },
  place: [left, top, left + 300, top + 20],
})

const running =
  '本报告根据《中华人民共和国政府信息公开条例》的要求，由青禾县人民政府办公室编制，全文如下，请予监督'

test('the lines that print a title: name above, year below, a slip in its words', () => {
  const lines = [
    line('青禾县人民政府', 100),
    line('政府信恩公开工作年度报告', 130),
    line('（2023年度）', 160, 180),
    line(running, 200),
  ]
  expect(titleBox(lines)).toEqual({ left: 92, top: 92, right: 488, bottom: 188 })
})

test('running text above it is not shown, nor is anything where there is no title', () => {
  const lines = [line(running, 60), line('青禾县人民政府2023年', 100), line('政府信息公开工作年度报告', 130)]
  expect(titleBox(lines)).toMatchObject({ top: 92, bottom: 158 })
  expect(titleBox([line(running, 60), line('联系电话', 100)])).toBeNull()
  expect(titleBox([])).toBeNull()
})
