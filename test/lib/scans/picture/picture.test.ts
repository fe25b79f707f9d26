import { describe, expect, it } from 'vitest'
import { openPictures } from '../../../../lib/scans/picture/index.ts'
import { jpegFacts } from '../../../../lib/scans/picture/jpeg.ts'
import { pngOf } from '../../../../lib/util/png.ts'
import { drawing } from '../drawn.ts'

const asPng = () => {
  const sheet = drawing()
  sheet.box(100, 100, 300, 200)
  return pngOf({ ...sheet.grey, stride: sheet.grey.width })
}

describe('pages of a file as pictures', () => {
  it('takes a picture for a sheet of A4', async () => {
    const file = await openPictures(asPng())
    expect(file.count).toBe(1)
    const page = file.picture(1)!
    expect(page.height).toBeCloseTo(841.89, 1)
    expect(page.dpi).toBeCloseTo(200, 0)
    expect(page.grey.width).toBe(1654)
    expect(page.grey.greys[150 * 1654 + 200]!).toBeLessThan(60)
    expect(page.grey.greys[300 * 1654 + 200]!).toBeGreaterThan(220)
    expect(file.picture(2)).toBeNull()
    file.close()
    expect(file.picture(1)).toBeNull()
  })

  it('leaves no red but a trace', async () => {
    const pixels = new Uint8Array(200 * 280 * 4).fill(255)
    for (let at = 0; at < 200 * 100; at++) pixels.set([40, 40, 215, 255], at * 4)
    const file = await openPictures(pngOf({ width: 200, height: 280, pixels }))
    const { grey } = file.picture(1)!
    expect(grey.greys[10 * grey.width + 100]!).toBeGreaterThan(195)
    expect(grey.greys[10 * grey.width + 100]!).toBeLessThan(222)
    file.close()
  })

  it('refuses what is no whole picture', async () => {
    const cut = asPng().subarray(0, 40)
    await expect(openPictures(cut.subarray(0, 20))).rejects.toMatchObject({ code: 'file-damaged' })
    await expect(openPictures(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).rejects.toMatchObject({
      code: 'file-damaged',
    })
    await expect(openPictures(Buffer.from('%PDF-1.4'))).rejects.toMatchObject({ code: 'file-damaged' })
  })

  it('refuses a picture that says it is larger than anything', async () => {
    const huge = Buffer.from(asPng())
    huge.writeUInt32BE(4_000_000_000, 16)
    await expect(openPictures(huge)).rejects.toMatchObject({ code: 'file-damaged' })
  })
})

it('reads how a phone was held, and whether a picture was cut', () => {
  const exif = Buffer.from('4578696600004d4d002a000000080001011200030000000100060000', 'hex')
  const segment = (marker: number, data: Buffer) =>
    Buffer.concat([Buffer.of(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255), data])
  const frame = Buffer.of(8, 0, 40, 0, 30, 3, 1, 17, 0, 2, 17, 0, 3, 17, 0)
  const file = Buffer.concat([Buffer.of(0xff, 0xd8), segment(0xe1, exif), segment(0xc0, frame)])
  const facts = { width: 30, height: 40, channels: 3, orientation: 6, dpi: null }
  expect(jpegFacts(file)).toEqual({ ...facts, whole: false })
  expect(jpegFacts(Buffer.concat([file, Buffer.of(0xff, 0xd9)]))).toEqual({ ...facts, whole: true })
})
