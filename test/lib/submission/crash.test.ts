import { expect, test } from 'vitest'
import { processUpload } from '../../../lib/submission/process.ts'
import { Crash, type Fault, faultyPorts } from '../../support/faulty-ports.ts'
import { fakePorts, uploadOf, uploadsOf } from '../../support/submission.ts'
import { expectInvariants, watchedStore } from '../../support/submission-invariants.ts'

const freshPorts = (text: string) => ({
  ...fakePorts(),
  uploads: uploadsOf({ v1: text }),
  outputs: watchedStore(),
})

/** Counts the moments of a run and crashes at the one given, and at every later one: a dead process stays dead. */
const crashAt = (moment: number) => {
  let count = 0
  const fault: Fault = async () => {
    count += 1
    if (count >= moment) throw new Crash()
  }
  return { fault, moments: () => count }
}

const momentsOfACleanRun = async (text: string) => {
  const counter = crashAt(Number.POSITIVE_INFINITY)
  await processUpload(uploadOf(), faultyPorts(freshPorts(text), counter.fault))
  return counter.moments()
}

test.each([['one'], ['bad']])('%s: a crash at any moment is repaired by the next try', async text => {
  const moments = await momentsOfACleanRun(text)
  expect(moments).toBeGreaterThanOrEqual(2 * 8)
  for (let moment = 1; moment <= moments; moment += 1) {
    const ports = freshPorts(text)
    await expect(processUpload(uploadOf(), faultyPorts(ports, crashAt(moment).fault))).rejects.toThrow(Crash)
    await processUpload(uploadOf(), ports)
    expectInvariants([uploadOf()], ports.outputs, ports.bus.events)
  }
})

test('two crashes at any two moments are repaired by the third try', async () => {
  const moments = await momentsOfACleanRun('one')
  for (let first = 1; first <= moments; first += 1)
    for (let second = 1; second <= moments; second += 1) {
      const ports = freshPorts('one')
      for (const moment of [first, second])
        await processUpload(uploadOf(), faultyPorts(ports, crashAt(moment).fault)).catch(() => undefined)
      await processUpload(uploadOf(), ports)
      expectInvariants([uploadOf()], ports.outputs, ports.bus.events)
    }
})
