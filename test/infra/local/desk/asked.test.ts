import { expect, test } from 'vitest'
import { readAsked } from '../../../../infra/local/desk/asked.ts'

const facts = {
  hasKey: (key: string) => ['a.docx', 'b.docx'].includes(key),
  hasFile: (sha256: string) => sha256 === 's',
  hasUnit: (unit: string) => unit === 'u1',
}
const cell = 'requests.newRequests.naturalPerson'

const read = (act: unknown, by: unknown = '张三') => readAsked({ by, acts: [act] }, facts)

test.each([
  { kind: 'excluded', key: 'a.docx', reason: '重复报送' },
  { kind: 'removed', key: 'a.docx' },
  { kind: 'placed', key: 'a.docx', unit: 'u1' },
  { kind: 'placed', key: 'a.docx', unit: null },
  { kind: 'replaces', key: 'b.docx', of: 'a.docx' },
  { kind: 'decided', finding: 'f', sha256: 's', decision: 'explained', reason: '已说明' },
  { kind: 'decided', finding: 'f', sha256: null, decision: 'rejected', reason: '不成立' },
  { kind: 'entered', sha256: 's', cell, value: 3, reason: '扫描不清' },
  { kind: 'entered', sha256: 's', cell, value: null, reason: '原件空白' },
  { kind: 'entered', sha256: 's', cell, value: 3, reason: '对照扫描件', crop: 'a'.repeat(64) },
  { kind: 'named', sha256: 's', named: { authority: '青禾县数据局', year: 2023 }, crop: 'a'.repeat(64) },
  { kind: 'named', sha256: 's', named: null },
  { kind: 'entered', sha256: 's', cell, value: null, dash: true, reason: '原件为横线' },
])('%o is taken as it is', act => {
  expect(read(act)).toEqual({ by: '张三', acts: [act] })
})

test.each([
  [{ kind: 'excluded', key: 'c.docx', reason: 'x' }, '没有“c.docx”这份文件'],
  [{ kind: 'excluded', key: 'a.docx', reason: '  ' }, '请填写理由'],
  [{ kind: 'excluded', key: 'a.docx' }, '请填写理由'],
  [{ kind: 'excluded', key: 'a.docx', reason: '长'.repeat(501) }, '不超过 500 字'],
  [{ kind: 'placed', key: 'a.docx', unit: 'u9' }, '名册里没有单位“u9”'],
  [{ kind: 'replaces', key: 'a.docx', of: 'a.docx' }, '无法识别'],
  [{ kind: 'decided', finding: 'f', sha256: 'other', decision: 'accepted', reason: 'x' }, '已被换成另一份'],
  [{ kind: 'decided', finding: 'f', sha256: 's', decision: 'accepted', reason: '' }, '请填写理由'],
  [{ kind: 'decided', finding: 'f', sha256: 's', decision: 'maybe', reason: 'x' }, '无法识别'],
  [{ kind: 'entered', sha256: 's', cell: 'nowhere', value: 1, reason: 'x' }, '没有“nowhere”这一格'],
  [{ kind: 'entered', sha256: 's', cell, value: 1.5, reason: 'x' }, '整数'],
  [{ kind: 'entered', sha256: 's', cell, value: -1, reason: 'x' }, '负数'],
  [{ kind: 'entered', sha256: 's', cell, value: '3', reason: 'x' }, '不是数字'],
  [{ kind: 'entered', sha256: 's', cell, value: 1e15, reason: 'x' }, '不是数字'],
  [{ kind: 'entered', sha256: 's', cell, value: 1, reason: '' }, '请填写理由'],
  [{ kind: 'entered', sha256: 's', cell, value: 1, reason: 'x', crop: 'A'.repeat(64) }, '无法识别'],
  [{ kind: 'named', sha256: 's', named: { authority: '', year: 2023 } }, '四位数的报告年度'],
  [{ kind: 'named', sha256: 's', named: { authority: '某局', year: 23 } }, '四位数的报告年度'],
  [{ kind: 'named', sha256: 's', named: { authority: '某局', year: '2023' } }, '无法识别'],
  [{ kind: 'named', sha256: 'other', named: null }, '已被换成另一份'],
  [{ kind: 'dropped', key: 'a.docx' }, '无法识别'],
  [null, '无法识别'],
])('%o is refused in words', (act, words) => {
  expect(read(act)).toMatchObject({ problem: { zh: expect.stringContaining(words) } })
})

test('who does it gives a name, and a body is what it should be', () => {
  for (const by of ['', '  ', undefined, 'inbox', 3])
    expect(read({ kind: 'removed', key: 'a.docx' }, by === undefined ? null : by)).toMatchObject({
      problem: { zh: '请填写经办人姓名。' },
    })
  for (const body of [undefined, null, 'x', [], { by: 'x' }, { by: 'x', acts: [] }, { by: 'x', acts: {} }])
    expect(readAsked(body, facts)).toMatchObject({ problem: { zh: expect.stringContaining('无法识别') } })
  expect(read({ kind: 'included', key: 'a.docx' }, ' 张三 ')).toMatchObject({ by: '张三' })
})

test('without a roster no unit can be said', () => {
  const asked = { by: '张三', acts: [{ kind: 'placed', key: 'a.docx', unit: 'u1' }] }
  expect(readAsked(asked, { ...facts, hasUnit: () => null })).toMatchObject({
    problem: { zh: expect.stringContaining('还没有名册') },
  })
})
