import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeadlineReached, reserveMs, startDeadline, withDeadline } from '../../functions/deadline.ts'
import { processUpload } from '../../lib/submission/process.ts'
import { fakeConversion, fakePorts, uploadOf } from '../support/submission.ts'
import { oracle } from '../support/submission-oracle.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const lambdaClock = (timeoutMs: number) => {
  const end = Date.now() + timeoutMs
  return () => end - Date.now()
}

test('a step that hangs is left five seconds before the timeout', async () => {
  const deadline = startDeadline(lambdaClock(60_000))
  let stopped = false
  const hanging = deadline
    .within(() => new Promise(() => undefined))
    .catch(error => {
      stopped = error instanceof DeadlineReached
    })
  await vi.advanceTimersByTimeAsync(60_000 - reserveMs - 1)
  expect(stopped).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(stopped).toBe(true)
  await hanging
})

test('after a computation that held the thread nothing further begins', async () => {
  const seen = oracle()
  const ports = { ...fakePorts(), outputs: seen.outputs, bus: seen.bus }
  const deadline = startDeadline(lambdaClock(60_000))
  const convert = async ({ bytes }: { bytes: Uint8Array }) => {
    vi.setSystemTime(Date.now() + 58_000)
    return fakeConversion(bytes)
  }
  const held = withDeadline({ ...ports, convert }, deadline)
  await expect(processUpload(uploadOf(), held)).rejects.toThrow(DeadlineReached)
  expect(ports.outputs.objects.size).toBe(0)
  await processUpload(uploadOf(), ports)
  seen.atTheEnd([uploadOf()])
  expect(seen.broken).toEqual([])
  expect(seen.events).toHaveLength(1)
})

test('in time, everything passes; cleared, no timer is left', async () => {
  const deadline = startDeadline(lambdaClock(60_000))
  expect(await deadline.within(async () => 'done')).toBe('done')
  deadline.clear()
  expect(vi.getTimerCount()).toBe(0)
})
