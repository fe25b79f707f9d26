import { describe, expect, test } from 'vitest'
import { retriesExhausted } from '../../../lib/submission/failures.ts'
import { giveUp } from '../../../lib/submission/give-up.ts'
import { historyOf } from '../../../lib/submission/history.ts'
import { receiptKey } from '../../../lib/submission/keys.ts'
import type { Ports } from '../../../lib/submission/ports.ts'
import { processUpload } from '../../../lib/submission/process.ts'
import { parseReceipt, type Receipt } from '../../../lib/submission/receipt.ts'
import { Crash, faultyPorts } from '../../support/faulty-ports.ts'
import { memoryStore } from '../../support/memory-store.ts'
import {
  builtIn,
  type FakePorts,
  fakeConversion,
  fakePorts,
  findingOf,
  readJson,
  sha256,
  uploadOf,
} from '../../support/submission.ts'

const another: Ports['convert'] = async ({ bytes }) => fakeConversion(bytes, [findingOf()])
const changed = (ports: FakePorts, year = '2025') => ({
  ...ports,
  converter: builtIn(year),
  convert: async (input: Parameters<Ports['convert']>[0]) => {
    const conversion = await another(input)
    return { ...conversion, outputs: { ...conversion.outputs, json: new TextEncoder().encode(year) } }
  },
})

const receiptIn = async ({ outputs }: Pick<Ports, 'outputs'>): Promise<Receipt> =>
  parseReceipt((await outputs.get(receiptKey(uploadOf())))!.bytes)

const expectTrue = async ({ outputs }: Pick<Ports, 'outputs'>, receipt: Receipt) => {
  for (const file of receipt.outputs) expect(sha256((await outputs.get(file.key))!.bytes)).toBe(file.sha256)
}

const again = { again: true }

describe('a replay', () => {
  test('that fails at any step leaves a receipt that is true, the old one or the new one, and a retry ends it', async () => {
    let moments = 0
    const counting = fakePorts()
    await processUpload(uploadOf(), counting)
    await processUpload(
      uploadOf(),
      faultyPorts(changed(counting), async () => {
        moments += 1
      }),
      again,
    )
    expect(moments).toBeGreaterThan(20)
    for (let crash = 1; crash <= moments; crash += 1) {
      const ports = fakePorts()
      await processUpload(uploadOf(), ports)
      const before = await receiptIn(ports)
      let moment = 0
      const faulty = faultyPorts(changed(ports), async () => {
        moment += 1
        if (moment >= crash) throw new Crash()
      })
      await expect(processUpload(uploadOf(), faulty, again)).rejects.toThrow(Crash)
      await expectTrue(ports, before)
      await expectTrue(ports, await receiptIn(ports))
      await processUpload(uploadOf(), changed(ports), again)
      const after = await receiptIn(ports)
      await expectTrue(ports, before)
      await expectTrue(ports, after)
      expect(after.run).not.toBe(before.run)
      expect(new Set(ports.bus.events.map(({ id }) => id))).toEqual(
        new Set([before.event!.id, after.event!.id]),
      )
      expect((await historyOf(uploadOf(), ports.outputs)).map(({ run }) => run)).toEqual([before.run])
    }
  })

  test('with the same result tells the same id and time again, and says so; also after another build', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    const later = { ...ports, now: () => new Date('2024-06-01T00:00:00Z') }
    await processUpload(uploadOf(), later, again)
    await processUpload(uploadOf(), { ...later, converter: builtIn('2025') }, again)
    const [first, second, third] = ports.bus.events
    expect(first!.retold).toBeUndefined()
    for (const event of [second, third])
      expect(event).toMatchObject({ id: first!.id, time: first!.time, retold: true })
    expect((await receiptIn(ports)).converter).toEqual(builtIn('2025'))
  })

  test('with a changed result has a new id, though the version of the program is the same', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    await processUpload(uploadOf(), changed(ports), again)
    const [first, second] = ports.bus.events
    expect(first!.data.converter.version).toBe(second!.data.converter.version)
    expect(second!.id).not.toBe(first!.id)
    expect(second!.data).toMatchObject({ replaces: { run: first!.data.run, event: first!.id } })
  })

  test('of an older program never replaces what a newer one made, whenever it began', async () => {
    const ports = fakePorts({ converter: builtIn('2023') })
    await processUpload(uploadOf(), ports)
    const inFlight: Ports = {
      ...ports,
      convert: async input => {
        await processUpload(uploadOf(), changed(ports), again)
        return another(input)
      },
    }
    const processed = await processUpload(uploadOf(), inFlight, again)
    expect(processed).toMatchObject({ repeated: true, receipt: { converter: builtIn('2025') } })
    const begunLater = await processUpload(uploadOf(), ports, again)
    expect(begunLater).toMatchObject({ repeated: true, receipt: { converter: builtIn('2025') } })
    expect((await receiptIn(ports)).converter).toEqual(builtIn('2025'))
  })

  test('takes the place of a failure, whichever program wrote that', async () => {
    const ports = fakePorts({ converter: builtIn('2025') })
    await giveUp(uploadOf(), retriesExhausted, ports)
    await processUpload(uploadOf(), { ...ports, converter: builtIn('2024') }, again)
    expect((await receiptIn(ports)).outcome).toBe('validated')
  })
})

describe('a build that is withdrawn', () => {
  const withdraw = builtIn('2025').build

  test('gives way to the run before it, which is told as news', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    const good = await receiptIn(ports)
    await processUpload(uploadOf(), changed(ports), again)
    const bad = await receiptIn(ports)
    const back = await processUpload(uploadOf(), ports, { again: true, withdraw })
    expect(back).toMatchObject({ repeated: false, receipt: { run: good.run, outputs: good.outputs } })
    const [first, second, third] = ports.bus.events
    expect(new Set([first!.id, second!.id, third!.id]).size).toBe(3)
    expect(third!.data).toMatchObject({ run: good.run, replaces: { run: bad.run, event: bad.event!.id } })
    await processUpload(uploadOf(), ports, { again: true, withdraw })
    expect(ports.bus.events).toHaveLength(3)
  })

  test('is converted again by the program there is, though that is older, where nothing was before it', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), changed(ports))
    await processUpload(uploadOf(), ports, { again: true, withdraw })
    expect((await receiptIn(ports)).converter).toEqual(builtIn('2024'))
    expect(ports.bus.events).toHaveLength(2)
  })

  test('does not touch what another build made', async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    expect(await processUpload(uploadOf(), ports, { again: true, withdraw })).toMatchObject({
      repeated: true,
    })
    expect(ports.bus.events).toHaveLength(1)
  })

  test('goes back also after a crash at any step', async () => {
    for (let crash = 1; ; crash += 1) {
      const ports = fakePorts()
      await processUpload(uploadOf(), ports)
      const good = await receiptIn(ports)
      await processUpload(uploadOf(), changed(ports), again)
      let moment = 0
      const faulty = faultyPorts(ports, async () => {
        moment += 1
        if (moment >= crash) throw new Crash()
      })
      const done = await processUpload(uploadOf(), faulty, { again: true, withdraw }).catch(() => null)
      await processUpload(uploadOf(), ports, { again: true, withdraw })
      expect((await receiptIn(ports)).run).toBe(good.run)
      expect(new Set(ports.bus.events.map(({ id }) => id)).size).toBe(3)
      if (done) return
    }
  })
})

describe('a replay that is given up', () => {
  const failed = async () => {
    const ports = fakePorts()
    await processUpload(uploadOf(), ports)
    const quarantine = { bucket: 'outputs', prefix: 'quarantine/', store: ports.outputs }
    return { ports: { ...ports, quarantine }, before: await receiptIn(ports) }
  }

  test('is told beside the result, which goes on standing; the copy is kept', async () => {
    const { ports, before } = await failed()
    const given = await giveUp(uploadOf(), retriesExhausted, ports, again)
    expect(given).toMatchObject({ own: true, receipt: { outcome: 'failed' } })
    expect(await receiptIn(ports)).toEqual(before)
    await expectTrue(ports, before)
    expect(ports.bus.events.at(-1)).toMatchObject({
      type: 'gongkai.report.conversion-failed.v1',
      data: { stands: { run: before.run, event: before.event!.id }, run: given!.receipt.run },
    })
    expect(await readJson(ports.outputs, 'quarantine/青禾县/年度报告.docx/v1.json')).toMatchObject({
      state: 'open',
      copy: 'quarantine/青禾县/年度报告.docx/v1/年度报告.docx',
    })
  })

  test('twice is told twice under one id', async () => {
    const { ports } = await failed()
    await giveUp(uploadOf(), retriesExhausted, ports, again)
    await giveUp(uploadOf(), retriesExhausted, ports, again)
    const [, first, second] = ports.bus.events
    expect(second).toEqual({ ...first, retold: true })
  })

  test('is told though the process died in between, at any step', async () => {
    for (let crash = 1; ; crash += 1) {
      const { ports, before } = await failed()
      let moment = 0
      const faulty = faultyPorts(ports, async () => {
        moment += 1
        if (moment >= crash) throw new Crash()
      })
      const done = await giveUp(uploadOf(), retriesExhausted, faulty, again).catch(() => null)
      await giveUp(uploadOf(), retriesExhausted, ports, again)
      expect(await receiptIn(ports)).toEqual(before)
      expect(new Set(ports.bus.events.map(({ id }) => id)).size).toBe(2)
      if (done) return
    }
  })

  test('what was not told of it is told by the next delivery of the upload', async () => {
    const { ports } = await failed()
    const deaf = { publish: async () => Promise.reject(new Error('no bus')) }
    await expect(giveUp(uploadOf(), retriesExhausted, { ...ports, bus: deaf }, again)).rejects.toThrow(
      'no bus',
    )
    await processUpload(uploadOf(), ports)
    await processUpload(uploadOf(), ports)
    expect(ports.bus.events.map(({ type }) => type)).toEqual([
      'gongkai.report.validated.v1',
      'gongkai.report.conversion-failed.v1',
    ])
  })

  test('is settled by the next one that comes to a result, and nothing of it stands beside that', async () => {
    const { ports } = await failed()
    await giveUp(uploadOf(), retriesExhausted, ports, again)
    await processUpload(uploadOf(), changed(ports) as typeof ports, again)
    const receipt = await receiptIn(ports)
    expect(await readJson(ports.outputs, 'quarantine/青禾县/年度报告.docx/v1.json')).toMatchObject({
      state: 'settled',
      settledBy: { run: receipt.run },
    })
    const beside = [...ports.outputs.objects.keys()].filter(key => key.includes(`/${receipt.run}/`))
    expect(beside.toSorted()).toEqual(receipt.outputs.map(({ key }) => key).toSorted())
  })
})

test('a receipt from before there were runs is replaced, kept as history and gone back to', async () => {
  const ports = fakePorts({ outputs: memoryStore() })
  await processUpload(uploadOf(), ports)
  const { run, converter, ...receipt } = await receiptIn(ports)
  const { build, builtAt, ...named } = converter
  const { data, ...event } = receipt.event!
  const old = { ...receipt, converter: named, event: { ...event, data: { ...data, run: undefined } } }
  await ports.outputs.put(receiptKey(uploadOf()), new TextEncoder().encode(JSON.stringify(old)))
  await processUpload(uploadOf(), changed(ports), again)
  expect((await historyOf(uploadOf(), ports.outputs)).map(one => one.run)).toEqual([undefined])
  const back = await processUpload(uploadOf(), ports, { again: true, withdraw: builtIn('2025').build })
  expect(back).toMatchObject({ receipt: { outputs: receipt.outputs, outcome: 'validated' } })
  expect([run, build, builtAt]).not.toContain(undefined)
})
