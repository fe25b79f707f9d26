import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { WorkerEnded } from '../../../infra/local/pool/failures.ts'
import type { Looked, LookInput } from '../../../infra/local/pool/protocol.ts'
import { openOriginals } from '../../../infra/local/web/report/originals.ts'
import type { ShownPage } from '../../../lib/model/picture.ts'
import { Problem } from '../../../lib/model/problems.ts'
import { sha256 } from '../../support/submission.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const page: ShownPage = { page: 1, width: 595, height: 842, without: null, hidden: [[1, 2, 3, 4]] }

const png = Uint8Array.of(1, 2, 3)

const looked = ({ page: wanted }: LookInput): Looked =>
  wanted === null
    ? { kind: 'pages', pages: [page, { ...page, page: 2, without: 'personal' }], quotes: [] }
    : { kind: 'drawn', drawn: { png } }

let [inbox, secret] = ['', '']
beforeAll(async () => {
  const root = await temporaryFolder()
  ;[inbox, secret] = [join(root, 'inbox'), join(root, 'secret.pdf')]
  await mkdir(join(inbox, '甲'), { recursive: true })
  await writeFile(secret, 'secret')
  await writeFile(join(inbox, '甲', '年报.pdf'), 'report')
  await writeFile(join(inbox, '全市.zip'), zipSync({ '乙.pdf': bytesOf('inside') }))
  await symlink(secret, join(inbox, 'link.pdf'))
})

const open = (look: (input: LookInput) => Promise<Looked> = async input => looked(input)) =>
  openOriginals({ inbox, look })

const wanted = { sha256: sha256(bytesOf('report')), page: 1, scale: 2, personal: false }

const untold = { quotes: [], personal: false }

describe('an original', () => {
  test('is the file of the inbox, or the one in an archive there', async () => {
    const { file } = open()
    expect(await file('甲/年报.pdf')).toEqual({
      name: '年报.pdf',
      bytes: Buffer.from('report'),
      sha256: wanted.sha256,
    })
    const inside = await file('全市.zip!/乙.pdf')
    expect(inside && Buffer.from(inside.bytes).toString()).toBe('inside')
  })

  test.each([
    '../secret.pdf',
    '甲/../../secret.pdf',
    'link.pdf',
    '甲',
    '',
    '.',
    '..',
    '/',
    'no-such.pdf',
    'x\u0000.pdf',
    '全市.zip!/../secret.pdf',
    '全市.zip!/no-such.pdf',
    '甲/年报.pdf!/乙.pdf',
  ])('is none for %j', async key => {
    expect(await open().file(key)).toBeNull()
    expect(await open().page(key, wanted)).toBeNull()
    expect(await open().pages(key, untold)).toBeNull()
  })

  test('is nothing outside the inbox, whatever the key', async () => {
    const { file } = open()
    const part = fc.constantFrom('..', '.', '', '甲', '年报.pdf', 'secret.pdf', '全市.zip!', 'link.pdf', '\\')
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async parts => {
        const found = await file(parts.join('/'))
        expect(found && Buffer.from(found.bytes).toString()).not.toBe('secret')
      }),
    )
  })
})

describe('its pages', () => {
  test('are drawn with what is to be hidden on them', async () => {
    const asked: LookInput[] = []
    const originals = open(async input => {
      asked.push(input)
      return looked(input)
    })
    expect(await originals.page('甲/年报.pdf', wanted)).toEqual({ png })
    expect(asked.map(each => each.page)).toEqual([null, { page: 1, scale: 2, hidden: page.hidden }])
  })

  test.each([
    [2, 'personal'],
    [3, 'failed'],
  ])('are not drawn where they may not be shown, or are not there: %d', async (number, without) => {
    const asked: LookInput[] = []
    const originals = open(async input => {
      asked.push(input)
      return looked(input)
    })
    expect(await originals.page('甲/年报.pdf', { ...wanted, page: number })).toEqual({ without })
    expect(asked.every(each => each.page === null)).toBe(true)
  })

  test('are none of other bytes than those that were read', async () => {
    expect(await open().page('甲/年报.pdf', { ...wanted, sha256: 'a'.repeat(64) })).toBeNull()
  })

  test('are drawn one after another, and what is asked for twice at once is drawn once', async () => {
    let [now, most, count] = [0, 0, 0]
    const originals = open(async input => {
      now += 1
      most = Math.max(most, now)
      count += input.page === null ? 0 : 1
      await new Promise(resolve => setImmediate(resolve))
      now -= 1
      return looked(input)
    })
    // The file is read by now: when a disk answers would decide what is asked for at once.
    await originals.pages('甲/年报.pdf', untold)
    const scales = [1, 2, 2, 3, 1]
    const all = scales.map(scale => originals.page('甲/年报.pdf', { ...wanted, scale }))
    expect(await Promise.all(all)).toEqual(scales.map(() => ({ png })))
    expect([most, count]).toEqual([1, 3])
  })

  test('say why where the file is refused, and one that failed does not hold up the next', async () => {
    const sentence = { zh: '打不开', en: 'does not open' }
    let error: Error = new Problem('file-damaged', sentence, sentence)
    const originals = open(async () => Promise.reject(error))
    expect(await originals.pages('甲/年报.pdf', untold)).toEqual({ problem: sentence })
    error = new WorkerEnded({ code: 'out-of-time', sentence, remedy: sentence })
    expect(await originals.pages('甲/年报.pdf', untold)).toEqual({ problem: sentence })
    expect(await originals.page('甲/年报.pdf', wanted)).toEqual({ without: 'failed' })
    error = new TypeError('ours')
    await expect(originals.pages('甲/年报.pdf', untold)).rejects.toThrow('ours')
  })
})

describe('the pages of a scan', () => {
  const scan = (asked: LookInput[] = []) =>
    open(async input => {
      asked.push(input)
      if (input.places)
        return { kind: 'places', places: input.places.map(place => ({ ...place, png, scale: 4 })) }
      if (input.page !== null) return { kind: 'drawn', drawn: { png } }
      return { kind: 'pages', pages: [{ ...page, hidden: [] }], quotes: [], scan: true }
    })

  test('are shown as they are, unless its report has a number of a person', async () => {
    const told = async (personal: boolean) => {
      const originals = scan()
      const found = await originals.pages('甲/年报.pdf', { quotes: [], personal })
      return [
        found && 'pages' in found && found.pages[0]!.without,
        await originals.page('甲/年报.pdf', { ...wanted, personal }),
      ]
    }
    expect(await told(false)).toEqual([null, { png }])
    expect(await told(true)).toEqual(['personal', { without: 'personal' }])
  })

  test('are drawn in places, all of a list at once and no list twice', async () => {
    const asked: LookInput[] = []
    const originals = scan(asked)
    const places = [1, 2].map(number => ({ page: number, box: [1, 2, 3, 4] as const }))
    const all = await Promise.all([1, 2, 3].map(() => originals.places('甲/年报.pdf', wanted.sha256, places)))
    for (const each of all) expect(each).toEqual(places.map(place => ({ ...place, png, scale: 4 })))
    expect(asked.length).toBe(1)
    expect(await originals.places('甲/年报.pdf', 'a'.repeat(64), places)).toBeNull()
  })
})
