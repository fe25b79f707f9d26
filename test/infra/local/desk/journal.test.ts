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
    { kind: 'decided', finding: 'f', sha256: 's', decision: 'accepted', reason: '属实' },
    { kind: 'removed', key: 'b.zip' },
  ])
  const read = await readDesk(outbox)
  expect(read.excluded('a.docx')).toMatchObject({ reason: '试报', by: '李四' })
  expect(read.enteredOf('s')).toMatchObject([{ cell: 'c', value: 3, by: '李四', reason: '扫描不清' }])
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

test('a line that is only half there is none, and the next one is whole', async () => {
  const outbox = await temporaryFolder()
  const path = join(outbox, deskName)
  await (await openDesk(outbox)).act('a', [{ kind: 'excluded', key: 'a', reason: 'r' }])
  const whole = await readFile(path, 'utf8')
  for (let cut = 1; cut < whole.length; cut += 7) {
    await writeFile(path, whole)
    await appendFile(path, whole.slice(0, cut).trimEnd())
    const desk = await openDesk(outbox)
    const before = desk.acts().length
    await desk.act('b', [{ kind: 'included', key: 'a' }])
    const read = (await readDesk(outbox)).acts()
    expect(read).toHaveLength(before + 1)
    expect(read.at(-1)).toMatchObject({ kind: 'included', by: 'b' })
  }
})
