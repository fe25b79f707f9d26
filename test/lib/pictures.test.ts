import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { convert } from '../../lib/convert.ts'
import type { Pdfium } from '../../lib/vendor/pdfium/instance.ts'
import { fixture } from '../support/samples.ts'

/** How often PDFium was taken, and what the second that takes it, who draws, is given in place of it. */
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
      if (taken.times !== 2) return pdfium
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
const pdf = async () => {
  const { outputs, ...judged } = await convert({ name: '年报.pdf', bytes, sha256: '0'.repeat(64) })
  return { judged, page: Buffer.from(outputs.page).toString(), outputs }
}

const without =
  (name: keyof Pdfium['call'], instead: () => number) =>
  (pdfium: Pdfium): Pdfium => ({ ...pdfium, call: { ...pdfium.call, [name]: instead } })

const trap = () => {
  throw new Error('unreachable')
}

describe('a conversion is as it would be without pictures', () => {
  test.each([
    ['does not open', without('FPDF_LoadMemDocument', () => 0)],
    ['has no such page', without('FPDF_LoadPage', () => 0)],
    ['has no memory for the drawing', without('FPDFBitmap_CreateEx', () => 0)],
    ['fails as it draws', without('FPDF_RenderPageBitmap', trap)],
    ['fails as it is opened', without('FPDF_LoadMemDocument', trap)],
    ['does not start', trap],
  ])('when PDFium %s', async (_, spoil) => {
    const whole = await pdf()
    expect(taken.times).toBe(2)
    expect(whole.page).toContain('<image')
    taken.times = 0
    taken.spoil = spoil
    const spoilt = await pdf()
    expect(spoilt.judged).toEqual(whole.judged)
    expect(spoilt.page).not.toContain('<image')
    expect(spoilt.page).toContain('处没有附原件图（未能画出）')
    for (const role of ['json', 'workbook', 'csv'] as const)
      expect(spoilt.outputs[role]).toEqual(whole.outputs[role])
    // And the next one is none the worse for it.
    expect((await pdf()).page).toBe(whole.page)
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
