import { expect, test } from 'vitest'
import { captionYear } from '../../../lib/recognition/matches/years.ts'

test.each([
  ['2022年政府信息公开申请情况', 2022],
  ['主动公开政府信息情况（2022）', 2022],
  ['上年数据', 'last'],
])('a caption names the year of its table: %s', (caption, year) => {
  expect(captionYear(caption)).toBe(year)
})

test.each([
  '二、主动公开政府信息情况（国办公开办函〔2021〕30号）',
  '表式：国办公开办函[2021]30号',
  '国办公开办函（2019）60号',
])('the number of a notice is no year of a table: %s', caption => {
  expect(captionYear(caption)).toBeNull()
})
