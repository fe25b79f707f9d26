import { describe, expect, test } from 'vitest'
import { originalPage, originalPages, scannedPlaces } from '../../../../lib/original-pages.ts'
import { blankPage, blankScan } from '../../../support/blank-scan.ts'
import { openPng } from '../../../support/png.ts'

const files = [
  { name: '扫描.pdf', bytes: blankScan(2), count: 2 },
  { name: '照片.jpg', bytes: blankPage('jpeg'), count: 1 },
  { name: '照片.png', bytes: blankPage('png'), count: 1 },
]

describe.each(files)('the pages of a scan: $name', ({ name, bytes, count }) => {
  test('are told as they were handed in, though nothing of them was read', async () => {
    const { pages, quotes, scan } = await originalPages(name, bytes, ['一、总体情况'])
    expect([pages.length, quotes, scan]).toEqual([count, [[]], true])
    for (const { width, height, without, hidden } of pages) {
      expect(Math.abs(width - 595)).toBeLessThan(3)
      expect(Math.abs(height - 842)).toBeLessThan(3)
      expect([without, hidden]).toEqual([null, []])
    }
  })

  test('are drawn, and so are places of them; a page that is not there is none', async () => {
    const drawn = await originalPage(name, bytes, { page: count, scale: 1, hidden: [] })
    expect('png' in drawn && openPng(drawn.png).width).toBeGreaterThan(590)
    expect(await originalPage(name, bytes, { page: count + 1, scale: 1, hidden: [] })).toEqual({
      without: 'failed',
    })
    const box = [100, 100, 140, 120] as const
    const [there, not] = await scannedPlaces(bytes, [
      { page: 1, box },
      { page: 9, box },
    ])
    expect(there && 'png' in there && openPng(there.png)).toMatchObject({ width: 160, height: 80 })
    expect(not).toMatchObject({ without: 'failed' })
  })
})
