import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { convert } from '../../../lib/convert.ts'
import { drawReport, reportHtml } from '../../support/form-html.ts'

const mobile = '13812345678'
const identity = '11010519491231002X'

/** A report with the numbers in every place there is: titles, text, a heading, cells with and without figures, what is lost. */
const everywhere = reportHtml(
  drawReport('2021', {
    'requests.newRequests.naturalPerson': `0（联系人张三，手机${mobile}）`,
    'requests.carriedOver.total': identity,
  }),
)
  .replace('<title>报告', `<title>报告（联系人张三，手机${mobile}）`)
  .replace('年度报告</h1>', `年度报告（联系人张三，手机${mobile}）</h1>`)
  .replace(
    '各项工作平稳有序。',
    `各项工作平稳有序，申请人李四（身份证号${identity}）、张三（${mobile}）收到申请3件。`,
  )
  .replace(
    '一、总体情况</p>',
    `一、总体情况（手机：${mobile}）</p><p style="display:none">联系人手机${mobile}</p>` +
      `<p>${'联'.repeat(20)}，联系人手机138-1234-5678，身份证${identity.slice(0, 6)} ${identity.slice(6, 14)} ${identity.slice(14)}</p>` +
      `<table><tr><td>姓名</td><td>手机</td><td>证件号</td></tr><tr><td>张三</td><td>${mobile}</td><td>${identity}</td></tr></table>`,
  )

const textsOf = (bytes: Uint8Array): string =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? Object.values(unzipSync(bytes))
        .map(part => strFromU8(part))
        .join('\n')
    : new TextDecoder().decode(bytes)

test('no output repeats a number of a person beyond its last two digits', async () => {
  const { outputs, findings } = await convert({
    name: '年报.html',
    bytes: new TextEncoder().encode(everywhere),
    sha256: 'a'.repeat(64),
  })
  for (const [role, bytes] of Object.entries(outputs)) {
    // Stars stand for what is hidden; what is left of a number is at most two digits long.
    const plain = textsOf(bytes).replace(/(?<=\d)[-\s*](?=\d)/gu, '')
    for (const number of [mobile, identity])
      for (let at = 0; at + 5 <= number.length; at++)
        expect([role, at, plain.includes(number.slice(at, at + 5))]).toEqual([role, at, false])
  }
  expect(JSON.stringify(JSON.parse(textsOf(outputs.json)).report.preamble)).toContain('*********78')
  const found = findings.filter(({ check }) => check === 'personal-data')
  expect(found).toMatchObject([{ severity: 'warning' }])
  expect(textsOf(outputs.page)).toContain('末两位 78')
})
