import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { convert } from '../../lib/convert.ts'
import type { Pdfium } from '../../lib/vendor/pdfium/instance.ts'
import { fixture } from '../support/samples.ts'

/** How often PDFium was taken, and what is given in place of it. */
const { taken } = vi.hoisted(() => ({
  taken: { times: 0, spoil: (pdfium: Pdfium): Pdfium => pdfium },
}))

vi.mock('../../lib/vendor/pdfium/instance.ts', async importOriginal => {
  const original = await importOriginal<typeof import('../../lib/vendor/pdfium/instance.ts')>()
  const spoilt = new Set<Pdfium>()
  return {
    ...original,
    givePdfium: (pdfium: Pdfium) => {
      if (!spoilt.has(pdfium)) original.givePdfium(pdfium)
    },
    takePdfium: async () => {
      taken.times += 1
      const pdfium = await original.takePdfium()
      const other = taken.spoil(pdfium)
      if (other !== pdfium) spoilt.add(other)
      return other
    },
  }
})

afterEach(() => {
  taken.times = 0
  taken.spoil = pdfium => pdfium
})

const bytes = readFileSync(new URL('readers/pdf/fixtures/cut-rows.pdf', import.meta.url))
/** The same, but that it may have layers: its pages are parsed again for the drawing. */
const layered = Buffer.concat([bytes, Buffer.from('% /OCProperties\n')])
const pdf = async (of: Uint8Array = bytes) => {
  const { outputs, ...judged } = await convert({ name: '年报.pdf', bytes: of, sha256: '0'.repeat(64) })
  return { judged, page: Buffer.from(outputs.page).toString(), outputs }
}

const without =
  (name: keyof Pdfium['call'], instead: () => number) =>
  (pdfium: Pdfium): Pdfium => ({ ...pdfium, call: { ...pdfium.call, [name]: instead } })

/** Pages are there for the reading, and not for the drawing that comes after it. */
const withoutSecondLoad =
  (instead: () => number) =>
  (pdfium: Pdfium): Pdfium => {
    const loaded = new Set<number>()
    const load = (document: number, page: number): number => {
      if (loaded.has(page)) return instead()
      loaded.add(page)
      return pdfium.call.FPDF_LoadPage(document, page)
    }
    return { ...pdfium, call: { ...pdfium.call, FPDF_LoadPage: load } }
  }

const trap = () => {
  throw new Error('unreachable')
}

describe('a conversion is as it would be without pictures', () => {
  test.each([
    ['has no memory for the drawing', bytes, without('FPDFBitmap_CreateEx', () => 0)],
    ['fails as it draws', bytes, without('FPDF_RenderPageBitmap', trap)],
    ['has no such page any more', layered, withoutSecondLoad(() => 0)],
    ['fails as it parses a page again', layered, withoutSecondLoad(trap)],
  ])('when PDFium %s', async (_, of, spoil) => {
    const whole = await pdf(of)
    expect(taken.times).toBe(1)
    expect(whole.page).toContain('<image')
    taken.times = 0
    taken.spoil = spoil
    const spoilt = await pdf(of)
    taken.spoil = pdfium => pdfium
    expect(spoilt.judged).toEqual(whole.judged)
    expect(spoilt.page).not.toContain('<image')
    expect(spoilt.page).toContain('处没有附原件图（未能画出）')
    for (const role of ['json', 'workbook', 'csv'] as const)
      expect(spoilt.outputs[role]).toEqual(whole.outputs[role])
    // And the next one is none the worse for it.
    expect((await pdf(of)).page).toBe(whole.page)
  })
})

test.each(['odt', 'rtf'] as const)(
  'a file in %s has no pictures, and PDFium is not taken for it',
  async format => {
    const { outputs } = await convert({
      name: `年报.${format}`,
      bytes: fixture(format, 'qinghe-2023'),
      sha256: '0'.repeat(64),
    })
    expect(taken.times).toBe(0)
    expect(Buffer.from(outputs.page).toString()).not.toContain('原件')
  },
)
