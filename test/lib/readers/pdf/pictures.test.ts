import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DrawnPlace, PagePlace, Picture } from '../../../../lib/model/picture.ts'
import { limits } from '../../../../lib/readers/limits.ts'
import { openPages } from '../../../../lib/readers/pdf/engine/open.ts'
import type { PaintedPage } from '../../../../lib/readers/pdf/engine/painted.ts'
import { inkOf } from '../../../../lib/readers/pdf/ink/interpret.ts'
import { drawPlaces } from '../../../../lib/readers/pdf/pictures.ts'
import { givePdfium, takePdfium } from '../../../../lib/vendor/pdfium/instance.ts'
import { bar, type DrawnPage, grid, latin, line, pdfOf, text, withObjects } from '../../../support/pdf.ts'
import { openPng } from '../../../support/png.ts'
import { readPages, tablesOf } from './outline.ts'

const columns = [90, 60, 60]
const numbers = [
  ['101', '102', '103'],
  ['201', '202', '203'],
  ['301', '302', '303'],
]
/** A colour of its own for each number, of those that a picture keeps. */
const colourOf = (words: string): readonly [number, number, number] => [
  0x99 + 0x22 * Number(words[0]),
  0x55 + 0x33 * Number(words[2]),
  0xcc,
]

const left = (column: number): number => 60 + columns.slice(0, column).reduce((sum, width) => sum + width, 0)

/** Cells filled with their colours, and their numbers over it. */
const coloured = (): string[] => [
  ...numbers.flatMap((row, at) =>
    row.map((words, column) => {
      const [red, green, blue] = colourOf(words).map(value => value / 255)
      return `q ${red} ${green} ${blue} rg ${left(column)} ${842 - 120 - at * 20} ${columns[column]} 20 re f Q`
    }),
  ),
  ...grid(60, 100, columns, numbers),
]

const picture = (drawn: DrawnPlace | undefined): Picture => {
  if (!drawn || !('png' in drawn)) throw new Error(`no picture: ${drawn?.without}`)
  return drawn
}

/** The colour beside the number in a cell, where a picture of the cell has it. */
const besideNumber = ({ png }: Picture): readonly number[] => {
  const { width, height, at } = openPng(png)
  const counts = new Map<string, number>()
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = at(x, y).join()
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most![0].split(',').map(Number)
}

/** As they are drawn of a file that is read, whatever it says. */
const drawPdf = async (bytes: Uint8Array, places: readonly PagePlace[]): Promise<readonly DrawnPlace[]> => {
  const file = await openPages(bytes, () => null)
  const pictures = drawPlaces(file, places)
  file.close()
  return pictures
}

const drawn = (page: DrawnPage, places: readonly PagePlace[]): Promise<readonly DrawnPlace[]> =>
  drawPdf(pdfOf([page]), places)

const first: PagePlace = { page: 1, box: [60, 100, 270, 160] }

describe('a picture of a place', () => {
  const turns = ['1 0 0 1 0 0', '0 1 -1 0 842 0', '0 -1 1 0 0 842', '-1 0 0 -1 842 842']
  const scales = [1, 0.3, 2.2]
  const shapes = turns.flatMap((turn, at) =>
    [0, 90, 180, 270].map((rotate, quarter) => ({ turn, rotate, scale: scales[(at + quarter) % 3]! })),
  )

  test.each(shapes)(
    'shows the cell that was read there: drawn by $turn, turned by $rotate, enlarged by $scale',
    async ({ turn, rotate, scale }) => {
      const content = coloured().map(
        command => `q ${turn} cm ${scale} 0 0 ${scale} 20 ${-842 * (scale - 1)} cm ${command} Q`,
      )
      const page = { content, rotate, width: 842, height: 842 }
      const cells = tablesOf(await readPages(page)).flatMap(table => table.cells)
      expect(cells.map(cell => cell.text)).toEqual(numbers.flat())
      const places = cells.map(({ source }): PagePlace => {
        if (source.kind !== 'page') throw new Error(source.kind)
        return { page: source.page, box: source.box }
      })
      const pictures = await drawn(page, places)
      expect(pictures.map(each => besideNumber(picture(each)))).toEqual(
        cells.map(cell => colourOf(cell.text)),
      )
    },
  )

  test('is of the page as it is cut', async () => {
    const [crop, whole] = ['/CropBox [40 400 400 800]', '']
    const bytesOf = (box: string) =>
      Buffer.from(
        Buffer.from(pdfOf([{ content: coloured() }]))
          .toString('latin1')
          .replace('/Rotate', `${box} /Rotate`),
        'latin1',
      )
    const [cut] = await drawPdf(bytesOf(crop), [{ page: 1, box: [20, 58, 230, 118] }])
    const [all] = await drawPdf(bytesOf(whole), [first])
    expect(picture(cut).png).toEqual(picture(all).png)
    expect(
      picture((await drawPdf(bytesOf(crop), [{ page: 1, box: [-100, -100, 2000, 2000] }]))[0]).box,
    ).toEqual([0, 0, 360, 400])
  })

  test('shows what annotations and form fields show', async () => {
    const entries = ['/Subtype /FreeText /F 4', '/Subtype /Widget /FT /Tx /T (a) /F 4']
    for (const each of entries) {
      const notes = [
        { box: [60, 100, 150, 120], entries: each, appearance: '1 0 0 rg 0 0 90 20 re f' },
      ] as const
      const [over] = await drawn({ content: coloured(), notes }, [{ page: 1, box: [62, 102, 148, 118] }])
      expect(besideNumber(picture(over))).toEqual([255, 0, 0])
    }
  })

  const image = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8'
  const form = '/Type /XObject /Subtype /Form /BBox [0 0 600 900]'
  const tile = '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4'
  const shading =
    '/ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [1 0 0] /N 1 >> /Extend [true true]'
  const drawnFont =
    '/F3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << >> >>'
  const square = '100 700 40 40 re'
  const painted: Record<string, Omit<DrawnPage, 'content'> & { paint: string }> = {
    'an area': { paint: `1 0 0 rg ${square} f` },
    'a stroke': { paint: `1 0 0 RG 9 w ${square} S` },
    'a text': { paint: `1 0 0 rg ${latin(100, 140, 'MMMM', 40)}` },
    'a picture': {
      paint: 'q 40 0 0 40 100 700 cm /X Do Q',
      resources: '/XObject << /X 6 0 R >>',
      streams: [[image, '\xff\x00\x00']],
    },
    'a form': {
      paint: '/X Do',
      resources: '/XObject << /X 6 0 R >>',
      streams: [[form, `1 0 0 rg ${square} f`]],
    },
    'a pattern': {
      paint: `/Pattern cs /P scn ${square} f`,
      resources: '/Pattern << /P 6 0 R >>',
      streams: [[`${tile} /Resources << >>`, '1 0 0 rg 0 0 4 4 re f']],
    },
    'a shading': { paint: `q ${square} W n /S sh Q`, resources: `/Shading << /S << ${shading} >> >>` },
    'a glyph that is drawn': {
      paint: 'BT /F3 40 Tf 100 700 Td (a) Tj ET',
      fonts: drawnFont,
      streams: [['', '1000 0 d0 1 0 0 rg 0 0 1000 1000 re f']],
    },
  }
  test.each(Object.entries(painted))(
    'keeps the colour of %s, and is grey without it',
    async (_, { paint, ...page }) => {
      const reds = async (content: string[]): Promise<number> => {
        const [found] = await drawn({ ...page, content }, [{ page: 1, box: [90, 90, 150, 150] }])
        const { width, height, at } = openPng(picture(found).png)
        let count = 0
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const [red, green, blue] = at(x, y)
            if (red > 150 && green < 100 && blue < 100) count += 1
          }
        return count
      }
      expect(await reds([paint])).toBeGreaterThan(100)
      expect(await reds([latin(100, 140, 'MMMM', 40)])).toBe(0)
    },
  )

  test('has no more pixels than are crisp, and the same bytes each time', async () => {
    const [once] = await drawn({ content: coloured() }, [first])
    const [again] = await drawn({ content: coloured() }, [first])
    expect(again).toEqual(once)
    const { width, height } = openPng(picture(once).png)
    expect([width, height].map(length => length / picture(once).scale)).toEqual([210, 60])
    expect(picture(once).scale).toBeGreaterThanOrEqual(2)
    expect(picture(once).scale).toBeLessThanOrEqual(4)
  })
})

describe('there is no picture', () => {
  const reasons = (places: readonly DrawnPlace[]) =>
    places.map(each => ('png' in each ? 'picture' : each.without))

  test('where text would be left out, since its font is not in the file', async () => {
    const content = [
      ...coloured(),
      text(60, 300, '规范性文件'),
      '3 Tr',
      text(60, 400, '规章'),
      '0 Tr',
      text(60, 500, 'abc 12'),
    ]
    const at = (top: number): PagePlace => ({ page: 1, box: [40, top - 20, 300, top + 10] })
    const places = [first, at(300), at(400), at(500)]
    for (const rotate of [0, 180]) {
      const turned = places.map(
        ({ page, box: [x0, y0, x1, y1] }): PagePlace => ({
          page,
          box: rotate === 0 ? [x0, y0, x1, y1] : [595 - x1, 842 - y1, 595 - x0, 842 - y0],
        }),
      )
      expect(reasons(await drawn({ content, rotate }, turned))).toEqual([
        'picture',
        'font',
        'picture',
        'picture',
      ])
    }
  })

  test('of what is not on a page', async () => {
    const boxes: PagePlace['box'][] = [
      [-50, -50, -10, -10],
      [600, 0, 700, 100],
      [100, 100, 100, 100],
      [200, 200, 100, 100],
      [Number.NaN, 0, 100, 100],
      [0, 0, Number.POSITIVE_INFINITY, Number.NaN],
      [10, 10, 10.0001, 10.0001],
    ]
    const places = [
      ...boxes.map(box => ({ page: 1, box })),
      ...[0, 2, -1, 1.5, Number.NaN].map(page => ({ ...first, page })),
    ]
    expect(new Set(reasons(await drawn({ content: coloured() }, places)))).toEqual(new Set(['failed']))
  })

  test('beyond so many, and those before are there', async () => {
    const places = Array.from({ length: limits.pdf.pictures.most + 3 }, () => first)
    const found = reasons(await drawn({ content: coloured() }, places))
    expect(found.filter(each => each === 'picture')).toHaveLength(limits.pdf.pictures.most)
    expect(found.slice(-3)).toEqual(['bounds', 'bounds', 'bounds'])
  })

  test('of pages of which drawing takes long', async () => {
    const dots = Array.from({ length: limits.pdf.pictures.objects + 1 }, () => '0 0 1 1 re f').join(' ')
    expect(reasons(await drawn({ content: [...coloured(), dots] }, [first]))).toEqual(['bounds'])
  })

  test('where PDFium fails, of this place and those after it, and nothing is thrown', async () => {
    const idle = await takePdfium()
    givePdfium(idle)
    const file = await openPages(pdfOf([{ content: coloured() }]), () => null)
    const failing: Pick<typeof file, 'draw'> = {
      draw: lend =>
        file.draw(pageOf => {
          let asked = 0
          lend(number => {
            asked += 1
            if (asked > 1) throw new Error('unreachable')
            return pageOf(number)
          })
        }),
    }
    expect(reasons(drawPlaces(failing, [first, first, first]))).toEqual(['picture', 'failed', 'failed'])
    file.close()
    // Its instance is forgotten, and the next file is none the worse for it.
    expect(await takePdfium()).not.toBe(idle)
    expect(reasons(await drawn({ content: coloured() }, [first]))).toEqual(['picture'])
  })
})

describe('a page that was read is drawn', () => {
  const places = [first, { page: 2, box: first.box }, { page: 1, box: [0, 0, 595, 842] }] as const
  const pictures = async (bytes: Uint8Array, use: (page: PaintedPage) => unknown) => {
    const file = await openPages(bytes, use)
    const found = drawPlaces(file, places)
    file.close()
    return found
  }
  test('as if it had not been', async () => {
    const struck = [...coloured(), latin(65, 114, '1234'), '1 0 0 RG', line(55, 112, 140, 112)]
    const bytes = pdfOf([{ content: struck }, { content: coloured(), rotate: 90 }])
    expect(await pictures(bytes, inkOf)).toEqual(await pictures(bytes, () => null))
  })

  test('without what a layer hides', async () => {
    const hidden = `/OC /L1 BDC ${latin(65, 114, '1234')} ${bar(60, 110, 200, 110)} EMC`
    const layer = (content: string[]): Uint8Array =>
      withObjects(
        pdfOf([{ content }, { content: coloured() }]),
        [
          ['/Type /Catalog', '/Type /Catalog /OCProperties << /OCGs [90 0 R] /D << /OFF [90 0 R] >> >>'],
          ['/Resources <<', '/Resources << /Properties << /L1 90 0 R >>'],
        ],
        '90 0 obj\n<< /Type /OCG /Name (off) >>\nendobj',
      )
    expect(await pictures(layer([...coloured(), hidden]), inkOf)).toEqual(
      await pictures(layer(coloured()), () => null),
    )
  })

  test('whether it was kept open or is one of too many', async () => {
    const dots = Array.from({ length: limits.pdf.keptObjects }, () => '0 0 1 1 re f').join(' ')
    const few = pdfOf([{ content: coloured() }, { content: coloured() }])
    const many = pdfOf([{ content: [dots] }, { content: coloured() }])
    expect((await pictures(many, inkOf))[1]).toEqual((await pictures(few, inkOf))[1])
  })
})

test('whatever the sizes of page and place, a picture is small and of that place', async () => {
  const length = fc.oneof(fc.double({ min: 1, max: 14_400, noNaN: true }), fc.constantFrom(1, 3, 595, 14_400))
  const share = fc.double({ min: -0.2, max: 1.2 })
  await fc.assert(
    fc.asyncProperty(length, length, share, share, share, share, async (width, height, x0, y0, x1, y1) => {
      const box = [x0 * width, y0 * height, x1 * width, y1 * height] as const
      const [found] = await drawn({ content: [`0 0 ${width} ${height} re f`], width, height }, [
        { page: 1, box },
      ])
      if (!found || !('png' in found)) return
      const opened = openPng(found.png)
      expect(opened.width * opened.height).toBeLessThanOrEqual(limits.pdf.pictures.pixels * 1.01)
      expect(Math.max(opened.width, opened.height)).toBeLessThanOrEqual(2400)
      expect(Math.abs(opened.width - (found.box[2] - found.box[0]) * found.scale)).toBeLessThanOrEqual(1)
      expect(Math.abs(opened.height - (found.box[3] - found.box[1]) * found.scale)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})
