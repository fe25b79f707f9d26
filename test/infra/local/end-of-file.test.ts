import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { endOf } from '../../../infra/local/inbox/arrival/end-of-file.ts'
import { everyFormat } from '../../bench/inputs/index.ts'

const endOfBytes = (bytes: Uint8Array) =>
  endOf({ size: bytes.length, read: async (from, length) => bytes.subarray(from, from + length) })

/** What the format of a whole file tells of its end. */
const told: Readonly<Record<string, string>> = { txt: 'untold', md: 'untold' }

/** Line ends behind the end are no part of it. */
const withoutLastLineEnds = (bytes: Uint8Array): number =>
  Buffer.from(bytes).toString('latin1').trimEnd().length

const files = await everyFormat()

describe.each(files.map(({ name, bytes }) => [name, bytes] as const))('%s', (name, bytes) => {
  const end = told[name.split('.').at(-1)!] ?? 'there'

  test(`is whole: ${end}`, async () => {
    expect(await endOfBytes(bytes)).toBe(end)
  })

  test('cut anywhere, or with room taken for what is to come, it is not', async () => {
    const last = withoutLastLineEnds(bytes)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: last - 1 }), fc.boolean(), async (length, roomTaken) => {
        const cut = roomTaken ? new Uint8Array(bytes.length) : new Uint8Array(length)
        cut.set(bytes.subarray(0, length))
        // Where what is missing is nothing but zeros, or a part of the last sector only.
        fc.pre(!Buffer.from(bytes).equals(cut))
        fc.pre(!(roomTaken && name.endsWith('.doc') && length > bytes.length - 512))
        expect(await endOfBytes(cut)).not.toBe('there')
      }),
      { numRuns: 150 },
    )
  })
})

test('an archive within an archive does not end the outer one', async () => {
  const inner = zipSync({ 'a.txt': strToU8('inner') })
  const outer = zipSync({ 'inner.zip': [inner, { level: 0 }], 'b.txt': strToU8('b'.repeat(1000)) })
  const until = Buffer.from(outer).indexOf('inner.zip') + 'inner.zip'.length + inner.length
  for (let length = until - 30; length < until + 30; length += 1)
    expect(await endOfBytes(outer.subarray(0, length))).not.toBe('there')
  expect(await endOfBytes(outer)).toBe('there')
})

const shared = new URL('../../../../shared/reports/', import.meta.url).pathname

test.runIf(existsSync(shared))('real reports are whole', async () => {
  for (const name of readdirSync(shared).filter(file => /\.(?:pdf|docx?|xlsx|zip|rtf|wps)$/.test(file)))
    expect([name, await endOfBytes(readFileSync(join(shared, name)))]).toEqual([name, 'there'])
})
