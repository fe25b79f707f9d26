import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskName, openDesk, readDesk } from '../../../../infra/local/desk/desk.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

test('what was said stands for whoever reads the outbox next', async () => {
  const outbox = await temporaryFolder()
  expect((await readDesk(outbox)).acts()).toEqual([])
  const desk = await openDesk(outbox)
  await desk.act('李四', [
    { kind: 'excluded', key: 'a.docx', reason: '试报' },
    { kind: 'entered', sha256: 's', cell: 'c', value: 3, reason: '扫描不清' },
    { kind: 'entered', sha256: 't', cell: 'c', value: 4, reason: '对照扫描件', crop: 'b'.repeat(64) },
    { kind: 'decided', finding: 'f', sha256: 's', decision: 'accepted', reason: '属实' },
    { kind: 'removed', key: 'b.zip' },
  ])
  const read = await readDesk(outbox)
  expect(read.excluded('a.docx')).toMatchObject({ reason: '试报', by: '李四' })
  expect(read.enteredOf('s')).toMatchObject([{ cell: 'c', value: 3, by: '李四', reason: '扫描不清' }])
  expect(read.enteredOf('t')).toMatchObject([{ cell: 'c', value: 4, crop: 'b'.repeat(64) }])
  expect(read.decisionsOf('s').get('f')).toMatchObject({ decision: 'accepted', by: '李四' })
  expect(['b.zip', 'b.zip!/x.docx', 'b.zipx'].map(read.removed)).toEqual([true, true, false])
  expect(read.acts()).toEqual(desk.acts())
})

test('acts asked for at the same time are all noted, each whole', async () => {
  const outbox = await temporaryFolder()
  const desk = await openDesk(outbox)
  const names = Array.from({ length: 50 }, (_, at) => `${at}.docx`)
  await Promise.all(names.map(key => desk.act('a', [{ kind: 'excluded', key, reason: 'r' }])))
  expect((await readDesk(outbox)).acts().map(act => 'key' in act && act.key)).toEqual(names)
})

test('what is half written at the end was never noted: it goes, and the next line is whole', async () => {
  const outbox = await temporaryFolder()
  const path = join(outbox, deskName)
  await (await openDesk(outbox)).act('a', [{ kind: 'excluded', key: 'a', reason: 'r' }])
  const whole = await readFile(path, 'utf8')
  for (let cut = 1; cut < whole.length; cut += 7) {
    await writeFile(path, whole + whole.slice(0, cut).trimEnd())
    expect(await readDesk(outbox)).toMatchObject({ unread: expect.anything() })
    const desk = await openDesk(outbox)
    await desk.act('b', [{ kind: 'included', key: 'a' }])
    const read = await readDesk(outbox)
    expect(read.acts().at(-1)).toMatchObject({ kind: 'included', by: 'b' })
    expect([read.acts().length, read.unread()]).toEqual([desk.acts().length, []])
  }
})

test.each([
  ['{"id":"1","at":"t","by":"a","kind":"excluded","key":"a","reason":"r'],
  ['{"id":"1","at":"t","by":"a","kind":"vanished","key":"a"}'],
  ['{"id":"1","at":"t","by":"a","kind":"excluded"}'],
  ['{"id":"1","at":"t","by":"a","kind":"placed","key":"a","unit":{}}'],
  ['{"id":"1","at":"t","by":"a","kind":"entered","sha256":"s","cell":"c","value":"abc","reason":"r"}'],
  ['nonsense'],
])('a line among others that cannot be read is told by its number: %s', async line => {
  const outbox = await temporaryFolder()
  const path = join(outbox, deskName)
  const desk = await openDesk(outbox)
  await desk.act('a', [{ kind: 'removed', key: 'b' }])
  await appendFile(path, `${line}\n`)
  await (await openDesk(outbox)).act('a', [{ kind: 'removed', key: 'c' }])
  const read = await readDesk(outbox)
  expect(read.acts()).toHaveLength(2)
  expect(read.unread()).toEqual([2])
})
