import { afterEach, expect, test, vi } from 'vitest'
import { failureOf, WorkerEnded } from '../../../infra/local/pool/failures.ts'
import { startMember } from '../../../infra/local/pool/member.ts'
import { openPool, type Pool, type PoolOptions } from '../../../infra/local/pool/pool.ts'
import type { Stage } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/model/problems.ts'
import { sha256 } from '../../support/submission.ts'
import { until } from '../../support/until.ts'

const script = new URL('../../support/fake-worker.ts', import.meta.url)
let pool: Pool
const open = (options: Partial<PoolOptions> = {}) => {
  pool = openPool({ size: 2, script, ...options })
}
const convert = (text: string, begins?: (stage: Stage) => void) => {
  const bytes = new TextEncoder().encode(text)
  return pool.convert({ name: 'a.docx', bytes, sha256: sha256(bytes) }, begins)
}
const failureCode = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    reason => reason,
  )
  expect(error).toBeInstanceOf(WorkerEnded)
  return failureOf(error).code
}
afterEach(() => {
  vi.useRealTimers()
  return pool.close()
})

test('converts more files than it has workers, each answer to its own file', async () => {
  open()
  const texts = ['slow one', 'two', 'three', 'slow four', 'five', 'six']
  const answers = await Promise.all(texts.map(text => convert(text)))
  answers.forEach((answer, index) => {
    expect(new TextDecoder().decode(answer.outputs.json)).toContain(
      sha256(new TextEncoder().encode(texts[index])),
    )
  })
})

test('a refusal comes back as the Problem it was', async () => {
  open()
  const refused = convert('bad')
  await expect(refused).rejects.toBeInstanceOf(Problem)
  await expect(refused).rejects.toMatchObject({ code: 'not-a-report', remedy: { zh: '请检查文件。' } })
})

test('a fault of the converter comes back with its name, and the failure made of it holds no text of the document', async () => {
  open()
  const error = await convert('bug').catch(reason => reason)
  expect(error).toMatchObject({ name: 'RangeError', message: 'what the document says' })
  expect(JSON.stringify(failureOf(error))).toContain('RangeError')
  expect(JSON.stringify(failureOf(error))).not.toContain('document says')
})

test('a file that never ends is stopped; those beside it and after it are converted', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  open({ size: 2, deadlineMs: 60_000 })
  const { promise: begun, resolve } = Promise.withResolvers<void>()
  const spinning = failureCode(convert('spin', stage => stage === 'checking' && resolve()))
  await expect(convert('one')).resolves.toMatchObject({ verdict: 'valid' })
  await begun
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await spinning).toBe('out-of-time')
  await expect(Promise.all(['a', 'b', 'c'].map(text => convert(text)))).resolves.toHaveLength(3)
})

test('a file that takes all memory costs its worker only', async () => {
  open({ size: 1, heapMb: 32 })
  expect(await failureCode(convert('hog'))).toBe('out-of-memory')
  await expect(convert('one')).resolves.toMatchObject({ verdict: 'valid' })
})

test('a worker that dies is replaced', async () => {
  open({ size: 1 })
  const [died, next] = [convert('die'), convert('one')]
  expect(await failureCode(died)).toBe('worker-died')
  await expect(next).resolves.toMatchObject({ verdict: 'valid' })
})

test('a worker that the system kills costs its file only, which is tried once more', async () => {
  open({ size: 1 })
  const [killed, next] = [convert('kill'), convert('one')]
  expect(await failureCode(killed)).toBe('worker-died')
  await expect(next).resolves.toMatchObject({ verdict: 'valid' })
})

test('what cannot be started is said to be so', async () => {
  open({ size: 1, script: new URL('./no-such-worker.ts', import.meta.url) })
  expect(await failureCode(convert('one'))).toBe('worker-died')
})

test('a worker that was started early takes the first file', async () => {
  const first = startMember({ script, deadlineMs: 60_000, heapMb: 256 })
  open({ size: 1, first })
  await expect(convert('one')).resolves.toMatchObject({ verdict: 'valid' })
  await pool.close()
  expect(first.dead()).toBe(true)
})

test('an error after the answer harms neither the answer nor the next file', async () => {
  const first = startMember({ script, deadlineMs: 60_000, heapMb: 256 })
  open({ size: 1, first })
  await expect(convert('late')).resolves.toMatchObject({ verdict: 'valid' })
  await until(() => expect(first.dead()).toBe(true))
  await expect(convert('one')).resolves.toMatchObject({ verdict: 'valid' })
})
