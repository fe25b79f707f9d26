import { expect, test } from 'vitest'
import { growthClaimsIn, isTrue } from '../../../lib/series/growth-claims.ts'

const claimsIn = (text: string) =>
  growthClaimsIn([text]).map(({ now, up, by, measure }) => [now, up ? '+' : '-', by, measure])

test.each([
  ['全年共收到依申请公开32件，同比下降15.8%，上年结转2件', [[32, '-', '15.8', 'percent']]],
  ['全年共收到政府信息公开申请３２ 件，同比下降15.8%', [[32, '-', '15.8', 'percent']]],
  ['新收政府信息公开申请44件（比上年增加5件）', [[44, '+', '5', 'count']]],
  ['受理申请20件，较去年减少了3件', [[20, '-', '3', 'count']]],
  ['收到申请20件，同比增长约10%', []],
  ['收到申请20件，其中自然人18件，同比增长10%', []],
  ['收到申请20件，网站访问量同比增长10%', []],
  ['收到申请20件，占比较上年提高10%', []],
])('%s', (text, claims) => {
  expect(claimsIn(text)).toEqual(claims)
})

test('a percentage may be rounded or cut off, and its direction counts', () => {
  const claim = (now: number, by: string, up = true) => ({
    now,
    up,
    by,
    measure: 'percent' as const,
    quote: '',
  })
  expect(isTrue(claim(44, '10'), 40)).toBe(true)
  expect(isTrue(claim(44, '10', false), 40)).toBe(false)
  expect(isTrue(claim(5, '66.7'), 3)).toBe(true)
  expect(isTrue(claim(5, '66.6'), 3)).toBe(true)
  expect(isTrue(claim(5, '66.5'), 3)).toBe(false)
  expect(isTrue(claim(32, '15.8', false), 38)).toBe(true)
  expect(isTrue(claim(40, '0'), 40)).toBe(true)
})
