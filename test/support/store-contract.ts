import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../lib/submission/ports.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (stored: { bytes: Uint8Array } | null) => stored && new TextDecoder().decode(stored.bytes)

const keys = async (store: Store, prefix: string, after?: string) => {
  const found: string[] = []
  for await (const { key } of store.list(prefix, after)) found.push(key)
  return found
}

/** What every Store must do, whatever is behind it. `open` gives an empty one. */
export const storeContract = (name: string, open: () => Promise<Store>): void => {
  describe(`store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })

    test('a key that was never written is null', async () => {
      expect(await store.get('a/b.docx/latest.json')).toBeNull()
    })

    test('what was put is got, and a later put replaces it with another etag', async () => {
      await store.put('a/b', bytes('one'))
      const first = await store.get('a/b')
      await store.put('a/b', bytes('two'))
      const second = await store.get('a/b')
      expect([text(first), text(second)]).toEqual(['one', 'two'])
      expect(second?.etag).not.toBe(first?.etag)
    })

    test('putIfAbsent writes once', async () => {
      expect(await store.putIfAbsent('k', bytes('one'))).toBe(true)
      expect(await store.putIfAbsent('k', bytes('two'))).toBe(false)
      expect(text(await store.get('k'))).toBe('one')
    })

    test('of many putIfAbsent at once exactly one wins, and its bytes stand', async () => {
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.putIfAbsent('k', bytes(`writer ${index}`))),
      )
      expect(wins.filter(Boolean)).toHaveLength(1)
      expect(text(await store.get('k'))).toBe(`writer ${wins.indexOf(true)}`)
    })

    test('putIfMatch writes only over the etag it was given', async () => {
      await store.put('k', bytes('one'))
      const { etag } = (await store.get('k'))!
      expect(await store.putIfMatch('k', bytes('two'), etag)).toBe(true)
      expect(await store.putIfMatch('k', bytes('three'), etag)).toBe(false)
      expect(await store.putIfMatch('absent', bytes('four'), etag)).toBe(false)
      expect(text(await store.get('k'))).toBe('two')
      expect(await store.get('absent')).toBeNull()
    })

    test('of many putIfMatch at once exactly one wins', async () => {
      await store.put('k', bytes('start'))
      const { etag } = (await store.get('k'))!
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.putIfMatch('k', bytes(`writer ${index}`), etag)),
      )
      expect(wins.filter(Boolean)).toHaveLength(1)
    })

    test('list gives the keys under a prefix, and nothing else', async () => {
      for (const key of ['年/a.docx/latest.json', '年/a.docx/v1/receipt.json', '年报/b', 'c'])
        await store.put(key, bytes(key))
      expect(await keys(store, '年/')).toEqual(['年/a.docx/latest.json', '年/a.docx/v1/receipt.json'])
      expect(await keys(store, '')).toHaveLength(4)
      expect(await keys(store, 'nothing/')).toEqual([])
    })

    test('list goes by the bytes of keys, whatever stands in folders, and begins behind any key', async () => {
      const order = [
        'a b/1',
        'a!/1',
        'a.docx/1',
        'a/1',
        'a/b/2',
        'a/c',
        'a0',
        '年/1',
        '\uff08/1',
        '📄/1',
        '📄/2',
      ]
      for (const key of order.toReversed()) await store.put(key, bytes(key))
      expect(await keys(store, '')).toEqual(order)
      const between = ['', 'a', 'a/', 'a/b', 'a/b0', 'b', '年', '📄', '📄/3', ...order]
      for (const after of between)
        expect(await keys(store, '', after)).toEqual(
          order.filter(key => Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0),
        )
      expect(await keys(store, 'a/', 'a/b')).toEqual(['a/b/2', 'a/c'])
      expect(await keys(store, 'a/', 'b')).toEqual([])
    })

    test('list says when a key was written', async () => {
      const start = Math.floor(Date.now() / 1000) * 1000
      await store.put('k', bytes('one'))
      for await (const { modified } of store.list('')) {
        expect(modified.getTime()).toBeGreaterThanOrEqual(start)
        expect(modified.getTime()).toBeLessThan(Date.now() + 60_000)
      }
    })

    test('keys are taken raw', async () => {
      const odd = [
        '年度报告 (终稿)+1.docx',
        '100%.docx',
        '（全角）.docx',
        '📄.docx',
        'e\u0301te\u0301.docx',
        'a b/ c',
      ]
      for (const key of odd) expect(await store.putIfAbsent(`${key}/x`, bytes(key))).toBe(true)
      for (const key of odd) expect(text(await store.get(`${key}/x`))).toBe(key)
    })

    test('bytes given may be changed afterwards', async () => {
      const mine = bytes('one')
      await store.put('k', mine)
      mine[0] = 0
      expect(text(await store.get('k'))).toBe('one')
    })
  })
}
