import { appendFile, open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { stampOf, whenStill } from '../../../infra/local/inbox/when-still.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const forMs = 250
const { signal } = new AbortController()
let path: string
beforeEach(async () => {
  path = join(await temporaryFolder(), 'a.docx')
})

/** How long it took until the file counted as whole, and whether that was its last state. */
const timed = async () => {
  const begun = performance.now()
  const stamp = await whenStill(path, forMs, signal)
  return { ms: performance.now() - begun, last: stamp === (await stampOf(path)), stamp }
}

test('a file whose first bytes come late is not taken for an empty one', async () => {
  await writeFile(path, '')
  const still = timed()
  await wait(forMs * 2.5)
  await appendFile(path, 'late')
  expect(await still).toMatchObject({ last: true, stamp: expect.stringMatching(/^4 /) })
})

test('an empty file is taken in the end', async () => {
  await writeFile(path, '')
  const { ms, last } = await timed()
  expect(last).toBe(true)
  expect(ms).toBeGreaterThan(forMs * 5)
})

test('a file that goes while it is waited for is none', async () => {
  await writeFile(path, 'gone')
  const still = timed()
  await rm(path)
  expect((await still).stamp).toBeNull()
})

test.runIf(process.platform === 'linux')(
  'a file that somebody has open to write into is waited for',
  async () => {
    const file = await open(path, 'w')
    await file.write('half')
    const still = timed()
    await wait(forMs * 12)
    await file.write(' and whole')
    await file.close()
    expect(await still).toMatchObject({ last: true, stamp: expect.stringMatching(/^14 /) })
  },
)

test('a file whose end is there is taken sooner than one without', async () => {
  const cut = `${path}.html`
  await writeFile(path, '<html><p>whole</p></html>')
  await writeFile(cut, '<html><p>whole</p>')
  const taken: string[] = []
  const take = async (file: string) => {
    await whenStill(file, forMs, signal)
    taken.push(file)
  }
  await Promise.all([take(cut), take(path)])
  expect(taken).toEqual([path, cut])
})
