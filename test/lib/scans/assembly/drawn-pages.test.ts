import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../../../lib/model/report.ts'
import { readReport } from '../../../../lib/read-report.ts'
import { openPages } from '../../../../lib/readers/pdf/engine/open.ts'
import { type Box, holds } from '../../../../lib/readers/pdf/geometry.ts'
import { openPdf } from '../../../../lib/readers/pdf/index.ts'
import { inkOf as inkOfPdf } from '../../../../lib/readers/pdf/ink/interpret.ts'
import type { Ink } from '../../../../lib/readers/pdf/ink/model.ts'
import { linesOf } from '../../../../lib/readers/pdf/spelling/lines.ts'
import { readScan } from '../../../../lib/scans/assembly/index.ts'
import type { LineCrop, LineReader } from '../../../../lib/scans/contract.ts'
import { inkOf, lineAt, straighten, turned } from '../../../../lib/scans/geometry/index.ts'
import { openPictures } from '../../../../lib/scans/picture/index.ts'
import { proven } from '../../../../lib/scans/proof/index.ts'

/** Pages drawn by PDFium go the whole way from picture to proof; readers alone are none: they look up what the file prints. */

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../readers/pdf/fixtures/${name}.pdf`, import.meta.url))

/** What is printed at a place of a page as it was handed in. */
const printedAt = ({ glyphs }: Ink, [left, top, right, bottom]: readonly [number, number, number, number]) =>
  linesOf(
    glyphs.filter(({ box }) => holds({ left, top, right, bottom }, box)),
    false,
  )
    .map(({ text }) => text)
    .join('')

interface Drawn {
  /** As it is read, before anything is proven. */
  readonly read: Report
  readonly counted: Report
}

/** The report that pictures of pages give. */
const readDrawn = async (bytes: Uint8Array): Promise<Drawn> => {
  const file = await openPages(bytes, inkOfPdf)
  file.close()
  const texts = new WeakMap<LineCrop, string>()
  const seen = <Page extends Parameters<typeof lineAt>[0]>(page: Page, lines: readonly LineCrop[]) => {
    const ink = file.pages[page.page - 1]
    for (const line of lines) {
      const { left, top, right, bottom } = line.box
      const around: Box = { left: left - 2, top: top - 2, right: right + 2, bottom: bottom + 2 }
      texts.set(line, ink ? printedAt(ink, page.onOriginal(around)) : '')
    }
    return lines
  }
  const reader = (name: string, family: string): LineReader => ({
    name,
    family,
    read: async lines => lines.map(line => ({ text: texts.get(line) ?? '', confidence: 0.99 })),
  })
  const pictures = await openPictures(bytes)
  try {
    const { document } = await readScan(pictures, {
      turned,
      straighten,
      inkOf: (page, cell) => {
        const ink = inkOf(page, cell)
        return { ...ink, lines: seen(page, ink.lines) }
      },
      lineAt: (page, line) => seen(page, [lineAt(page, line)])[0]!,
      readers: { figures: [reader('own', 'own'), reader('other', 'other')], words: reader('other', 'other') },
    })
    const read = readReport({ ...document, format: 'pdf' })
    return { read, counted: proven(read, document.scan!) }
  } finally {
    pictures.close()
  }
}

const readWritten = async (bytes: Uint8Array): Promise<Report> => {
  const { document, close } = await openPdf(bytes)
  close()
  return readReport(document)
}

describe('pages drawn by PDFium', () => {
  test('figures are those that are printed, and count where they are proven alone', async () => {
    const bytes = fixture('repeated-headers')
    const written = await readWritten(bytes)
    const { read, counted } = await readDrawn(bytes)
    const numbers = [...read.figures.values()].filter(({ state }) => state === 'number')
    expect(numbers.length).toBeGreaterThan(90)
    expect(numbers.map(({ key, value }) => [key, value])).toEqual(
      numbers.map(({ key }) => [key, written.figures.get(key)?.value]),
    )
    for (const { key, state, evidence, unproven } of counted.figures.values()) {
      expect([key, state === 'number' || state === 'blank']).toEqual([key, evidence !== undefined])
      if (unproven) expect(unproven.crop).toMatch(/^[0-9a-f]{64}$/u)
    }
  })
})
