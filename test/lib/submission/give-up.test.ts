import { expect, test } from 'vitest'
import { TransientFailure } from '../../../lib/submission/errors.ts'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { fakeConversion, fakePorts, readJson, uploadOf } from '../../support/submission.ts'

const base = '青禾县/年度报告.docx/v1'

test('leaves a reason, a copy, a receipt and Report Conversion Failed', async () => {
  const store = memoryStore()
  const ports = { ...fakePorts(), quarantine: { bucket: 'quarantine', store } }
  await giveUp(uploadOf(), retriesExhausted, ports)
  const { run } = await readJson(ports.outputs, `${base}/receipt.json`)
  expect(await readJson(ports.outputs, `${base}/${run}/failure.json`)).toMatchObject({
    failure: { code: 'retries-exhausted' },
  })
  expect(new TextDecoder().decode(store.objects.get(`${base}/年度报告.docx`)?.bytes)).toBe('one')
  expect(await readJson(ports.outputs, `${base}/receipt.json`)).toMatchObject({ outcome: 'failed' })
  expect(ports.bus.events).toMatchObject([
    {
      type: 'gongkai.report.conversion-failed.v1',
      data: {
        failure: { code: 'retries-exhausted' },
        quarantine: { bucket: 'quarantine', key: `${base}/年度报告.docx` },
      },
    },
  ])
})

test('a copy may stand under a prefix, and the event points there', async () => {
  const ports = fakePorts()
  await giveUp(uploadOf(), retriesExhausted, {
    ...ports,
    quarantine: { bucket: 'outputs', prefix: 'quarantine/', store: ports.outputs },
  })
  const key = `quarantine/${base}/年度报告.docx`
  expect(ports.outputs.objects.has(key)).toBe(true)
  expect(ports.bus.events).toMatchObject([{ data: { quarantine: { bucket: 'outputs', key } } }])
})

test('what was committed meanwhile stands, and its unsent event is sent', async () => {
  const ports = fakePorts()
  const deaf = {
    publish: async () => {
      throw new TransientFailure('no bus')
    },
  }
  await expect(processUpload(uploadOf(), { ...ports, bus: deaf })).rejects.toThrow('no bus')
  await giveUp(uploadOf(), retriesExhausted, ports)
  expect(ports.bus.events.map(event => event.type)).toEqual(['gongkai.report.validated.v1'])
  expect([...ports.outputs.objects.keys()].filter(key => key.endsWith('failure.json'))).toEqual([])
})

test('a replay that came as far as its result, and not to its word, is no failure', async () => {
  const ports = fakePorts()
  await processUpload(uploadOf(), ports)
  const bus = { publish: async () => Promise.reject(new TransientFailure('no bus')) }
  const convert = async () => fakeConversion(new Uint8Array(1))
  const replay = processUpload(uploadOf(), { ...ports, bus, convert }, { again: true })
  await expect(replay).rejects.toThrow('no bus')
  expect(await giveUp(uploadOf(), retriesExhausted, ports, { again: true })).toMatchObject({ own: false })
  expect(ports.bus.events.map(({ type }) => type.split('.')[2])).toEqual(['validated', 'validated'])
})

test('an upload that cannot be read is given up all the same', async () => {
  const get = async () => {
    throw new Error('access denied')
  }
  const ports = fakePorts({ uploads: { get } })
  await giveUp(uploadOf(), retriesExhausted, {
    ...ports,
    quarantine: { bucket: 'quarantine', store: memoryStore() },
  })
  expect(ports.bus.events).toMatchObject([{ data: { quarantine: null, upload: { size: 3, sha256: null } } }])
})

test('a lock file is not given up', async () => {
  const ports = fakePorts()
  expect(await giveUp(uploadOf({ key: '~$a.docx' }), retriesExhausted, ports)).toBeNull()
  expect(ports.bus.events).toEqual([])
})

test('after the cause is mended, converting again replaces the failure', async () => {
  const ports = fakePorts()
  await giveUp(uploadOf(), retriesExhausted, ports)
  await processUpload(uploadOf(), ports, { again: true })
  expect(await readJson(ports.outputs, `${base}/receipt.json`)).toMatchObject({ outcome: 'validated' })
  expect(ports.bus.events.map(event => event.type)).toEqual([
    'gongkai.report.conversion-failed.v1',
    'gongkai.report.validated.v1',
  ])
})
