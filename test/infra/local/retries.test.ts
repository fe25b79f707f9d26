import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { notStarted } from '../../../infra/local/pool/failures.ts'
import { NotBegun, openRetries } from '../../../infra/local/service/retries.ts'
import { PermanentFailure } from '../../../lib/submission/errors.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const opened = () => {
  const [again, said, holds]: [string[], string[], boolean[]] = [[], [], []]
  const retries = openRetries({
    again: key => again.push(key),
    hold: held => holds.push(held),
    say: line => said.push(line),
    firstPauseMs: 100,
  })
  return { retries, again, said, holds }
}
const failing = (code: string) =>
  new PermanentFailure('a', { cause: Object.assign(new Error(code), { code }) })

test('what stops every file is said once, holds all, and is tried again after longer and longer pauses', () => {
  const { retries, again, said, holds } = opened()
  for (const key of ['a', 'b', 'c']) retries.failed(key, failing('ENOSPC'))
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/磁盘已满.*不必重启/)
  expect(retries.held()).toBe(true)
  vi.advanceTimersByTime(100)
  expect(again.splice(0)).toEqual(['a', 'b', 'c'])
  expect(holds).toEqual([true, false])
  for (const pause of [200, 400]) {
    retries.failed('a', failing('ENOSPC'))
    vi.advanceTimersByTime(pause - 1)
    expect(again).toEqual([])
    vi.advanceTimersByTime(1)
    expect(again.splice(0)).toEqual(['a'])
  }
  retries.done('a', true)
  expect(said).toHaveLength(2)
  expect(said[1]).toContain('又能写入')
})

test('a file that was not begun meanwhile waits with the others, without a word', () => {
  const { retries, again, said } = opened()
  retries.failed('a', failing('EROFS'))
  retries.failed('全市.zip', new NotBegun())
  vi.advanceTimersByTime(100)
  expect(again).toEqual(['a', '全市.zip'])
  expect(said).toHaveLength(1)
})

test('what stops one file holds no other', () => {
  const { retries, again, said } = opened()
  retries.failed('a', failing('ENAMETOOLONG'))
  expect(retries.held()).toBe(false)
  vi.advanceTimersByTime(100)
  retries.failed('a', failing('ENAMETOOLONG'))
  expect(said).toHaveLength(1)
  vi.advanceTimersByTime(199)
  expect(again).toEqual(['a'])
  vi.advanceTimersByTime(1)
  expect(again).toEqual(['a', 'a'])
})

test('a system that starts no process is no fault of the file', () => {
  const { retries, said } = opened()
  retries.failed('a', notStarted(Object.assign(new Error('no'), { code: 'EAGAIN' })))
  expect(retries.held()).toBe(true)
  expect(said[0]).toMatch(/无法启动转换进程（EAGAIN）.*自动再试/)
})
